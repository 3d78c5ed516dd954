import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, relative, sep } from 'node:path';

/** A file is left alone for a reason of ours, in `code` as in the errors of the system. */
export class Refused extends Error {
  readonly code: string;
  constructor(code: 'not-a-file' | 'too-large' | 'outside' | 'read-only' | 'changed' | 'hard-links') {
    super(code);
    this.code = code;
  }
}

const CHUNK = 64 * 1024;

/**
 * All of a regular file of bounded size. A device or a pipe in its place would never end.
 * @param largest in bytes.
 * @throws Refused (not-a-file, too-large) or an error of the system.
 */
export function readRegularFile(path: string, largest: number): Buffer {
  // To open some devices is to use them.
  if (!statSync(path).isFile()) throw new Refused('not-a-file');
  // A pipe that has taken the file's place meanwhile must not keep us waiting.
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    return readOpenFile(file, largest);
  } finally {
    closeSync(file);
  }
}

/** The same of a file that is open already, from its start. */
export function readOpenFile(file: number, largest: number): Buffer {
  const stats = fstatSync(file);
  if (!stats.isFile()) throw new Refused('not-a-file');
  if (stats.size > largest) throw new Refused('too-large');
  // Some files say that they are empty and are not, others grow while they are read.
  let bytes = Buffer.allocUnsafe(stats.size + 1);
  let length = 0;
  for (;;) {
    const count = readSync(file, bytes, length, bytes.length - length, length);
    if (count === 0) return bytes.subarray(0, length);
    length += count;
    if (length > largest) throw new Refused('too-large');
    if (length === bytes.length) bytes = Buffer.concat([bytes, Buffer.allocUnsafe(CHUNK)]);
  }
}

/** Whether a real path lies in a folder, or below it. */
export function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/**
 * As `readRegularFile` for a file that was found and not named: it may be a link within the workspace, and no other.
 * Without a workspace its own folder stands for one.
 * @throws Refused (outside as well) or an error of the system.
 */
export function readFoundFile(path: string, workspace: string | undefined, largest: number): Buffer {
  if (lstatSync(path).isSymbolicLink()) {
    const home = realpathSync(workspace ?? dirname(path));
    if (!isBelow(home, realpathSync(path))) throw new Refused('outside');
  }
  return readRegularFile(path, largest);
}

/**
 * As `readRegularFile` for a file that another file names: wherever links lead, it lies below the workspace.
 * @throws Refused (outside as well) or an error of the system.
 */
export function readFileWithin(path: string, workspace: string, largest: number): Buffer {
  if (!isBelow(realpathSync(workspace), realpathSync(path))) throw new Refused('outside');
  return readRegularFile(path, largest);
}
