import type { FormatName } from '../args.ts';
import type { CreateFormatter } from './format.ts';

/** Only the format asked for is loaded: start-up counts when an editor or a hook runs the program on one file. */
const loaders: Readonly<Record<FormatName, () => Promise<CreateFormatter>>> = {
  pretty: async () => (await import('./pretty.ts')).pretty,
  json: async () => (await import('./json.ts')).json,
  sarif: async () => (await import('./sarif.ts')).sarif,
};

export const loadFormat = (name: FormatName): Promise<CreateFormatter> => loaders[name]();
