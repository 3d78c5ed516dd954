import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Config, ConfigProblem, ScopeSettings } from '../config/config.ts';
import type { IgnoreEntry } from '../config/ignores.ts';
import { isBelow, readFoundFile, readRegularFile } from '../disk/read-file.ts';
import type { LintOptions } from '../index.ts';
import type { LoadedPacks } from '../packs/load.ts';
import type { RelationSettings } from '../relations/relations.ts';
import type { Locale } from '../rules/rule.ts';
import { decode } from '../text/decode.ts';
import { messagesIn } from './messages.ts';
import { type Locate, locator, type PackPlaceOf } from './positions.ts';
import { errorCode, type StaleIgnore } from './result.ts';

const CONFIG_NAME = '.nianbao.json';

/** A configuration file's settings, and what is wrong in it as `path:line:column message`. */
interface LoadedConfig {
  readonly folder: string;
  /** The file's name as it is shown. */
  readonly shown: string;
  readonly config: Config;
  readonly at: Locate;
  readonly packs?: LoadedPacks;
  readonly packPlaceOf?: PackPlaceOf;
}

/** What the configuration says of one report. */
export interface ReportSettings {
  readonly options: Pick<LintOptions, 'allowedTerms' | 'ignores' | 'issuer' | 'packs' | 'rules' | 'year'>;
  /** Where the entry stands that a rule of a pack comes from. */
  readonly packPlaceOf?: PackPlaceOf;
  /** How it goes with others; the file of last year's report is given by its absolute path. */
  readonly relations: RelationSettings;
  /** Which of the entries that a check found stale are so, and where they stand. */
  stale(entries: readonly object[]): readonly StaleIgnore[];
}

/** Something said about a configuration file. */
export interface Complaint {
  /** `path:line:column message` */
  readonly text: string;
  /** Whether a setting has no effect. */
  readonly serious: boolean;
}

/** No configuration file: the text and the rules alone decide. */
const NONE: ReportSettings = { options: {}, relations: {}, stale: () => [] };

/** In bytes, beyond any settings file. The limit in characters is checked where they are read. */
const LARGEST = 4_000_000;

const NOT_THERE: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR']);

/**
 * Finds `.nianbao.json` upwards from each report, once a folder, or uses the file given by --config for all.
 * The reader of the format is loaded with the first file found: most runs have none.
 */
export class SettingsSource {
  readonly #cwd: string;
  readonly #locale: Locale;
  readonly #complaints: Complaint[] = [];
  readonly #byFolder = new Map<string, Promise<LoadedConfig | undefined>>();
  readonly #forAll: Promise<LoadedConfig | undefined> | undefined;

  /** @param file what --config names */
  constructor(cwd: string, file: string | undefined, locale: Locale) {
    this.#cwd = cwd;
    this.#locale = locale;
    this.#forAll = file === undefined ? undefined : this.#load(resolve(cwd, file), false);
  }

  /** Complaints about configuration files met so far, for the user. */
  get complaints(): readonly Complaint[] {
    return this.#complaints;
  }

  /** The settings for a report at an absolute path. */
  async of(report: string): Promise<ReportSettings> {
    const loaded = await (this.#forAll ?? this.#nearest(dirname(report)));
    return loaded ? settingsIn(loaded, report, this.#locale) : NONE;
  }

  #nearest(folder: string): Promise<LoadedConfig | undefined> {
    const known = this.#byFolder.get(folder);
    if (known) return known;
    const parent = dirname(folder);
    const found = this.#load(join(folder, CONFIG_NAME), true).then(
      (own) => own ?? (parent === folder ? undefined : this.#nearest(parent)),
    );
    this.#byFolder.set(folder, found);
    return found;
  }

  /** @param isFound on the way upwards from a report, where nobody named it: links out of the way are not followed. */
  async #load(path: string, isFound: boolean): Promise<LoadedConfig | undefined> {
    const shown = relative(this.#cwd, path) || path;
    const folder = dirname(path);
    try {
      return { folder, shown, ...(await this.#parse(path, shown, this.#bytesOf(path, isFound))) };
    } catch (error) {
      const say = messagesIn(this.#locale);
      const code = errorCode(error);
      const isMissing = NOT_THERE.has(code);
      if (!isMissing) this.#complain(say.cannotRead(shown, code));
      else if (!isFound) this.#complain(say.noSettings(shown));
      // A file that exists and cannot be used sets nothing; that of a folder above was not meant for this report.
      return isMissing ? undefined : { folder, shown, config: {}, at: locator('') };
    }
  }

  #bytesOf(path: string, isFound: boolean): Uint8Array {
    if (!isFound) return readRegularFile(path, LARGEST);
    return readFoundFile(path, isBelow(this.#cwd, path) ? this.#cwd : undefined, LARGEST);
  }

  async #parse(path: string, shown: string, bytes: Uint8Array): Promise<Omit<LoadedConfig, 'folder' | 'shown'>> {
    const decoded = decode(bytes);
    const text = typeof decoded === 'string' ? '' : decoded.text;
    if (typeof decoded === 'string') this.#complain(messagesIn(this.#locale).cannotRead(shown, 'binary'));
    const { parseConfig } = await import('../config/config.ts');
    const parsed = parseConfig(text, this.#locale);
    const paths = parsed.config.packs ?? [];
    const at = locator(text);
    if (paths.length === 0) {
      this.#complainOf(shown, at, parsed.problems);
      return { config: parsed.config, at };
    }
    const { loadFromDisk, placesIn } = await import('./packs.ts');
    const packs = await loadFromDisk(this.#cwd, path, text, paths, this.#locale);
    // Only now is it known which rules the file may name.
    const { config, problems } = parseConfig(text, this.#locale, packs.ids);
    this.#complainOf(shown, at, [...problems, ...packs.problems]);
    for (const pack of packs.packs) {
      const name = relative(this.#cwd, pack.address);
      this.#complainOf(name, locator(pack.text), pack.problems);
    }
    return { config, at, packs, packPlaceOf: placesIn(this.#cwd, packs) };
  }

  #complainOf(shown: string, at: Locate, problems: readonly ConfigProblem[]): void {
    for (const { span, message, severity } of problems) {
      const { line, column } = at(span.start);
      this.#complain(`${shown}:${line}:${column} ${message}`, severity === 'warning');
    }
  }

  #complain(text: string, serious = true): void {
    this.#complaints.push({ text, serious });
  }
}

/** What a configuration file says of one report. */
async function settingsIn(loaded: LoadedConfig, report: string, locale: Locale): Promise<ReportSettings> {
  const [{ ignoresFor, relationsFor, settingsFor, staleEntries }, { toReadOption }, { staleMessage }] =
    await Promise.all([import('../config/settings.ts'), import('../config/issuer.ts'), import('../config/ignores.ts')]);
  const { folder, shown, config, at, packs, packPlaceOf } = loaded;
  const path = relative(folder, report).split(sep).join('/');
  const { issuer, ...settings }: ScopeSettings = settingsFor({}, config, path, packs?.severities);
  const ignores = ignoresFor(config, path);
  const toStale = (entry: IgnoreEntry): StaleIgnore => {
    const { rule, fingerprint, span } = entry;
    return { config: shown, ...at(span.start), rule, fingerprint, message: staleMessage(entry, locale) };
  };
  return {
    options: { ...settings, ignores, issuer: toReadOption(issuer), ...(packs && { packs: packs.rules }) },
    ...(packPlaceOf && { packPlaceOf }),
    relations: relationsFor(config, path, (name) => resolve(folder, name)),
    stale: (entries) => staleEntries(ignores, entries).map(toStale),
  };
}
