import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { replaceFile } from '../../server/src/cli/write.ts';
import { folderOf } from './harness.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('writing a mended draft', () => {
  it('replaces the content, keeps the mode and leaves nothing beside it', () => {
    const folder = folderOf({ 'a.txt': '旧' });
    const path = join(folder, 'a.txt');
    chmodSync(path, 0o640);
    expect(replaceFile(path, bytes('旧'), bytes('新'))).toBeUndefined();
    expect(readFileSync(path, 'utf8')).toBe('新');
    expect(statSync(path).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder)).toEqual(['a.txt']);
  });

  it('leaves a file alone that changed meanwhile, is protected or is gone', () => {
    const folder = folderOf({ 'changed.txt': '别人改的', 'read-only.txt': '旧' });
    chmodSync(join(folder, 'read-only.txt'), 0o444);
    mkdirSync(join(folder, 'folder'));
    expect(replaceFile(join(folder, 'changed.txt'), bytes('旧'), bytes('新'))).toBe('changed');
    expect(replaceFile(join(folder, 'read-only.txt'), bytes('旧'), bytes('新'))).toBe('read-only');
    expect(replaceFile(join(folder, 'folder'), bytes('旧'), bytes('新'))).toBe('not-a-file');
    expect(replaceFile(join(folder, 'gone.txt'), bytes('旧'), bytes('新'))).toBe('ENOENT');
    expect(readFileSync(join(folder, 'changed.txt'), 'utf8')).toBe('别人改的');
    expect(readFileSync(join(folder, 'read-only.txt'), 'utf8')).toBe('旧');
    expect(readdirSync(folder).sort()).toEqual(['changed.txt', 'folder', 'read-only.txt']);
  });

  it('does not touch a file of the temporary name that is not its own', () => {
    const folder = folderOf({ 'a.txt': '旧' });
    const other = `.a.txt.${process.pid}.nianbao`;
    symlinkSync('a.txt', join(folder, other));
    expect(replaceFile(join(folder, 'a.txt'), bytes('旧'), bytes('新'))).toBe('EEXIST');
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('旧');
    expect(lstatSync(join(folder, other)).isSymbolicLink()).toBe(true);
  });
});
