import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Config, ScopeSettings } from '../config/config.ts';
import type { IgnoreEntry } from '../config/ignores.ts';
import { isBelow, readFoundFile, readRegularFile } from '../disk/read-file.ts';
import type { LintOptions } from '../index.ts';
import type { Locale } from '../rules/rule.ts';
import { decode } from '../text/decode.ts';
import { messagesIn } from './messages.ts';
import { type Locate, locator } from './positions.ts';
import { errorCode, type StaleIgnore } from './result.ts';

const CONFIG_NAME = '.nianbao.json';

/** A configuration file's settings, and what is wrong in it as `path:line:column message`. */
interface LoadedConfig {
  readonly folder: string;
  /** The file's name as it is shown. */
  readonly shown: string;
  readonly config: Config;
  readonly at: Locate;
}

/** What the configuration says of one report. */
export interface ReportSettings {
  readonly options: Pick<LintOptions, 'allowedTerms' | 'ignores' | 'issuer' | 'rules' | 'year'>;
  /** Which of the entries that a check found stale are so, and where they stand. */
  stale(entries: readonly object[]): readonly StaleIgnore[];
}

/** Something said about a configuration file. */
export interface Complaint {
  /** `path:line:column message` */
  readonly text: string;
  /** Does something not count that was meant to? */
  readonly serious: boolean;
}

export interface SettingsSource {
  /** The settings for a report at an absolute path. */
  of(report: string): Promise<ReportSettings>;
  /** Complaints about configuration files met so far, for the user. */
  readonly complaints: readonly Complaint[];
}

/** No configuration file: the text and the rules alone decide. */
const NONE: ReportSettings = { options: {}, stale: () => [] };

/** In bytes: what no settings reach. How many characters they may have is told where they are read. */
const LARGEST = 4_000_000;

const NOT_THERE: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR']);

/**
 * Finds `.nianbao.json` upwards from each report, once a folder, or uses the file given by --config for all.
 * The reader of the format is loaded with the first file found: most runs have none.
 */
export function settingsSource(cwd: string, file: string | undefined, locale: Locale): SettingsSource {
  const complaints: Complaint[] = [];
  const say = messagesIn(locale);
  const complain = (text: string): void => void complaints.push({ text, serious: true });
  const byFolder = new Map<string, Promise<LoadedConfig | undefined>>();

  /** @param found on the way upwards from a report, where nobody named it: links out of the way are not followed. */
  function bytesOf(path: string, found: boolean): Uint8Array {
    if (!found) return readRegularFile(path, LARGEST);
    return readFoundFile(path, isBelow(cwd, path) ? cwd : undefined, LARGEST);
  }

  async function load(path: string, found: boolean): Promise<LoadedConfig | undefined> {
    const shown = relative(cwd, path) || path;
    try {
      const decoded = decode(bytesOf(path, found));
      const text = typeof decoded === 'string' ? '' : decoded.text;
      if (typeof decoded === 'string') complain(say.cannotRead(shown, 'binary'));
      const { parseConfig } = await import('../config/config.ts');
      const { config, problems } = parseConfig(text, locale);
      const at = locator(text);
      for (const { span, message, severity } of problems) {
        const { line, column } = at(span.start);
        complaints.push({ text: `${shown}:${line}:${column} ${message}`, serious: severity === 'warning' });
      }
      return { folder: dirname(path), shown, config, at };
    } catch (error) {
      const code = errorCode(error);
      const isMissing = NOT_THERE.has(code);
      if (!isMissing) complain(say.cannotRead(shown, code));
      else if (!found) complain(say.noSettings(shown));
      // One that is there and cannot be used sets nothing; that of a folder above was not meant for this report.
      return isMissing ? undefined : { folder: dirname(path), shown, config: {}, at: locator('') };
    }
  }

  function nearest(folder: string): Promise<LoadedConfig | undefined> {
    const known = byFolder.get(folder);
    if (known) return known;
    const parent = dirname(folder);
    const found = load(join(folder, CONFIG_NAME), true).then(
      (own) => own ?? (parent === folder ? undefined : nearest(parent)),
    );
    byFolder.set(folder, found);
    return found;
  }

  const forAll = file === undefined ? undefined : load(resolve(cwd, file), false);

  return {
    complaints,
    async of(report) {
      const loaded = await (forAll ?? nearest(dirname(report)));
      if (!loaded) return NONE;
      const [{ ignoresFor, settingsFor, staleEntries }, { toReadOption }, { staleMessage }] = await Promise.all([
        import('../config/settings.ts'),
        import('../config/issuer.ts'),
        import('../config/ignores.ts'),
      ]);
      const { folder, shown, config, at } = loaded;
      const path = relative(folder, report).split(sep).join('/');
      const { issuer, ...settings }: ScopeSettings = settingsFor({}, config, path);
      const ignores = ignoresFor(config, path);
      const toStale = (entry: IgnoreEntry): StaleIgnore => {
        const { rule, fingerprint, span } = entry;
        return { config: shown, ...at(span.start), rule, fingerprint, message: staleMessage(entry, locale) };
      };
      return {
        options: { ...settings, ignores, issuer: toReadOption(issuer) },
        stale: (entries) => staleEntries(ignores, entries).map(toStale),
      };
    },
  };
}
