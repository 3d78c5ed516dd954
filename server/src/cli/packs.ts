import { dirname, relative, resolve } from 'node:path';
import type { PackPath } from '../config/pack-path.ts';
import { isBelow, readFileWithin } from '../disk/read-file.ts';
import type { LoadedPacks, PackSource } from '../packs/load.ts';
import type { Locale } from '../rules/rule.ts';
import { decode } from '../text/decode.ts';
import { type Locate, locator, type PackPlaceOf } from './positions.ts';
import { errorCode } from './result.ts';

/** In bytes: what no pack reaches. */
const LARGEST = 4_000_000;

const NOT_THERE: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR']);

/** Packs of this machine's files. @param home the folder that none of them leaves, wherever links lead */
export const packsOnDisk = (home: string): PackSource => ({
  resolve(from, path) {
    const address = resolve(dirname(from), path);
    return isBelow(home, address) ? address : undefined;
  },
  async read(address) {
    try {
      const decoded = decode(readFileWithin(address, home, LARGEST));
      return typeof decoded === 'string' ? { refusal: 'unreadable' } : decoded.text;
    } catch (error) {
      const code = errorCode(error);
      if (NOT_THERE.has(code)) return undefined;
      return { refusal: code === 'outside' ? 'outside' : 'unreadable' };
    }
  },
});

/** The folder that the packs of a settings file must not leave: the one the program runs in, or the file's own. */
export const homeOf = (cwd: string, config: string): string => (isBelow(cwd, config) ? cwd : dirname(config));

/** Load what a settings file names. Its packs' own sentences are not tried: that is `pack test`. */
export async function loadFromDisk(
  cwd: string,
  config: string,
  text: string,
  paths: readonly PackPath[],
  locale: Locale,
): Promise<LoadedPacks> {
  const { loadPacks } = await import('../packs/load.ts');
  return loadPacks(config, text, paths, packsOnDisk(homeOf(cwd, config)), { locale, examples: false });
}

/** Leads from a rule to the entry it comes from. */
export function placesIn(cwd: string, { packs, originOf }: LoadedPacks): PackPlaceOf {
  const locators = new Map<string, Locate>(packs.map(({ address, text }) => [address, locator(text)]));
  return (rule) => {
    const origin = originOf.get(rule as `${string}/${string}`);
    const at = origin && locators.get(origin.address)?.(origin.span.start);
    return origin && at && { path: relative(cwd, origin.address), absolute: origin.address, ...at };
  };
}
