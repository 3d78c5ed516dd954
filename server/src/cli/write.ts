import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  type BigIntStats,
  closeSync,
  constants,
  existsSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { Refused, readOpenFile } from '../disk/read-file.ts';
import { errorCode } from './result.ts';

/** Why a file was left as it is: a system error code or one of the words below. */
export type WriteRefusal = 'read-only' | 'changed' | 'not-a-file' | 'hard-links' | (string & {});

/** Short, whatever the draft's own name is: file systems allow 255 bytes. */
const temporaryName = (): string => `.nianbao-${process.pid}-${randomBytes(6).toString('hex')}.tmp`;
const TEMPORARY = /^\.nianbao-(\d+)-[0-9a-f]{12}\.tmp$/;

/**
 * Replace a file's content as a whole: a temporary file beside it, then a rename, so that a full disk or a pulled plug
 * leaves either the old or the new text. Who owns the folder may exchange anything in it at any moment: what is done to
 * a file is done to the open file, never to whatever bears its name by then.
 * @param path a real path, without links.
 * @param before what was read; when the file holds something else by now, it is left alone.
 * @returns undefined when written, else why not.
 */
export function replaceFile(path: string, before: Uint8Array, after: Uint8Array): WriteRefusal | undefined {
  let temporary: string | undefined;
  try {
    const original = openSync(path, constants.O_RDWR | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    let stats: BigIntStats;
    try {
      stats = checked(original, before);
      temporary = join(dirname(path), temporaryName());
      const file = openSync(temporary, 'wx', 0o600);
      try {
        writeFileSync(file, after);
        copyAttributes(original, file);
        keepOwnerAndMode(file, stats);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
    } finally {
      closeSync(original);
    }
    if (!isStill(path, stats)) throw new Refused('changed');
    renameSync(temporary, path);
    return undefined;
  } catch (error) {
    if (temporary !== undefined) remove(temporary);
    const code = errorCode(error);
    // It was no link when it was read.
    return code === 'ELOOP' ? 'changed' : code;
  }
}

/**
 * Write a file that is not there yet, as a whole or not at all.
 * @returns undefined when written, else why not: `EEXIST` when something has that name, which is left as it is.
 */
export function createFile(path: string, content: Uint8Array): WriteRefusal | undefined {
  const temporary = join(dirname(path), temporaryName());
  try {
    const file = openSync(temporary, 'wx');
    try {
      writeFileSync(file, content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    giveName(temporary, path);
    return undefined;
  } catch (error) {
    return errorCode(error);
  } finally {
    remove(temporary);
  }
}

/** A second name is given only where there is none, where a rename would take another file's. */
function giveName(temporary: string, path: string): void {
  try {
    linkSync(temporary, path);
  } catch (error) {
    if (errorCode(error) === 'EEXIST' || existsSync(path)) throw error;
    renameSync(temporary, path); // a file system without a second name for a file
  }
}

/** To open it for writing has asked the system; a rename alone would get round a protection that was set on purpose. */
function checked(file: number, before: Uint8Array): BigIntStats {
  const stats = fstatSync(file, { bigint: true });
  if (!stats.isFile()) throw new Refused('not-a-file');
  // The administrator may write everything, and would not want to here.
  if ((stats.mode & 0o222n) === 0n) throw new Refused('read-only');
  // Its other names would keep the old text.
  if (stats.nlink > 1n) throw new Refused('hard-links');
  if (stats.size !== BigInt(before.length) || !readOpenFile(file, before.length).equals(before)) {
    throw new Refused('changed');
  }
  return stats;
}

/** Whether the path still leads to the file that was examined, and the file is unchanged. */
function isStill(path: string, stats: BigIntStats): boolean {
  const now = lstatSync(path, { bigint: true });
  const isSame = now.dev === stats.dev && now.ino === stats.ino && now.ctimeNs === stats.ctimeNs;
  return isSame && now.size === stats.size && realpathSync(dirname(path)) === dirname(path);
}

/**
 * Extended attributes and access lists, which Node does not know; the tool does that every Linux has. Where it is not
 * there or fails, owner and mode are what is kept.
 */
function copyAttributes(from: number, to: number): void {
  if (process.platform !== 'linux') return;
  const [source, target] = ['/proc/self/fd/3', '/proc/self/fd/4'];
  spawnSync('/bin/cp', ['--attributes-only', '--preserve=mode,xattr', source, target], {
    stdio: ['ignore', 'ignore', 'ignore', from, to],
  });
}

/** Root edits files of others; anyone else can only own the file himself, and give it to a group that he is in. */
function keepOwnerAndMode(file: number, { uid, gid, mode }: BigIntStats): void {
  const own = fstatSync(file);
  if (BigInt(own.uid) !== uid || BigInt(own.gid) !== gid) {
    if (!mayOwn(file, Number(uid), Number(gid))) mayOwn(file, own.uid, Number(gid));
  }
  // What was allowed to one group is not allowed to another.
  const kept = BigInt(fstatSync(file).gid) === gid ? 0o777 : 0o707;
  fchmodSync(file, Number(mode) & kept);
}

function mayOwn(file: number, uid: number, gid: number): boolean {
  try {
    fchownSync(file, uid, gid);
    return true;
  } catch {
    return false; // not permitted, or a file system without owners
  }
}

function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // Nothing more can be done, and the draft itself is whole.
  }
}

/** As long as no write takes, whoever has the process's number by now. */
const STALE = 24 * 3600 * 1000;

/** Temporary files of runs that were killed. */
export function clearLeftOvers(folder: string): void {
  try {
    for (const name of readdirSync(folder)) {
      const pid = Number(TEMPORARY.exec(name)?.[1]);
      const path = join(folder, name);
      if (pid > 0 && (!isRunning(pid) || Date.now() - lstatSync(path).mtimeMs > STALE)) remove(path);
    }
  } catch {
    // A folder that may not be listed; the drafts in it may still be written.
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) === 'EPERM'; // it runs, and is somebody else's
  }
}
