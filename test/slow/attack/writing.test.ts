// Attacks on `--fix`: killed in the middle, and raced by the owner of the folder.
import { spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../fuzz/random.ts';
import { draft } from '../../support/draft.ts';
import { CLI, cli, folder, isRoot, isWindows, OTHER, rootOnly } from './support.ts';

const KILLS = Number(process.env.NIANBAO_KILLS ?? 300);
const FILES = 50;
const TRIES = 12;

const faulty = (seed: number): string => draft({ seed, say: { 5: '继续努力，，取得成效。。' } }).text;

/** Short, so that of the time that a run takes as much as may be goes into writing. */
const short = (seed: number): string =>
  `青禾县水务局2024年政府信息公开工作年度报告\n一、总体情况\n公开信息${seed}条，，取得成效。。\n二、主动公开政府信息情况\n`;

describe(`--fix on ${FILES} files, killed ${KILLS} times`, () => {
  const names = Array.from({ length: FILES }, (_, index) => `${index}.txt`);
  const before = new Map(names.map((name, index) => [name, short(index)]));

  const fill = (cwd: string): void => {
    for (const [name, text] of before) writeFileSync(join(cwd, name), text);
  };
  const texts = (cwd: string) => new Map(names.map((name) => [name, readFileSync(join(cwd, name), 'utf8')]));

  /** @returns milliseconds from the start to the end, or to the kill. */
  async function fixed(cwd: string, killAfter?: number): Promise<number> {
    const begun = performance.now();
    const child = spawn(process.execPath, [CLI, '--fix', '.'], { cwd, stdio: 'ignore' });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    if (killAfter !== undefined) {
      await Promise.race([delay(killAfter), ended]);
      child.kill('SIGKILL');
    }
    await ended;
    return performance.now() - begun;
  }

  it('leaves every file old or new, and the next run leaves nothing else', async () => {
    const cwd = folder();
    fill(cwd);
    const whole = await fixed(cwd);
    const after = texts(cwd);
    for (const name of names) expect(after.get(name)).not.toBe(before.get(name));
    const random = randomFrom(9);
    let between = 0;
    let leftOver = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      fill(cwd);
      // The start, in which nothing is written, takes a third of the time.
      await fixed(cwd, whole / 3 + random.below(whole));
      const now = texts(cwd);
      const mended = names.filter((name) => now.get(name) === after.get(name));
      const untouched = names.filter((name) => now.get(name) === before.get(name));
      expect(mended.length + untouched.length, `kill ${kill}`).toBe(FILES);
      if (mended.length > 0 && untouched.length > 0) between++;
      if (readdirSync(cwd).length > FILES) leftOver++;
    }
    console.log(`${KILLS} kills: ${between} in the middle of the files, ${leftOver} with a temporary file left`);
    await fixed(cwd);
    expect(texts(cwd)).toEqual(after);
    expect(readdirSync(cwd).sort()).toEqual([...names].sort());
    expect(between).toBeGreaterThan(0);
  }, 3_600_000);
});

/** Puts a link in the place of each temporary file that it sees, or of the draft itself. */
const ATTACKER = `
  const fs = require('node:fs');
  const [secret, aim] = process.argv.slice(1);
  console.log('ready');
  for (let turn = 0; ; turn++) {
    for (const name of fs.readdirSync('.')) {
      try {
        if (aim === 'temporary' && /nianbao/.test(name)) { fs.renameSync(name, 'taken'); fs.symlinkSync(secret, name); }
        else if (aim === 'draft' && turn % 5000 === 4999 && name === 'a.txt') { fs.renameSync(name, 'b'); fs.symlinkSync(secret, name); }
      } catch {}
    }
  }`;

describe.skipIf(!isRoot || isWindows)(`--fix by the administrator in the folder of somebody else${rootOnly}`, () => {
  it.each(['temporary', 'draft'])(
    `${TRIES} times, while its owner exchanges files (%s): what is not his stays as it is`,
    async (aim) => {
      const cwd = folder();
      chownSync(cwd, OTHER.uid, OTHER.gid);
      const safe = folder();
      const secret = join(safe, 'secret');
      const text = faulty(1);
      writeFileSync(secret, text, { mode: 0o600 });
      const attacker = spawn(process.execPath, ['-e', ATTACKER, secret, aim], {
        cwd,
        ...OTHER,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      try {
        await new Promise((resolve) => attacker.stdout.once('data', resolve));
        for (let time = 0; time < TRIES; time++) {
          for (const name of readdirSync(cwd)) rmSync(join(cwd, name), { force: true });
          writeFileSync(join(cwd, 'a.txt'), text, { mode: 0o666 });
          chmodSync(join(cwd, 'a.txt'), 0o666);
          chownSync(join(cwd, 'a.txt'), OTHER.uid, OTHER.gid);
          cli(cwd, ['--fix', 'a.txt']);
          expect(statSync(secret)).toMatchObject({ uid: 0, nlink: 1 });
          expect(statSync(secret).mode & 0o777, `try ${time}`).toBe(0o600);
          expect(readFileSync(secret, 'utf8')).toBe(text);
          expect(readdirSync(safe)).toEqual(['secret']);
        }
      } finally {
        attacker.kill('SIGKILL');
      }
    },
  );

  it('does not write through a link that leads out of it', () => {
    const home = folder();
    const cwd = join(home, 'drafts');
    mkdirSync(cwd);
    chownSync(cwd, OTHER.uid, OTHER.gid);
    writeFileSync(join(home, 'secret.txt'), faulty(1), { mode: 0o600 });
    symlinkSync('../secret.txt', join(cwd, 'a.txt'));
    const { stdout, stderr, status } = cli(cwd, ['--fix', '.', '--format', 'json']);
    expect(JSON.parse(stdout).notRead).toEqual([{ path: 'a.txt', reason: 'outside' }]);
    expect(stderr).toContain('没有找到政府信息公开工作年度报告');
    expect(status).toBe(2);
    expect(readFileSync(join(home, 'secret.txt'), 'utf8')).toBe(faulty(1));
  });
});
