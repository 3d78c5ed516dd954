/** Documents are named by paths or addresses; either has its folders separated by slashes. */
const SLASH = /[\\/]/;

export function folderOf(document: string): string {
  const at = Math.max(document.lastIndexOf('/'), document.lastIndexOf('\\'));
  return at < 0 ? '' : document.slice(0, at);
}

/** The path without the ending: what a report kept in two formats has in common. */
export const stemOf = (document: string): string => document.replace(/\.[A-Za-z0-9]{1,5}$/, '');

/** The year that a file's name says, else that of its folder; undefined where neither does, or where it says two. */
export function yearInPath(document: string): number | undefined {
  const parts = decoded(document).split(SLASH).slice(-2).reverse();
  for (const part of parts) {
    const years = new Set([...part.matchAll(/(?<!\d)20\d\d(?!\d)/g)].map(([year]) => Number(year)));
    const [year] = years;
    if (years.size === 1) return year;
    if (years.size > 1) return undefined;
  }
  return undefined;
}

function decoded(document: string): string {
  try {
    return decodeURIComponent(document);
  } catch {
    return document;
  }
}

/** Which place the reports below a folder are of, as far as their names say. */
export class FolderHomes {
  readonly #homes = new Map<string, Set<string>>();

  add(document: string, home: string): void {
    if (home === '') return;
    for (const folder of foldersOf(document)) {
      const homes = this.#homes.get(folder);
      if (homes) homes.add(home);
      else this.#homes.set(folder, new Set([home]));
    }
  }

  /** The one place of the nearest folder that has any; undefined where there are several. */
  homeOf(document: string): string | undefined {
    for (const folder of foldersOf(document)) {
      const homes = this.#homes.get(folder);
      if (!homes) continue;
      const [home] = homes;
      return homes.size === 1 ? home : undefined;
    }
    return undefined;
  }
}

/** From the nearest up, as far as a county's papers may lie above a body's. */
function* foldersOf(document: string): Iterable<string> {
  let folder = folderOf(document);
  for (let level = 0; level < 4; level++) {
    yield folder;
    if (folder === '') return;
    folder = folderOf(folder);
  }
}
