// What stands around a draft when it is written: other names, owners, rights, links, names of any length.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { clearLeftOvers, replaceFile } from '../../server/src/cli/write.ts';
import { cli, folderOf, TITLE } from './harness.ts';

const asRoot = process.getuid?.() === 0;
const OLD = new TextEncoder().encode('旧词');
const NEW = new TextEncoder().encode('新词');

const draft = (name = 'a.txt', mode = 0o644): string => {
  const path = join(folderOf({ [name]: OLD }), name);
  chmodSync(path, mode);
  return path;
};
const read = (path: string): string => readFileSync(path, 'utf8');

describe.skipIf(process.platform === 'win32')('a draft that is written', () => {
  it.each([0o600, 0o640, 0o664, 0o755])('keeps its rights: %o', (mode) => {
    const path = draft('a.txt', mode);
    expect(replaceFile(path, OLD, NEW)).toBeUndefined();
    expect(read(path)).toBe('新词');
    expect(statSync(path).mode & 0o7777).toBe(mode);
    expect(readdirSync(join(path, '..'))).toEqual(['a.txt']);
  });

  it.skipIf(!asRoot)('keeps its owner and group when the administrator writes it', () => {
    const path = draft();
    chownSync(path, 1234, 2345);
    expect(replaceFile(path, OLD, NEW)).toBeUndefined();
    expect(statSync(path)).toMatchObject({ uid: 1234, gid: 2345 });
  });

  it('keeps its extended attributes', ({ skip }) => {
    const path = draft();
    const python = (code: string) => spawnSync('python3', ['-c', `import os,sys\n${code}`, path], { encoding: 'utf8' });
    if (python('os.setxattr(sys.argv[1], "user.origin", b"x")').status !== 0) skip('no extended attributes here');
    if (!existsSync('/bin/cp')) skip('there is no cp');
    expect(replaceFile(path, OLD, NEW)).toBeUndefined();
    expect(python('print(os.getxattr(sys.argv[1], "user.origin"))').stdout).toBe("b'x'\n");
    expect(read(path)).toBe('新词');
  });

  it('may have a name of 255 bytes', () => {
    const path = draft(`${'年'.repeat(83)}aa.txt`);
    expect(replaceFile(path, OLD, NEW)).toBeUndefined();
    expect(read(path)).toBe('新词');
  });
});

describe.skipIf(process.platform === 'win32')('a draft is left as it is', () => {
  const refused = (path: string, reason: string): void => {
    expect(replaceFile(path, OLD, NEW)).toBe(reason);
    expect(read(path)).toBe('旧词');
    expect(readdirSync(join(path, '..')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  };

  it('when it has another name, which would keep the old text', () => {
    const path = draft();
    linkSync(path, join(path, '..', 'b.txt'));
    refused(path, 'hard-links');
  });

  it('when it is protected against writing, also from the administrator', () => {
    refused(draft('a.txt', 0o444), asRoot ? 'read-only' : 'EACCES');
  });

  it.skipIf(!asRoot)('when this user may not write it, though the folder is his', () => {
    const path = draft();
    const folder = join(path, '..');
    chownSync(folder, 1234, 1234);
    try {
      process.seteuid?.(1234);
      refused(path, 'EACCES');
    } finally {
      process.seteuid?.(0);
    }
  });

  it('when there is a link in its place, or in the place of its folder', () => {
    const path = draft();
    const elsewhere = join(folderOf({ 'a.txt': OLD }), 'a.txt');
    renameSync(path, `${path}.old`);
    symlinkSync(elsewhere, path);
    refused(path, 'changed');
    expect(read(elsewhere)).toBe('旧词');
    const inner = join(path, '..', 'inner');
    symlinkSync(join(elsewhere, '..'), inner);
    refused(join(inner, 'a.txt'), 'changed');
    expect(read(elsewhere)).toBe('旧词');
  });

  it('when the name that was given is a link out of its folder; within it, a link is as good as the file', async () => {
    const text = `${TITLE}旧词。\n`;
    const cwd = folderOf({ 'far/a.txt': text, 'near/b.txt': text });
    symlinkSync('../far/a.txt', join(cwd, 'near', 'far.txt'));
    symlinkSync('b.txt', join(cwd, 'near', 'own.txt'));
    const { status, stdout, stderr } = await cli(cwd, ['--fix', 'near/far.txt', 'near/own.txt']);
    expect(stderr).toBe('near/far.txt：未写入，原文件没有改动（是指向所给文件夹之外的链接）\n');
    expect(stdout).toContain('term/old-word');
    expect(status).toBe(2);
    expect(read(join(cwd, 'far/a.txt'))).toBe(text);
    expect(read(join(cwd, 'near/b.txt'))).toBe(text.replace('旧', '新'));
  });

  it('when it is a pipe or a folder by now', () => {
    const folder = folderOf({});
    spawnSync('mkfifo', [join(folder, 'a.txt')]);
    mkdirSync(join(folder, 'b.txt'));
    expect(replaceFile(join(folder, 'a.txt'), OLD, NEW)).toBe('not-a-file');
    expect(replaceFile(join(folder, 'b.txt'), OLD, NEW)).toBe('EISDIR');
  });

  it('and that is said in words', async () => {
    const cwd = folderOf({ 'a.txt': `${TITLE}旧词。\n` });
    linkSync(join(cwd, 'a.txt'), join(cwd, 'b.log'));
    const { status, stderr } = await cli(cwd, ['.', '--fix']);
    expect(stderr).toBe('a.txt：未写入，原文件没有改动（文件另有别名（硬链接），写入后别名仍是旧文）\n');
    expect(status).toBe(2);
  });
});

describe('what a killed run left', () => {
  const name = (pid: number): string => `.nianbao-${pid}-0123456789ab.tmp`;

  it('is cleared away by the next --fix in that folder, and by no other run', async () => {
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    const cwd = folderOf({ 'in/a.txt': `${TITLE}好。\n`, [`in/${name(gone)}`]: '' });
    await cli(cwd, ['.']);
    expect(readdirSync(join(cwd, 'in'))).toHaveLength(2);
    await cli(cwd, ['.', '--fix']);
    expect(readdirSync(join(cwd, 'in'))).toEqual(['a.txt']);
  });

  it('is not taken for what a run is about to write, unless it lies there for a day', () => {
    const folder = folderOf({ [name(process.pid)]: '', [name(process.ppid)]: '', '.nianbao-x.tmp': '' });
    clearLeftOvers(folder);
    expect(readdirSync(folder)).toHaveLength(3);
    utimesSync(join(folder, name(process.ppid)), 1, 1);
    clearLeftOvers(folder);
    expect(readdirSync(folder).sort()).toEqual([name(process.pid), '.nianbao-x.tmp'].sort());
    writeFileSync(join(folder, 'a.txt'), '');
    expect(() => clearLeftOvers(join(folder, 'a.txt'))).not.toThrow();
  });
});
