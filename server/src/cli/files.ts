import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, extname, join, normalize, resolve, sep } from 'node:path';
import { isBelow } from '../disk/read-file.ts';
import { FORMATS } from '../report/source/index.ts';
import { errorCode, type NotReadReason } from './result.ts';

/** A file to read, or one that stays unread and why. `path` is for people: as typed, with forward slashes. */
export type Found =
  | { readonly kind: 'stdin'; readonly named: true }
  | {
      readonly kind: 'file';
      readonly path: string;
      readonly absolute: string;
      readonly named: boolean;
      /** It was named, and is a link out of its folder: whoever owns that may have laid it. It is read and not written. */
      readonly leadsOut?: true;
    }
  | { readonly kind: 'not-read'; readonly path: string; readonly reason: NotReadReason; readonly named: boolean };

const READ: readonly string[] = [...FORMATS.flatMap(({ endings }) => endings), '.docx', '.docm'];
const isRead = (path: string): boolean => READ.includes(extname(path).toLowerCase());
/** Listed, so that nobody takes an unread draft for a clean one. */
const OLD_WORD = /\.(?:doc|wps)$/i;

const shown = (path: string): string => (sep === '/' ? path : path.replaceAll(sep, '/'));

/** Sorted by code unit, so that the order is the same under any locale and on any file system. */
function entriesOf(folder: string): Dirent[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && name !== 'node_modules' && !name.startsWith('~$'))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

class Search {
  readonly #seen = new Set<string>();
  /** The real paths of what was named. */
  readonly #named: readonly string[];

  constructor(named: readonly string[]) {
    this.#named = named;
  }

  /** Two names of one file (a link, a folder named twice) are one draft; this also ends loops of links. */
  #first(real: string): boolean {
    if (this.#seen.has(real)) return false;
    this.#seen.add(real);
    return true;
  }

  *folder(path: string, real: string): Generator<Found> {
    if (!this.#first(real)) return;
    let entries: Dirent[];
    try {
      entries = entriesOf(real);
    } catch (error) {
      yield { kind: 'not-read', path: shown(path), reason: errorCode(error), named: false };
      return;
    }
    for (const entry of entries) {
      const inside = join(path, entry.name);
      if (entry.isSymbolicLink()) yield* this.#link(inside, join(real, entry.name));
      else if (entry.isDirectory()) yield* this.folder(inside, join(real, entry.name));
      else if (entry.isFile()) yield* this.#listed(inside, join(real, entry.name));
    }
  }

  /** A link may lead to another place among what was named, and no further: with --fix, what it leads to is written. */
  *#link(path: string, link: string): Generator<Found> {
    try {
      const real = realpathSync(link);
      const target = statSync(real);
      const isFolder = target.isDirectory();
      if (!isFolder && !(target.isFile() && (isRead(path) || OLD_WORD.test(path)))) return;
      if (!this.#named.some((named) => named === real || isBelow(named, real))) {
        yield { kind: 'not-read', path: shown(path), reason: 'outside', named: false };
      } else if (isFolder) yield* this.folder(path, real);
      else yield* this.#listed(path, real);
    } catch {
      // A dangling link is no draft.
    }
  }

  *#listed(path: string, real: string): Generator<Found> {
    const wanted = isRead(path);
    if ((!wanted && !OLD_WORD.test(path)) || !this.#first(real)) return;
    if (wanted) yield { kind: 'file', path: shown(path), absolute: real, named: false };
    else yield { kind: 'not-read', path: shown(path), reason: 'old-word', named: false };
  }

  *argument(argument: string, cwd: string): Generator<Found> {
    const path = normalize(argument);
    try {
      const real = realpathSync(resolve(cwd, path));
      if (statSync(real).isDirectory()) yield* this.folder(path, real);
      else if (this.#first(real)) {
        const leadsOut = !isBelow(realpathSync(dirname(resolve(cwd, path))), real);
        yield { kind: 'file', path: shown(path), absolute: real, named: true, ...(leadsOut && { leadsOut }) };
      }
    } catch (error) {
      yield { kind: 'not-read', path: shown(path), reason: errorCode(error), named: true };
    }
  }
}

function realPathOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined; // this is said where its turn comes
  }
}

/**
 * The drafts that the arguments stand for: arguments in the order given, folders in a fixed order.
 * `-` is standard input, once.
 */
export function findFiles(paths: readonly string[], cwd: string): Found[] {
  const named = paths.flatMap((path) => realPathOf(resolve(cwd, path)) ?? []);
  const search = new Search(named);
  const found: Found[] = [];
  for (const path of paths) {
    if (path !== '-') for (const each of search.argument(path, cwd)) found.push(each);
    else if (!found.some(({ kind }) => kind === 'stdin')) found.push({ kind: 'stdin', named: true });
  }
  return found;
}
