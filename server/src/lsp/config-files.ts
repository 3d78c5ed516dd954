import { TextDocument } from 'vscode-languageserver-textdocument';
import { CONFIG_NAME, type Config, type ConfigProblem, parseConfig, refusedConfig } from '../config/config.ts';
import type { Locale } from '../rules/rule.ts';
import type { ConfigText } from './runtime.ts';
import { foldersAbove, join, nameOf } from './uris.ts';

/** A `.nianbao.json` as it stands in the editor or, when it is not open, on the disk. */
export interface ConfigFile {
  readonly document: TextDocument;
  readonly config: Config;
  readonly problems: readonly ConfigProblem[];
  /** Null when the file is not open, as the protocol wants it in an edit. */
  readonly version: number | null;
  /** It is there and is not read: nothing may be written into it either. */
  readonly refused: boolean;
}

export interface ConfigFiles {
  /** The nearest file upwards from a document; `fallback` is the folder of a document that has none of its own. */
  find(uri: string, fallback: string | undefined): Promise<ConfigFile | undefined>;
  /** Something changed: read again when asked next. */
  forget(): void;
}

export const isConfigFile = (uri: string): boolean => nameOf(uri) === CONFIG_NAME;

export interface ConfigSources {
  readonly opened: (uri: string) => TextDocument | undefined;
  readonly readConfig: (uri: string) => Promise<ConfigText>;
  readonly locale: () => Locale;
  /** Called for every file that is read, so that its faults are shown in it. */
  readonly onRead: (file: ConfigFile) => void;
  readonly onGone: (uri: string) => void;
}

export function createConfigFiles({ opened, readConfig, locale, onRead, onGone }: ConfigSources): ConfigFiles {
  let files = new Map<string, Promise<ConfigFile | undefined>>();
  const seen = new Map<string, Config>();

  async function load(uri: string): Promise<ConfigFile | undefined> {
    const kept = await readConfig(uri);
    const open = opened(uri);
    const refusal = typeof kept === 'object' ? kept.refusal : undefined;
    const text = open?.getText() ?? (refusal === undefined ? kept : '');
    if (typeof text !== 'string') {
      if (seen.delete(uri)) onGone(uri);
      return undefined;
    }
    const parsed = refusal === undefined ? parseConfig(text, locale()) : refusedConfig(refusal, locale());
    // While someone types in the file its JSON is broken most of the time; the findings must not come and go with it.
    const config = parsed.broken ? (seen.get(uri) ?? parsed.config) : parsed.config;
    seen.set(uri, config);
    // A copy: an open document changes under the hands of whoever keeps it.
    const document = TextDocument.create(uri, 'jsonc', open?.version ?? 0, text);
    const { problems } = parsed;
    const file = { document, config, problems, version: open?.version ?? null, refused: refusal !== undefined };
    onRead(file);
    return file;
  }

  function get(uri: string): Promise<ConfigFile | undefined> {
    const known = files.get(uri);
    if (known) return known;
    const file = load(uri);
    files.set(uri, file);
    return file;
  }

  return {
    async find(uri, fallback) {
      const folders = foldersAbove(uri);
      const places = folders.length > 0 ? folders : fallback === undefined ? [] : [fallback];
      const found = await Promise.all(places.map((folder) => get(join(folder, CONFIG_NAME))));
      return found.find((file) => file !== undefined);
    },
    forget() {
      files = new Map();
    },
  };
}
