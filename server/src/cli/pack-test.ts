import { basename, dirname, relative, resolve } from 'node:path';
import { isPackName } from '../config/pack-path.ts';
import { isBelow } from '../disk/read-file.ts';
import { type LoadedPack, loadPacks } from '../packs/load.ts';
import type { Locale } from '../rules/rule.ts';
import { messagesIn } from './messages.ts';
import { packsOnDisk } from './packs.ts';
import { locator } from './positions.ts';

interface Output {
  readonly cwd: string;
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
}

/** What came out of one pack, a line a fault: `path:line:column message`. */
function linesOf({ address, text, problems, tried }: LoadedPack, cwd: string, locale: Locale): string[] {
  const name = relative(cwd, address) || address;
  const at = locator(text);
  const faults = problems.map(({ span, message }) => {
    const { line, column } = at(span.start);
    return `${name}:${line}:${column} ${message}`;
  });
  return [...faults, messagesIn(locale).packTried(name, tried?.passed ?? 0, tried?.failed ?? 0)];
}

/**
 * `nianbao-lint pack test FILE…`: reads packs with all they extend and tries their own sentences.
 * @returns 0 when all came out as they say, 1 when one did not or an entry cannot be used, 2 when a file is no pack.
 */
export async function testPacks(
  paths: readonly string[],
  locale: Locale,
  { cwd, stdout, stderr }: Output,
): Promise<number> {
  const say = messagesIn(locale);
  let status = 0;
  for (const path of paths) {
    if (!isPackName(path)) {
      stderr(`${say.noPack(path)}\n`);
      status = 2;
      continue;
    }
    const address = resolve(cwd, path);
    const home = isBelow(cwd, address) ? cwd : dirname(address);
    const named = { path: basename(path), span: { start: 0, end: 0 } };
    const loaded = await loadPacks(address, '', [named], packsOnDisk(home), { locale, examples: true });
    for (const pack of loaded.packs) for (const line of linesOf(pack, cwd, locale)) stdout(`${line}\n`);
    if (loaded.packs.length === 0) {
      for (const { message } of loaded.problems) stderr(`${message}\n`);
      status = 2;
    }
    const isBroken = loaded.packs.some(({ problems }) => problems.some(({ severity }) => severity === 'warning'));
    if (isBroken) status = Math.max(status, 1);
  }
  return status;
}
