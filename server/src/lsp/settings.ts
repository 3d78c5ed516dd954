import type { Connection } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { LintSettings } from '../check/lint.ts';
import { parseConfig, type ScopeSettings } from '../config/config.ts';
import { ISSUER_TYPES, toReadOption } from '../config/issuer.ts';
import { ignoresFor, settingsFor } from '../config/settings.ts';
import { DEFAULT_DISPLAY, type Display, readDisplay } from '../language/display.ts';
import type { ReadOptions } from '../report/report.ts';
import { formatOfLanguage } from '../report/source/index.ts';
import type { Locale } from '../rules/rule.ts';
import type { ClientFeatures } from './client-features.ts';
import type { ConfigFile, ConfigFiles } from './config-files.ts';
import { foldersAbove, nameOf, pathBelow } from './uris.ts';

/** Everything that decides how one document is checked. */
export interface DraftSettings {
  /** Grows with every change of any setting: results of an older generation are out of date. */
  readonly generation: number;
  readonly read: ReadOptions;
  readonly lint: LintSettings;
  readonly display: Display;
  /** The configuration file in effect. */
  readonly config: ConfigFile | undefined;
}

export interface Settings {
  of(document: TextDocument): Promise<DraftSettings>;
  /** Something has changed, here or elsewhere: ask and read everything again. */
  invalidate(): void;
  /** What a client sends that does not answer `workspace/configuration`. */
  replace(value: unknown): void;
  /** Allow a term for one document until it is closed. */
  allow(uri: string, term: string): void;
  closed(uri: string): void;
  readonly locale: Locale;
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

export function createSettings(
  connection: Connection,
  features: ClientFeatures,
  configFiles: ConfigFiles,
  folders: () => readonly string[],
): Settings {
  let generation = 0;
  let answers = new Map<string, Promise<EditorSettings>>();
  let resolved = new Map<string, Promise<DraftSettings>>();
  let sent: unknown = features.options.settings;
  let locale = features.locale;
  const session = new Map<string, Set<string>>();

  /** The editor's settings are read as a configuration file is, so that a wrong value is left out and no more. */
  function readEditor(value: unknown): EditorSettings {
    if (typeof value !== 'object' || value === null) return {};
    const { reports: _, ignores: __, ...scope } = parseConfig(JSON.stringify(withIssuerType(value))).config;
    return { ...scope, display: readDisplay(value), ...('language' in value && { language: value.language }) };
  }

  async function ask(uri: string): Promise<EditorSettings> {
    try {
      if (!features.configuration) return readEditor(sent);
      return readEditor(await connection.workspace.getConfiguration({ scopeUri: uri, section: 'nianbao' }));
    } catch {
      connection.console.warn('settings: the client sent none that can be used; the defaults hold');
      return {};
    }
  }

  function editorSettings(uri: string): Promise<EditorSettings> {
    const known = answers.get(uri);
    if (known) return known;
    const answer = ask(uri);
    answers.set(uri, answer);
    return answer;
  }

  async function resolve({ uri, languageId }: TextDocument): Promise<DraftSettings> {
    const current = generation;
    const [editor, config] = await Promise.all([editorSettings(uri), configFiles.find(uri, folders()[0])]);
    const home = config && foldersAbove(config.document.uri)[0];
    const path = home === undefined ? undefined : pathBelow(home, uri);
    const { year, issuer, rules = {}, allowedTerms = [] } = settingsFor(editor, config?.config ?? {}, path);
    locale = editor.language === 'zh' || editor.language === 'en' ? editor.language : features.locale;
    const format = formatOfLanguage(languageId)?.id;
    return {
      generation: current,
      display: editor.display ?? DEFAULT_DISPLAY,
      read: { year, issuer: toReadOption(issuer), ...(format && { format }) },
      lint: {
        rules,
        allowedTerms: [...allowedTerms, ...(session.get(uri) ?? [])],
        locale,
        ...(config && { ignores: ignoresFor(config.config, path) }),
        // An untitled document has a placeholder, not a name.
        fileName: foldersAbove(uri).length > 0 ? nameOf(uri) : undefined,
      },
      config,
    };
  }

  function invalidate(): void {
    generation++;
    answers = new Map();
    resolved = new Map();
    configFiles.forget();
  }

  return {
    of(document) {
      const key = `${document.languageId} ${document.uri}`;
      const known = resolved.get(key);
      if (known) return known;
      const settings = resolve(document);
      resolved.set(key, settings);
      return settings;
    },
    invalidate,
    replace(value) {
      sent = value;
    },
    allow(uri, term) {
      session.set(uri, (session.get(uri) ?? new Set()).add(term));
    },
    closed(uri) {
      session.delete(uri);
      answers.delete(uri);
      for (const key of resolved.keys()) if (key.endsWith(` ${uri}`)) resolved.delete(key);
    },
    get locale() {
      return locale;
    },
  };
}
