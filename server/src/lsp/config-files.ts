import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Location } from 'vscode-languageserver-types';
import {
  CONFIG_NAME,
  type Config,
  type ConfigProblem,
  type ParsedConfig,
  parseConfig,
  refusedConfig,
} from '../config/config.ts';
import type { LoadedPacks } from '../packs/load.ts';
import type { Locale, RuleId } from '../rules/rule.ts';
import { entriesOf, isPackFile, type PackFiles } from './pack-files.ts';
import type { ConfigText } from './runtime.ts';
import { foldersAbove, join, nameOf } from './uris.ts';

/** A `.nianbao.json` as it stands in the editor or, when it is not open, on the disk. */
export interface ConfigFile {
  readonly document: TextDocument;
  readonly config: Config;
  readonly problems: readonly ConfigProblem[];
  /** What its rule packs bring. */
  readonly packs: LoadedPacks | undefined;
  readonly entryOf: ((rule: RuleId) => Location | undefined) | undefined;
  /** Null when the file is not open, as the protocol wants it in an edit. */
  readonly version: number | null;
  /** It is there and is not read: nothing may be written into it either. */
  readonly refused: boolean;
}

/** A settings file, or a rule pack: what decides how reports are checked, and is none. */
export const isConfigFile = (uri: string): boolean => nameOf(uri) === CONFIG_NAME || isPackFile(uri);

export interface ConfigSources {
  readonly opened: (uri: string) => TextDocument | undefined;
  readonly readConfig: (uri: string) => Promise<ConfigText>;
  readonly locale: () => Locale;
  readonly packFiles: PackFiles;
  /** Called for every file that is read, so that its faults are shown in it. */
  readonly onRead: (file: ConfigFile) => void;
  readonly onGone: (uri: string) => void;
}

/** The settings files of the workspace, each read once until something changes. */
export class ConfigFiles {
  readonly #sources: ConfigSources;
  #files = new Map<string, Promise<ConfigFile | undefined>>();
  readonly #seen = new Map<string, Config>();

  constructor(sources: ConfigSources) {
    this.#sources = sources;
  }

  /** The nearest file upwards from a document; `fallback` is the folder of a document that has none of its own. */
  async find(uri: string, fallback: string | undefined): Promise<ConfigFile | undefined> {
    const folders = foldersAbove(uri);
    const places = folders.length > 0 ? folders : fallback === undefined ? [] : [fallback];
    const found = await Promise.all(places.map((folder) => this.#get(join(folder, CONFIG_NAME))));
    return found.find((file) => file !== undefined);
  }

  /** Something changed: read again when asked next. */
  forget(): void {
    this.#files = new Map();
  }

  #get(uri: string): Promise<ConfigFile | undefined> {
    const known = this.#files.get(uri);
    if (known) return known;
    const file = this.#load(uri);
    this.#files.set(uri, file);
    return file;
  }

  async #load(uri: string): Promise<ConfigFile | undefined> {
    const { opened, readConfig, locale, onRead, onGone } = this.#sources;
    const kept = await readConfig(uri);
    const open = opened(uri);
    const refusal = typeof kept === 'object' ? kept.refusal : undefined;
    const text = open?.getText() ?? (refusal === undefined ? kept : '');
    if (typeof text !== 'string') {
      if (this.#seen.delete(uri)) onGone(uri);
      return undefined;
    }
    // A copy: an open document changes under the hands of whoever keeps it.
    const document = TextDocument.create(uri, 'jsonc', open?.version ?? 0, text);
    const parsed = refusal === undefined ? parseConfig(text, locale()) : refusedConfig(refusal, locale());
    const complete = await this.#withPacks(document, parsed);
    const file = { ...complete, version: open?.version ?? null, refused: refusal !== undefined };
    onRead(file);
    return file;
  }

  /** Only when its packs are read is it known which rules the file may name. */
  async #withPacks(document: TextDocument, parsed: ParsedConfig): Promise<Omit<ConfigFile, 'refused' | 'version'>> {
    const { locale, packFiles } = this.#sources;
    // While someone types in the file its JSON is broken most of the time; the findings must not come and go with it.
    const last = parsed.broken ? this.#seen.get(document.uri) : undefined;
    const paths = (last ?? parsed.config).packs ?? [];
    const packs = paths.length > 0 ? await packFiles.load(document, paths) : undefined;
    const named = packs ? parseConfig(document.getText(), locale(), packs.ids) : parsed;
    const config = last ?? named.config;
    this.#seen.set(document.uri, config);
    const problems = [...named.problems, ...(packs?.problems ?? [])];
    return { document, config, problems, packs, entryOf: packs && entriesOf(packs) };
  }
}
