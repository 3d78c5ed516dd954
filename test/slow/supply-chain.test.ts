// The same sources make the same bytes, and nothing that an install script does is needed.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePackage } from '../../scripts/package.ts';

const root = join(import.meta.dirname, '..', '..');
let home = '';

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'nianbao-supply-'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const digest = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

const digests = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }): [string, string] => {
        const path = join(parentPath, name);
        return [relative(folder, path), digest(path)];
      })
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

const build = (cwd: string, ...args: string[]) =>
  execFileSync(process.execPath, ['esbuild.mjs', '--production', ...args], {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
  });

/** The tracked files of the working tree in a folder of their own. */
function copyTo(folder: string): void {
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  }).split('\0');
  // No link: npm would follow node_modules out of the copy and empty what it leads to.
  for (const file of files.filter((name) => name !== '' && !lstatSync(join(root, name)).isSymbolicLink())) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(root, file), join(folder, file));
  }
}

describe('a build', () => {
  it('gives the same bytes twice, with the licences and the list of what is in it', () => {
    build(root, '--outdir', join(home, 'one'));
    build(root, '--outdir', join(home, 'another', 'place'));
    const one = digests(join(home, 'one'));
    expect(Object.keys(one)).toEqual(
      expect.arrayContaining(['THIRD-PARTY-NOTICES.txt', 'cli.js', 'sbom.cdx.json', 'server.cjs', 'web/server.js']),
    );
    expect(digests(join(home, 'another', 'place'))).toEqual(one);
  });

  it('keeps legal comments and names no folder of the machine', () => {
    const server = readFileSync(join(home, 'one', 'server-main.cjs'), 'utf8');
    expect(server).toContain('Derived, by selection, from the character dictionary');
    for (const name of Object.keys(digests(join(home, 'one')))) {
      expect(readFileSync(join(home, 'one', name), 'utf8').includes(root), name).toBe(false);
    }
  });

  it('works after an install without install scripts', () => {
    const copy = join(home, 'copy');
    copyTo(copy);
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    execFileSync(npm, ['ci', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund'], {
      cwd: copy,
      stdio: ['ignore', 'ignore', 'pipe'],
      shell: process.platform === 'win32',
    });
    build(copy);
    expect(digest(join(copy, 'dist', 'cli-main.cjs'))).toBe(digest(join(home, 'one', 'cli-main.cjs')));
    expect(execFileSync(process.execPath, ['dist/cli.js', '--version'], { cwd: copy, encoding: 'utf8' })).toMatch(
      /^\d/,
    );
  });
});

it('a package gives the same bytes twice, whatever the time and the time zone', () => {
  const zone = process.env.TZ;
  const one = digest(makePackage(join(home, 'one.vsix')));
  process.env.TZ = 'Asia/Shanghai';
  const other = digest(makePackage(join(home, 'other.vsix')));
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
  expect(other).toBe(one);
});
