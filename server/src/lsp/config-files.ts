import { TextDocument } from 'vscode-languageserver-textdocument';
import { CONFIG_NAME, type Config, type ConfigProblem, parseConfig } from '../config/config.ts';
import type { Locale } from '../rules/rule.ts';
import { foldersAbove, join, nameOf } from './uris.ts';

/** A `.nianbao.json` as it stands in the editor or, when it is not open, on the disk. */
export interface ConfigFile {
  readonly document: TextDocument;
  readonly config: Config;
  readonly problems: readonly ConfigProblem[];
  /** Null when the file is not open, as the protocol wants it in an edit. */
  readonly version: number | null;
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
  readonly readFile: (uri: string) => Promise<string | undefined>;
  readonly locale: () => Locale;
  /** Called for every file that is read, so that its faults are shown in it. */
  readonly onRead: (file: ConfigFile) => void;
  readonly onGone: (uri: string) => void;
}

export function createConfigFiles({ opened, readFile, locale, onRead, onGone }: ConfigSources): ConfigFiles {
  let files = new Map<string, Promise<ConfigFile | undefined>>();
  const seen = new Map<string, Config>();

  async function load(uri: string): Promise<ConfigFile | undefined> {
    const open = opened(uri);
    const text = open?.getText() ?? (await readFile(uri));
    if (text === undefined) {
      if (seen.delete(uri)) onGone(uri);
      return undefined;
    }
    const { config, problems, broken } = parseConfig(text, locale());
    // While someone types in the file its JSON is broken most of the time; the findings must not come and go with it.
    const usable = broken ? (seen.get(uri) ?? config) : config;
    seen.set(uri, usable);
    // A copy: an open document changes under the hands of whoever keeps it.
    const document = TextDocument.create(uri, 'jsonc', open?.version ?? 0, text);
    const file = { document, config: usable, problems, version: open?.version ?? null };
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
