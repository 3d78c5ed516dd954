import type { Connection } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { LintSettings } from '../check/lint.ts';
import { parseConfig, type ScopeSettings } from '../config/config.ts';
import { ISSUER_TYPES, toReadOption } from '../config/issuer.ts';
import { ignoresFor, relationsFor, settingsFor } from '../config/settings.ts';
import { DEFAULT_DISPLAY, type Display, readDisplay } from '../language/display.ts';
import type { RelationSettings } from '../relations/relations.ts';
import type { ReadOptions } from '../report/report.ts';
import { formatOfLanguage } from '../report/source/index.ts';
import type { Locale } from '../rules/rule.ts';
import type { ClientFeatures } from './client-features.ts';
import type { ConfigFile, ConfigFiles } from './config-files.ts';
import { foldersAbove, join, nameOf, pathBelow } from './uris.ts';

/** Everything that decides how one document is checked. */
export interface DraftSettings {
  /** Incremented by every change of any setting: results of an older generation are out of date. */
  readonly generation: number;
  readonly read: ReadOptions;
  readonly lint: LintSettings;
  /** How the report goes with others, as far as the configuration file says. */
  readonly relations: RelationSettings;
  readonly display: Display;
  /** The configuration file in effect. */
  readonly config: ConfigFile | undefined;
}

interface EditorSettings extends ScopeSettings {
  readonly language?: unknown;
  readonly display?: Display;
}

/** An editor's form edits plain values only: there the body's name and kind are two settings. */
function withIssuerType(value: object): object {
  const { issuer, issuerType, ...rest }: { issuer?: unknown; issuerType?: unknown } = value;
  if (issuer === undefined || issuer === null || issuer === '') return rest;
  const isKnown = ISSUER_TYPES.some((type) => type === issuerType);
  return { ...rest, issuer: typeof issuer === 'string' && isKnown ? { name: issuer, type: issuerType } : issuer };
}

/** The editor's settings are read as a configuration file is, so that a wrong value is left out and no more. */
function readEditor(value: unknown): EditorSettings {
  if (typeof value !== 'object' || value === null) return {};
  const { reports: _, ignores: __, ...scope } = parseConfig(JSON.stringify(withIssuerType(value))).config;
  return { ...scope, display: readDisplay(value), ...('language' in value && { language: value.language }) };
}

/** What decides how each document is checked: the editor's settings and the configuration file above it. */
export class Settings {
  readonly #connection: Connection;
  readonly #features: ClientFeatures;
  readonly #configFiles: ConfigFiles;
  readonly #folders: () => readonly string[];
  /** Terms allowed for one document until it is closed. */
  readonly #allowed = new Map<string, Set<string>>();
  #generation = 0;
  #editor = new Map<string, Promise<EditorSettings>>();
  #resolved = new Map<string, Promise<DraftSettings>>();
  #sent: unknown;
  #locale: Locale;

  constructor(
    connection: Connection,
    features: ClientFeatures,
    configFiles: ConfigFiles,
    folders: () => readonly string[],
  ) {
    this.#connection = connection;
    this.#features = features;
    this.#configFiles = configFiles;
    this.#folders = folders;
    this.#sent = features.options.settings;
    this.#locale = features.locale;
  }

  get locale(): Locale {
    return this.#locale;
  }

  of(document: TextDocument): Promise<DraftSettings> {
    const key = `${document.languageId} ${document.uri}`;
    const known = this.#resolved.get(key);
    if (known) return known;
    const settings = this.#resolve(document);
    this.#resolved.set(key, settings);
    return settings;
  }

  /** Something has changed, here or elsewhere: ask and read everything again. */
  invalidate(): void {
    this.#generation++;
    this.#editor = new Map();
    this.#resolved = new Map();
    this.#configFiles.forget();
  }

  /** What a client sends that does not answer `workspace/configuration`. */
  replace(value: unknown): void {
    this.#sent = value;
  }

  /** Allow a term for one document until it is closed. */
  allow(uri: string, term: string): void {
    this.#allowed.set(uri, (this.#allowed.get(uri) ?? new Set()).add(term));
  }

  closed(uri: string): void {
    this.#allowed.delete(uri);
    this.#editor.delete(uri);
    for (const key of this.#resolved.keys()) if (key.endsWith(` ${uri}`)) this.#resolved.delete(key);
  }

  #editorSettings(uri: string): Promise<EditorSettings> {
    const known = this.#editor.get(uri);
    if (known) return known;
    const answer = this.#ask(uri);
    this.#editor.set(uri, answer);
    return answer;
  }

  async #ask(uri: string): Promise<EditorSettings> {
    const { console, workspace } = this.#connection;
    try {
      if (!this.#features.configuration) return readEditor(this.#sent);
      return readEditor(await workspace.getConfiguration({ scopeUri: uri, section: 'nianbao' }));
    } catch {
      console.warn('settings: the client sent none that can be used; the defaults hold');
      return {};
    }
  }

  async #resolve({ uri, languageId }: TextDocument): Promise<DraftSettings> {
    const generation = this.#generation;
    const found = this.#configFiles.find(uri, this.#folders()[0]);
    const [editor, config] = await Promise.all([this.#editorSettings(uri), found]);
    const home = config && foldersAbove(config.document.uri)[0];
    const path = home === undefined ? undefined : pathBelow(home, uri);
    const {
      year,
      issuer,
      rules = {},
      allowedTerms = [],
    } = settingsFor(editor, config?.config ?? {}, path, config?.packs?.severities);
    const { language } = editor;
    this.#locale = language === 'zh' || language === 'en' ? language : this.#features.locale;
    const format = formatOfLanguage(languageId)?.id;
    return {
      generation,
      display: editor.display ?? DEFAULT_DISPLAY,
      read: { year, issuer: toReadOption(issuer), ...(format && { format }) },
      lint: {
        rules,
        allowedTerms: [...allowedTerms, ...(this.#allowed.get(uri) ?? [])],
        locale: this.#locale,
        ...(config?.packs && { packs: config.packs.rules }),
        ...(config && { ignores: ignoresFor(config.config, path) }),
        // An untitled document has a placeholder, not a name.
        fileName: foldersAbove(uri).length > 0 ? nameOf(uri) : undefined,
      },
      relations: relationsFor(config?.config ?? {}, path, (name) => join(home ?? '', name)),
      config,
    };
  }
}
