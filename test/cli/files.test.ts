import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findFiles } from '../../server/src/cli/files.ts';
import { folderOf } from './harness.ts';

const asRoot = process.getuid?.() === 0;

const listed = (paths: readonly string[], cwd: string): string[] =>
  findFiles(paths, cwd).map((found) => {
    if (found.kind === 'stdin') return '-';
    return found.kind === 'file' ? found.path : `${found.path} ${found.reason}`;
  });

describe('which files are checked', () => {
  it('searches a folder for drafts in an order of its own', () => {
    const cwd = folderOf({
      'b/2.txt': '',
      'b/10.txt': '',
      'B.TXT': '',
      'a.md': '',
      'c.html': '',
      'c.htm': '',
      'x.docx': '',
      'y.doc': '',
      'z.wps': '',
      'x.pdf': '',
      '乙.txt': '',
      '甲.txt': '',
    });
    expect(listed(['.'], cwd)).toEqual([
      'B.TXT',
      'a.md',
      'b/10.txt',
      'b/2.txt',
      'c.htm',
      'c.html',
      'x.docx',
      'y.doc old-word',
      'z.wps old-word',
      '乙.txt',
      '甲.txt',
    ]);
  });

  it('leaves out node_modules, dot folders and the traces of open Word files', () => {
    const cwd = folderOf({
      'node_modules/a/readme.md': '',
      '.git/x.txt': '',
      '._a.txt': '',
      '~$稿.docx': '',
      'a.txt': '',
    });
    expect(listed(['.'], cwd)).toEqual(['a.txt']);
    expect(listed(['.git'], cwd)).toEqual(['.git/x.txt']);
  });

  it('takes a file that is named whatever its ending, in the order given, once', () => {
    const cwd = folderOf({ 'b.log': '', 'a/1.txt': '', 'a/2.txt': '' });
    expect(listed(['b.log', 'a/2.txt', 'a', './b.log', '-', '-'], cwd)).toEqual(['b.log', 'a/2.txt', 'a/1.txt', '-']);
  });

  it('shows a path as it was typed', () => {
    const cwd = folderOf({ 'a/1.txt': '' });
    expect(listed([join(cwd, 'a')], cwd)).toEqual([`${join(cwd, 'a')}/1.txt`]);
    expect(listed(['../a'], join(cwd, 'a'))).toEqual(['../a/1.txt']);
  });

  it('comes to an end in a loop of links and reads a linked file once', () => {
    const cwd = folderOf({ 'a/1.txt': '', 'other/2.txt': '' });
    symlinkSync('..', join(cwd, 'a', 'up'));
    symlinkSync('1.txt', join(cwd, 'a', 'again.txt'));
    symlinkSync('../other/2.txt', join(cwd, 'a', 'linked.txt'));
    symlinkSync('nowhere', join(cwd, 'a', 'dangling.txt'));
    symlinkSync('self', join(cwd, 'a', 'self'));
    // The link stands before the file; whichever comes first, there is one of each.
    expect(listed(['.'], cwd)).toEqual(['a/1.txt', 'a/linked.txt']);
  });

  it('follows a link to what was named, says of one that leads further that it is not read, and ignores devices', () => {
    const cwd = folderOf({ 'a/1.txt': '', 'b/2.txt': '', 'far/3.txt': '', 'far/4.docx': '', 'far/5.log': '' });
    for (const [target, name] of [
      ['../b', 'b'],
      ['../b/2.txt', 'two.txt'],
      ['../far', 'far'],
      ['../far/3.txt', 'three.txt'],
      ['../far/4.docx', 'four.docx'],
      ['../far/5.log', 'five.log'],
      ['/dev/zero', 'zero.txt'],
    ] as const) {
      symlinkSync(target, join(cwd, 'a', name));
    }
    const outside = ['a/far outside', 'a/four.docx outside', 'a/three.txt outside'];
    expect(listed(['a'], cwd)).toEqual(['a/1.txt', 'a/b outside', ...outside, 'a/two.txt outside']);
    expect(listed(['a', 'b'], cwd)).toEqual(['a/1.txt', 'a/b/2.txt', ...outside]);
    expect(listed(['a/three.txt'], cwd)).toEqual(['a/three.txt']); // who names it wants it
  });

  it('says of what is not there that it is not there', () => {
    const cwd = folderOf({});
    expect(findFiles(['nothing.txt'], cwd)).toEqual([
      { kind: 'not-read', path: 'nothing.txt', reason: 'ENOENT', named: true },
    ]);
  });

  it.skipIf(asRoot)('says which folder may not be opened', () => {
    const cwd = folderOf({});
    mkdirSync(join(cwd, 'closed'));
    chmodSync(join(cwd, 'closed'), 0);
    expect(listed(['.'], cwd)).toEqual(['closed EACCES']);
    chmodSync(join(cwd, 'closed'), 0o700);
  });
});
