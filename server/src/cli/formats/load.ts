import type { FormatName } from '../args.ts';
import type { CreateFormatter } from './format.ts';

/** Only the format asked for is loaded: start-up counts when an editor or a hook runs the program on one file. */
const loaders: Readonly<Record<FormatName, () => Promise<CreateFormatter>>> = {
  pretty: async () => (await import('./pretty.ts')).pretty,
  json: async () => (await import('./json.ts')).json,
  sarif: async () => (await import('./sarif.ts')).sarif,
  github: async () => (await import('./github.ts')).github,
  gitlab: async () => (await import('./gitlab.ts')).gitlab,
  junit: async () => (await import('./junit.ts')).junit,
  checkstyle: async () => (await import('./checkstyle.ts')).checkstyle,
  rdjson: async () => (await import('./rdjson.ts')).rdjson,
  html: async () => (await import('./html.ts')).html,
  agent: async () => (await import('./agent.ts')).agent,
};

export const loadFormat = (name: FormatName): Promise<CreateFormatter> => loaders[name]();
