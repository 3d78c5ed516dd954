import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Config, ScopeSettings } from '../config/config.ts';
import type { Locale } from '../rules/rule.ts';
import { decode } from './decode.ts';
import { locator } from './positions.ts';
import { errorCode } from './result.ts';

const CONFIG_NAME = '.nianbao.json';

/** A configuration file's settings, and what is wrong in it as `path:line:column message`. */
interface LoadedConfig {
  readonly folder: string;
  readonly config: Config;
}

export interface SettingsSource {
  /** The settings for a report at an absolute path. */
  of(report: string): Promise<ScopeSettings>;
  /** Complaints about configuration files met so far, for the user. */
  readonly complaints: readonly string[];
}

/** Bytes of a file, or undefined when there is none. Other failures are the caller's to tell. */
function readIfThere(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes(errorCode(error))) return undefined;
    throw error;
  }
}

/**
 * Finds `.nianbao.json` upwards from each report, once a folder, or uses the file given by --config for all.
 * The reader of the format is loaded with the first file found: most runs have none.
 */
export function settingsSource(cwd: string, file: string | undefined, locale: Locale): SettingsSource {
  const complaints: string[] = [];
  const byFolder = new Map<string, Promise<LoadedConfig | undefined>>();

  async function load(path: string, needed: boolean): Promise<LoadedConfig | undefined> {
    const shown = relative(cwd, path) || path;
    try {
      const bytes = readIfThere(path);
      if (!bytes) {
        if (needed) complaints.push(locale === 'zh' ? `找不到设置文件 ${shown}` : `There is no settings file ${shown}`);
        return undefined;
      }
      const decoded = decode(bytes);
      const text = typeof decoded === 'string' ? '' : decoded.text;
      if (typeof decoded === 'string') {
        complaints.push(locale === 'zh' ? `${shown}：不是文本文件` : `${shown}: not a text file`);
      }
      const { parseConfig } = await import('../config/config.ts');
      const { config, problems } = parseConfig(text, locale);
      const at = locator(text);
      for (const { span, message } of problems) {
        const { line, column } = at(span.start);
        complaints.push(`${shown}:${line}:${column} ${message}`);
      }
      return { folder: dirname(path), config };
    } catch (error) {
      const code = errorCode(error);
      complaints.push(locale === 'zh' ? `${shown}：读不了（${code}）` : `${shown}: cannot be read (${code})`);
      return undefined;
    }
  }

  function nearest(folder: string): Promise<LoadedConfig | undefined> {
    const known = byFolder.get(folder);
    if (known) return known;
    const parent = dirname(folder);
    const found = load(join(folder, CONFIG_NAME), false).then(
      (own) => own ?? (parent === folder ? undefined : nearest(parent)),
    );
    byFolder.set(folder, found);
    return found;
  }

  const forAll = file === undefined ? undefined : load(resolve(cwd, file), true);

  return {
    complaints,
    async of(report) {
      const loaded = await (forAll ?? nearest(dirname(report)));
      if (!loaded) return {};
      const { settingsFor } = await import('../config/settings.ts');
      return settingsFor({}, loaded.config, relative(loaded.folder, report).split(sep).join('/'));
    },
  };
}
