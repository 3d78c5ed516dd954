import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { folderOf, TITLE } from './harness.ts';
import { buildProgram } from './program.ts';

const shipped = buildProgram();
const program = shipped.path;

afterAll(() => shipped.remove());

const HEADINGS = ['主动公开政府信息情况', '收到和处理政府信息公开申请情况', '其他需要报告的事项'];
const REPORT = `${TITLE}${HEADINGS.map((heading) => `${heading}\n`).join('')}`;

const start = (argv: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}) =>
  spawnSync(process.execPath, [program, ...argv], { cwd, encoding: 'utf8', env: { ...process.env, ...env } });

interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
}

const ended = (child: ReturnType<typeof spawn>): Promise<Ended> =>
  new Promise((resolve) => child.on('close', (status, signal) => resolve({ status, signal })));

describe('the program', () => {
  it('starts by its own first line', () => {
    expect(readFileSync(program, 'utf8').startsWith('#!/usr/bin/env node\n')).toBe(true);
  });

  it('has the exit status of what it found', () => {
    const cwd = folderOf({ 'a.txt': REPORT, 'letter.txt': '各位同事：\n' });
    const wrong = start(['a.txt'], cwd);
    expect(wrong.stderr).toBe('');
    expect(wrong.stdout).toContain('structure/missing-section');
    expect(wrong.status).toBe(1);
    expect(start(['letter.txt'], cwd).status).toBe(2);
    expect(start(['--nope'], cwd).status).toBe(2);
    expect(start(['--version'], cwd).status).toBe(0);
  });

  it('finds the same under any locale, time zone and terminal', () => {
    const cwd = folderOf({ 'a.txt': REPORT, '乙.md': REPORT, '甲.txt': REPORT });
    const usual = start(['.'], cwd).stdout;
    expect(usual).toContain('共 3 份年度报告');
    for (const LC_ALL of ['C', 'zh_CN.GB18030', 'de_DE.UTF-8', 'tr_TR.UTF-8']) {
      expect(start(['.'], cwd, { LC_ALL, LANG: LC_ALL, TZ: 'America/New_York' }).stdout).toBe(usual);
    }
  });

  it('is coloured when a terminal asks for it and NO_COLOR does not forbid it', () => {
    const cwd = folderOf({ 'a.txt': REPORT });
    expect(start(['.'], cwd).stdout).not.toContain('\u001b[');
    expect(start(['.'], cwd, { FORCE_COLOR: '1' }).stdout).toContain('\u001b[');
    expect(start(['.'], cwd, { FORCE_COLOR: '1', NO_COLOR: '1' }).stdout).not.toContain('\u001b[');
  });

  it('is silent when nobody reads on, and keeps its exit status', async () => {
    const cwd = folderOf(Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`${index}.txt`, REPORT])));
    const child = spawn(process.execPath, [program, '.'], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    expect(await ended(child)).toEqual({ status: 1, signal: null });
    expect(stderr).toBe('');
  });

  it('stops at once on Ctrl+C while it waits for standard input', async () => {
    for (const argv of [['-'], ['--fix', '-']]) {
      const child = spawn(process.execPath, [program, ...argv], { stdio: ['pipe', 'ignore', 'ignore'] });
      setTimeout(() => child.kill('SIGINT'), 400);
      expect(await ended(child)).toEqual({ status: null, signal: 'SIGINT' });
    }
  });

  it('leaves every file whole when Ctrl+C comes in the middle of --fix', async () => {
    const name = (index: number): string => `${String(index).padStart(4, '0')}.txt`;
    const cwd = folderOf(Object.fromEntries(Array.from({ length: 600 }, (_, index) => [name(index), REPORT])));
    const child = spawn(process.execPath, [program, '--fix', '.'], { cwd, stdio: ['ignore', 'pipe', 'ignore'] });
    child.stdout.once('data', () => child.kill('SIGINT'));
    child.stdout.resume();
    expect(await ended(child)).toEqual({ status: 130, signal: null });
    const names = readdirSync(cwd);
    expect(names).toHaveLength(600);
    const texts = new Set(names.map((file) => readFileSync(join(cwd, file), 'utf8')));
    expect(texts.has(REPORT), 'some were not reached').toBe(true);
    expect(texts.size, 'some were mended').toBe(2);
  });

  it('says so when the output cannot be written', () => {
    const cwd = folderOf({ 'a.txt': REPORT });
    writeFileSync(join(cwd, 'run.sh'), `"${process.execPath}" "${program}" . > /dev/full`);
    const { status, stderr } = spawnSync('sh', ['run.sh'], { cwd, encoding: 'utf8' });
    expect(stderr).toContain('输出写不进去（ENOSPC）');
    expect(status).toBe(2);
  });
});
