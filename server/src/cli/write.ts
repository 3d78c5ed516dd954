import {
  chmodSync,
  closeSync,
  fchownSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { errorCode } from './result.ts';

/** Why a file was left as it is: a system error code or one of the words below. */
export type WriteRefusal = 'read-only' | 'changed' | 'not-a-file' | (string & {});

/**
 * Replace a file's content as a whole: a temporary file beside it, then a rename, so that a full disk or a pulled plug
 * leaves either the old or the new text.
 * @param before what was read; when the file holds something else by now, it is left alone.
 * @returns undefined when written, else why not.
 */
export function replaceFile(path: string, before: Uint8Array, after: Uint8Array): WriteRefusal | undefined {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.nianbao`);
  let made = false;
  try {
    const { mode, uid, gid } = statOfFile(path);
    const file = openSync(temporary, 'wx', 0o600);
    made = true;
    try {
      writeFileSync(file, after);
      keepOwner(file, uid, gid);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    chmodSync(temporary, mode & 0o777);
    if (!readFileSync(path).equals(before)) throw new Refused('changed');
    renameSync(temporary, path);
    return undefined;
  } catch (error) {
    if (made) remove(temporary);
    return errorCode(error);
  }
}

class Refused extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** A rename would get round a write protection, which someone set on purpose. */
function statOfFile(path: string) {
  const stat = statSync(path);
  if (!stat.isFile()) throw new Refused('not-a-file');
  if ((stat.mode & 0o222) === 0) throw new Refused('read-only');
  return stat;
}

/** Root mends files of others; anyone else can only own the file himself. */
function keepOwner(file: number, uid: number, gid: number): void {
  try {
    fchownSync(file, uid, gid);
  } catch {
    // Not permitted, or a file system without owners.
  }
}

function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // Nothing more can be done, and the draft itself is whole.
  }
}
