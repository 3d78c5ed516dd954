import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { folderOf, TITLE } from '../cli/harness.ts';
import { buildProgram } from '../cli/program.ts';

const program = buildProgram('a build');

afterAll(() => program.remove());

it('keeps its code after the first report, and says the same with it', () => {
  const cwd = folderOf({ 'a.txt': `${TITLE}一、总体情况\n`, 'letter.txt': '各位同事：\n' });
  const caches = join(cwd, 'Library', 'Caches'); // where macOS has them; elsewhere it goes by the environment
  const start = (...argv: string[]) => {
    const env = { PATH: process.env.PATH, HOME: cwd, XDG_CACHE_HOME: caches, LOCALAPPDATA: caches };
    const { stdout, stderr, status } = spawnSync(process.execPath, [program.path, ...argv], {
      cwd,
      encoding: 'utf8',
      env,
    });
    return { stdout, stderr, status };
  };
  start('--version');
  start('letter.txt');
  start('--explain', 'table/label');
  expect(existsSync(caches)).toBe(false);
  const first = start('a.txt');
  expect(readdirSync(join(caches, 'nianbao-lint'))).toHaveLength(1);
  expect(first.stdout).toContain('structure/missing-section');
  expect(start('a.txt')).toEqual(first);
  // Each thread takes the code for itself.
  const report = first.stdout.slice(0, first.stdout.indexOf('\n\n'));
  expect(start('--threads', '2', 'a.txt', 'letter.txt').stdout).toContain(report);
});
