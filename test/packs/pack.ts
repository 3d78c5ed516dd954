import { type LoadedPacks, loadPacks } from '../../server/src/packs/load.ts';
import type { Locale } from '../../server/src/rules/rule.ts';

/** Packs of a folder that exists in a test alone. Their paths stand below /office. */
export async function packsOf(
  files: Readonly<Record<string, unknown>>,
  paths: readonly string[] = Object.keys(files).slice(0, 1),
  locale: Locale = 'zh',
): Promise<LoadedPacks> {
  const read = new Map(
    Object.entries(files).map(([name, pack]) => [
      `/office/${name}`,
      typeof pack === 'string' ? pack : JSON.stringify(pack, null, 1),
    ]),
  );
  const named = paths.map((path) => ({ path, span: { start: 0, end: 0 } }));
  return loadPacks(
    '/office/.nianbao.json',
    '',
    named,
    {
      resolve(from, path) {
        const address = new URL(path, `file://${from}`).pathname;
        return address.startsWith('/office/') ? decodeURIComponent(address) : undefined;
      },
      read: async (address) => read.get(address),
    },
    { locale, examples: true },
  );
}

export const ONE = 'a.nianbao-pack.json';

/** A pack with one entry; message, basis and examples are filled in unless the entry has its own. */
export const packWith = (entry: object, name = '某县'): object => ({
  name,
  entries: { 一条: { message: '不合要求', basis: '某通知', right: [], wrong: [], ...entry } },
});

/** What is wrong in the only pack. */
export const faultsOf = ({ packs }: LoadedPacks): string[] =>
  packs.flatMap(({ problems }) => problems.map(({ message }) => message));
