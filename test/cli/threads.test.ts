import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, describe, expect, it } from 'vitest';
import { readArguments } from '../../server/src/cli/args.ts';
import { FileCheck } from '../../server/src/cli/file-check.ts';
import { fileWork } from '../../server/src/cli/file-work.ts';
import { findFiles } from '../../server/src/cli/files.ts';
import type { Formatter } from '../../server/src/cli/formats/format.ts';
import { progressBar } from '../../server/src/cli/progress.ts';
import { onThreads, threadsFor } from '../../server/src/cli/threads.ts';
import { draft } from '../support/draft.ts';
import { fakeEngine, folderOf, TITLE } from './harness.ts';
import { buildProgram } from './program.ts';

const shipped = buildProgram();
const program = shipped.path;

afterAll(() => shipped.remove());

const start = (argv: readonly string[], cwd: string) =>
  spawnSync(process.execPath, [program, ...argv], { cwd, encoding: 'utf8', maxBuffer: 1 << 28 });

const many = (count: number): string =>
  folderOf({
    ...Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `${String(index).padStart(3, '0')}.txt`,
        // Drafts of different lengths, so that the threads get out of step.
        draft({ seed: index, say: { 5: `${'取得成效。。'.repeat((index * 7) % 40)}` } }).text,
      ]),
    ),
    'letter.txt': '各位同事：\n',
    'bytes.txt': new Uint8Array([0, 1, 2, 3, 255, 0]),
    '.nianbao.json': '{ "rules": { "no/such-rule": "off" } }',
  });

describe('several threads', () => {
  it('say and write just what one says and writes', () => {
    for (const format of ['pretty', 'json', 'sarif']) {
      const cwd = many(16);
      const one = start(['--threads', '1', '--format', format, '.'], cwd);
      const three = start(['--threads', '3', '--format', format, '.'], cwd);
      expect(one.stdout.length).toBeGreaterThan(5000);
      expect(three.stdout).toBe(one.stdout);
      expect(three.stderr).toBe(one.stderr);
      expect(three.status).toBe(one.status);
    }
  }, 60_000);

  it('mend all files', () => {
    const [serial, parallel] = [many(16), many(16)];
    const fixed = start(['--threads', '1', '--fix', '.'], serial);
    expect(fixed.stdout).toContain('已改正');
    expect(start(['--threads', '3', '--fix', '.'], parallel).stdout).toBe(fixed.stdout);
    for (const name of ['000.txt', '007.txt', '015.txt']) {
      expect(readFileSync(join(parallel, name), 'utf8')).toBe(readFileSync(join(serial, name), 'utf8'));
    }
  }, 60_000);

  it('are used when there are enough files to be worth it', () => {
    expect([1, 600, 601, 1200, 5000].map((files) => threadsFor(files, 4))).toEqual([1, 1, 2, 3, 4]);
    expect(threadsFor(1000, 1)).toBe(1);
  });
});

describe('a worker that fails', () => {
  const files = () => {
    const cwd = folderOf(Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`${index}.txt`, TITLE])));
    const command = readArguments(['.']);
    if (command.kind !== 'lint') throw new Error('not a lint command');
    async function* nothing(): AsyncGenerator<Uint8Array> {}
    const formatter: Formatter = { part: () => '', add: () => '', end: () => [] };
    const settings = { options: command.options, cwd, colour: false };
    return {
      found: findFiles(['.'], cwd).map((found) => ({ kind: 'check' as const, found })),
      own: fileWork(settings, fakeEngine, formatter, nothing()),
    };
  };

  const collect = async (code: string) => {
    const { found, own } = files();
    const kinds: string[] = [];
    const start = () => new Worker(code, { eval: true });
    for await (const outcome of onThreads(found, own, { workers: 2, start, stopped: () => false })) {
      kinds.push('summary' in outcome && outcome.summary.reports === 1 ? 'report' : 'not-read');
    }
    return kinds;
  };

  it('loses one file at most, and says which', async () => {
    // Dies at its first job, each time it is started anew.
    const kinds = await collect(`
      const { parentPort } = require('node:worker_threads');
      parentPort.postMessage('ready');
      parentPort.once('message', () => process.exit(7));
    `);
    expect(kinds).toHaveLength(12);
    expect(kinds).toContain('not-read');
    expect(kinds.filter((kind) => kind === 'report').length).toBeGreaterThan(0);
  });

  it('loses nothing when no worker can start', async () => {
    expect(await collect('throw new Error("no such luck")')).toEqual(Array.from({ length: 12 }, () => 'report'));
  });

  it('answers the other files when the engine throws in one', async () => {
    const cwd = folderOf({ 'a.txt': TITLE, 'b.txt': `${TITLE}炸` });
    const command = readArguments(['.']);
    if (command.kind !== 'lint') throw new Error('not a lint command');
    async function* nothing(): AsyncGenerator<Uint8Array> {}
    const engine = {
      ...fakeEngine,
      lint: (...[text, options]: Parameters<typeof fakeEngine.lint>) => {
        if (text.includes('炸')) throw new Error('fault');
        return fakeEngine.lint(text, options);
      },
    };
    const own = new FileCheck(command.options, cwd, engine, nothing());
    const [a, b] = findFiles(['.'], cwd);
    if (!a || !b) throw new Error('no files');
    expect((await own.one(b)).file).toMatchObject({ kind: 'not-read', reason: 'internal' });
    expect((await own.one(a)).file.kind).toBe('report');
  });
});

describe('the progress bar', () => {
  it('shows how far it is, at most ten times a second, and goes away', () => {
    let time = 0;
    let written = '';
    const bar = progressBar(
      200,
      (text) => {
        written += text;
      },
      () => time,
    );
    bar.at(1);
    expect(written).toBe('');
    time = 150;
    bar.at(50);
    bar.at(51);
    expect(written).toBe(`\r\u001b[K${'█'.repeat(6)}${'░'.repeat(18)} 50/200`);
    bar.clear();
    bar.clear();
    expect(written.endsWith('50/200\r\u001b[K')).toBe(true);
  });
});
