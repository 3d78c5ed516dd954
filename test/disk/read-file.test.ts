import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isBelow, readFoundFile, readRegularFile } from '../../server/src/disk/read-file.ts';

let folder = '';
let workspace = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-disk-'));
  workspace = join(folder, 'workspace');
  mkdirSync(join(workspace, 'inner'), { recursive: true });
  writeFileSync(join(folder, 'outside'), 'outside');
  writeFileSync(join(workspace, 'inner', 'a'), 'inside');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const link = (target: string, name: string): string => {
  const path = join(workspace, name);
  symlinkSync(target, path);
  return path;
};

const LARGEST = 1000;
const found = (path: string): string => String(readFoundFile(path, workspace, LARGEST));

describe('a file that is read', () => {
  it('is read whole', () => {
    writeFileSync(join(folder, 'full'), 'x'.repeat(LARGEST));
    expect(readRegularFile(join(folder, 'full'), LARGEST)).toHaveLength(LARGEST);
    expect(String(readRegularFile(join(folder, 'outside'), LARGEST))).toBe('outside');
  });

  it('may not be larger than is said', () => {
    writeFileSync(join(folder, 'large'), 'x'.repeat(LARGEST + 1));
    expect(() => readRegularFile(join(folder, 'large'), LARGEST)).toThrow('too-large');
    truncateSync(join(folder, 'large'), 2 ** 40);
    expect(() => readRegularFile(join(folder, 'large'), LARGEST)).toThrow('too-large');
  });

  it.skipIf(!existsSync('/proc/self/maps'))('may say that it is empty and is not', () => {
    expect(String(readRegularFile('/proc/self/maps', 10_000_000))).toContain('-');
    expect(() => readRegularFile('/proc/self/maps', 100)).toThrow('too-large');
  });

  it.skipIf(process.platform === 'win32')('is no device, no pipe and no folder, which would not end', () => {
    spawnSync('mkfifo', [join(folder, 'pipe')]);
    for (const path of ['/dev/zero', '/dev/null', join(folder, 'pipe'), folder]) {
      expect(() => readRegularFile(path, LARGEST), path).toThrow('not-a-file');
    }
  });
});

describe.skipIf(process.platform === 'win32')('a file that was found', () => {
  it('may be a link within the workspace, and no other', () => {
    expect(found(join(workspace, 'inner', 'a'))).toBe('inside');
    expect(found(link('inner/a', 'in'))).toBe('inside');
    expect(() => found(link('../outside', 'out'))).toThrow('outside');
    expect(() => found(link('/dev/zero', 'device'))).toThrow('outside');
    expect(() => found(link('../workspace/../outside', 'back-and-out'))).toThrow('outside');
    expect(() => found(link('out', 'twice'))).toThrow('outside');
    expect(() => found(link('nowhere', 'dangling'))).toThrow('ENOENT');
    expect(() => found(link('self', 'self'))).toThrow('ELOOP');
  });

  it('has its own folder for a workspace where there is none', () => {
    expect(String(readFoundFile(link('inner/a', 'again'), undefined, LARGEST))).toBe('inside');
    symlinkSync('a', join(workspace, 'inner', 'beside'));
    expect(String(readFoundFile(join(workspace, 'inner', 'beside'), undefined, LARGEST))).toBe('inside');
    symlinkSync('../../outside', join(workspace, 'inner', 'out'));
    expect(() => readFoundFile(join(workspace, 'inner', 'out'), undefined, LARGEST)).toThrow('outside');
  });
});

it('what lies below a folder', () => {
  const cases = ['/a/b', '/a/b/c', '/a', '/ab', '/', '/a/..b'].map((path) => isBelow('/a', path));
  expect(cases).toEqual([true, true, false, false, false, true]);
});
