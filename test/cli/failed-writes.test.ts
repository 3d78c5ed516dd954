// A write that fails in the middle: the draft stays as it was, nothing is left beside it, and the user is told why.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { draft } from '../support/draft.ts';
import { folderOf } from './harness.ts';
import { buildProgram } from './program.ts';

const shipped = buildProgram();
const program = shipped.path;

afterAll(() => shipped.remove());

const FAULTY = draft({ seed: 4, say: { 5: '继续努力，，取得成效。。' } }).text;

const shell = (command: string, cwd: string) =>
  spawnSync('bash', ['-c', `${command} "${process.execPath}" "${program}" --fix a.txt`], { cwd, encoding: 'utf8' });

describe.skipIf(process.platform === 'win32')('--fix', () => {
  it('mends the draft when nothing is in the way', () => {
    const cwd = folderOf({ 'a.txt': FAULTY });
    shell('', cwd);
    expect(readFileSync(join(cwd, 'a.txt'), 'utf8')).not.toBe(FAULTY);
    expect(readdirSync(cwd)).toEqual(['a.txt']);
  });

  it('leaves it whole when files may not become so large', () => {
    const cwd = folderOf({ 'a.txt': FAULTY });
    const { stderr, status } = shell('ulimit -f 1;', cwd);
    expect(stderr).toContain('a.txt：未写入，原文件没有改动（超过允许的文件大小）');
    expect(status).toBe(2);
    expect(readFileSync(join(cwd, 'a.txt'), 'utf8')).toBe(FAULTY);
    expect(readdirSync(cwd)).toEqual(['a.txt']);
  });

  it('leaves it whole when the disk is full', ({ skip }) => {
    const cwd = join(folderOf({}), 'disk');
    mkdirSync(cwd);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', cwd]).status === 0;
    if (!mounted) skip('only root may mount a small disk');
    try {
      writeFileSync(join(cwd, 'a.txt'), FAULTY);
      for (let size = 32 * 1024; size >= 512; size /= 2) {
        try {
          writeFileSync(join(cwd, 'filler'), 'x'.repeat(size), { flag: 'a' });
        } catch {
          // Full at this size; a smaller piece may still fit.
        }
      }
      const { stderr, status } = shell('', cwd);
      expect(stderr).toContain('a.txt：未写入，原文件没有改动（磁盘已满）');
      expect(status).toBe(2);
      expect(readFileSync(join(cwd, 'a.txt'), 'utf8')).toBe(FAULTY);
      expect(readdirSync(cwd).sort()).toEqual(['a.txt', 'filler']);
    } finally {
      spawnSync('umount', ['-l', cwd]);
    }
  });
});
