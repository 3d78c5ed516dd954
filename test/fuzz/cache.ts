import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { draft } from '../support/draft.ts';
import { type Random, randomFrom } from './random.ts';

const CLI = join(import.meta.dirname, '..', '..', 'dist', 'cli.js');
const FAULTY = draft({ seed: 3, say: { 5: '继续努力，，取得成效。。' } }).text;

/** Bits and stretches that are wrong, a part in another's place, an end that is lost. */
function damaged(whole: Buffer, random: Random): Buffer {
  const bytes = Buffer.from(whole);
  const place = random.below(whole.length);
  const how = random.below(4);
  if (how < 2) bytes[place] = (bytes[place] ?? 0) ^ (1 << random.below(8));
  else if (how === 2) bytes.fill(random.below(256), place, place + 1 + random.below(4096));
  else bytes.copy(bytes, random.below(whole.length), place);
  return random.below(8) === 0 ? bytes.subarray(0, place) : bytes;
}

/**
 * Starts the command line again and again with damaged compiled code.
 * @param goesOn asked before each start, with how many there were.
 * @returns how many starts there were.
 * @throws when one of them says anything else than a start with sound code, or does not mend it.
 */
export function fuzzCache(seed: number, goesOn: (starts: number) => boolean): number {
  const home = mkdtempSync(join(tmpdir(), 'nianbao-cache-'));
  try {
    const caches = join(home, 'Library', 'Caches'); // where macOS has them; elsewhere it goes by the environment
    const env = { ...process.env, HOME: home, XDG_CACHE_HOME: caches, LOCALAPPDATA: caches };
    writeFileSync(join(home, 'a.txt'), FAULTY);
    const start = (): string => {
      const { stdout, stderr, status, signal } = spawnSync(process.execPath, [CLI, 'a.txt'], { cwd: home, env });
      return `${stdout}\n${stderr}\n${status} ${signal}`;
    };
    const right = start();
    const folder = join(caches, 'nianbao-lint');
    if (!existsSync(folder)) throw new Error(`no code was kept: ${right}`);
    const file = join(folder, readdirSync(folder)[0] ?? '');
    const whole = readFileSync(file);
    const random = randomFrom(seed);
    let starts = 0;
    for (; goesOn(starts); starts++) {
      const bytes = damaged(whole, random);
      if (bytes.equals(whole)) continue;
      writeFileSync(file, bytes);
      const said = start();
      if (said !== right) throw new Error(`start ${starts} with damaged code: ${said}`);
      if (readFileSync(file).equals(bytes)) throw new Error(`start ${starts} did not mend the kept code`);
    }
    return starts;
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
