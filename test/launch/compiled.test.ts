import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'nianbao-compiled-'));
// Where macOS has them; elsewhere it goes by the environment.
const caches = join(folder, 'Library', 'Caches');
const cache = join(caches, 'nianbao-lint');
const bundle = join(folder, 'bundle.cjs');
const program = join(folder, 'program.cjs');

afterAll(() => rmSync(folder, { recursive: true, force: true }));

// A process of its own for each start, as in life: one process compiles nothing twice.
buildSync({
  stdin: {
    contents: `import { requireCompiled } from './compiled.ts';
      const [, , bundle, build, keeps] = process.argv;
      const { exports, keep } = requireCompiled(bundle, build);
      console.log(exports.say());
      if (keeps) keep();`,
    resolveDir: new URL('../../server/src/launch', import.meta.url).pathname,
  },
  outfile: program,
  bundle: true,
  platform: 'node',
  format: 'cjs',
});

const saying = (word: string): string => `exports.say = () => require('node:path').basename(__dirname + '/${word}');\n`;

beforeEach(() => {
  rmSync(caches, { recursive: true, force: true });
  writeFileSync(bundle, saying('one'));
});

function start(build: string, { keeps = false, env = {} }: { keeps?: boolean; env?: NodeJS.ProcessEnv } = {}): string {
  const { stdout, stderr } = spawnSync(process.execPath, [program, bundle, build, keeps ? 'keep' : ''], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: folder, XDG_CACHE_HOME: caches, LOCALAPPDATA: caches, ...env },
  });
  expect(stderr).toBe('');
  return stdout.trim();
}

/** Starts, keeps the code and says where; one file is then there. */
function keep(build: string): string {
  start(build, { keeps: true });
  expect(readdirSync(cache)).toHaveLength(1);
  return join(cache, readdirSync(cache)[0] ?? '');
}

describe('a bundle loaded with its compiled code', () => {
  it('leaves nothing behind until it is told to', () => {
    expect(start('a')).toBe('one');
    expect(existsSync(cache)).toBe(false);
  });

  it('keeps the code once, and takes it from there', () => {
    const file = keep('a');
    const { ino } = statSync(file);
    expect(start('a', { keeps: true })).toBe('one');
    expect(statSync(file).ino).toBe(ino);
  });

  it('never runs the code of another build', () => {
    keep('a');
    // As long as before: V8 itself would not notice.
    writeFileSync(bundle, saying('two'));
    expect(start('b')).toBe('two');
    keep('b');
    expect(start('b')).toBe('two');
  });

  it.each([
    ['empty', () => Buffer.alloc(0)],
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['of something else', () => Buffer.from('a'.repeat(5000))],
  ])('compiles anew when the kept file is %s, and mends it', (_, damaged) => {
    const file = keep('a');
    const { length } = readFileSync(file);
    writeFileSync(file, damaged(readFileSync(file)));
    expect(start('a')).toBe('one');
    expect(readFileSync(keep('a')).length).toBe(length);
  });

  it('compiles anew when any one bit of the kept file is wrong: V8 itself would end the process', () => {
    const file = keep('a');
    const whole = readFileSync(file);
    for (let step = 0; step < 24; step++) {
      const place = Math.floor((whole.length * step) / 24);
      const damaged = Buffer.from(whole);
      damaged[place] = (damaged[place] ?? 0) ^ (1 << (step & 7));
      writeFileSync(file, damaged);
      expect(start('a'), `byte ${place}`).toBe('one');
    }
    writeFileSync(file, Buffer.concat([whole, Buffer.alloc(1)]));
    expect(start('a')).toBe('one');
    keep('a');
    expect(readFileSync(file).length).toBe(whole.length);
  });

  it('compiles anew after a quarter of a year, and clears away what nobody renews', () => {
    const file = keep('a');
    const { ino } = statSync(file);
    const stray = join(cache, 'of-an-old-program');
    writeFileSync(stray, '');
    const long = Date.now() / 1000 - 100 * 24 * 3600;
    for (const path of [file, stray]) utimesSync(path, long, long);
    keep('a');
    expect(statSync(file).ino).not.toBe(ino);
  });

  /** What is kept says one thing, what is compiled anew another. */
  function kept(): string {
    const file = keep('a');
    writeFileSync(bundle, saying('two')); // as long as before, and under the same name
    expect(start('a')).toBe('one');
    return file;
  }

  describe.skipIf(process.platform === 'win32')('does not run what others may have placed', () => {
    it('in a file that they can write', () => {
      chmodSync(kept(), 0o666);
      expect(start('a')).toBe('two');
    });

    it('in a folder that they can write, which is left as it is', () => {
      kept();
      chmodSync(cache, 0o777);
      expect(start('a', { keeps: true })).toBe('two');
      chmodSync(cache, 0o700);
      expect(start('a')).toBe('one');
    });

    it('by a link, a second name of the file, or a pipe', () => {
      const file = kept();
      const other = join(folder, 'other');
      renameSync(file, other);
      symlinkSync(other, file);
      expect(start('a')).toBe('two');
      rmSync(file);
      linkSync(other, file);
      expect(start('a')).toBe('two');
      rmSync(file);
      spawnSync('mkfifo', [file]);
      expect(start('a')).toBe('two');
      rmSync(other);
    });

    it('by a link for the folder: what that leads to is neither run nor cleared away', () => {
      kept();
      const elsewhere = join(folder, 'elsewhere');
      renameSync(cache, elsewhere);
      symlinkSync(elsewhere, cache);
      writeFileSync(join(elsewhere, 'of-someone-else'), '');
      const long = Date.now() / 1000 - 100 * 24 * 3600;
      for (const name of readdirSync(elsewhere)) utimesSync(join(elsewhere, name), long, long);
      expect(start('a', { keeps: true })).toBe('two');
      expect(readdirSync(elsewhere)).toHaveLength(2);
      rmSync(elsewhere, { recursive: true });
    });

    it.skipIf(process.getuid?.() !== 0)('as another user', () => {
      chownSync(kept(), 1234, 1234);
      expect(start('a')).toBe('two');
    });
  });

  it('works where nothing is to be kept, or can be', () => {
    expect(start('a', { keeps: true, env: { NODE_DISABLE_COMPILE_CACHE: '1' } })).toBe('one');
    expect(start('', { keeps: true })).toBe('one');
    expect(existsSync(cache)).toBe(false);
    mkdirSync(caches, { recursive: true });
    writeFileSync(cache, 'a file where the folder should be');
    expect(start('a', { keeps: true })).toBe('one');
  });
});
