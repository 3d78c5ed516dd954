import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { readRegularFile } from '../disk/read-file.ts';
import { LARGEST_DRAFT } from './file-check.ts';
import { errorCode } from './result.ts';
import { createFile, replaceFile, type WriteRefusal } from './write.ts';

/**
 * Write a file of its own beside a draft, as a whole or not at all, with the folders that it stands in. What is there
 * already is left alone, unless it was asked for or is what would be written.
 * @param path absolute.
 * @param source the real path of the draft, which is never written over.
 * @param make the content; given what is there already.
 * @returns undefined when it is there as it should be, else why not.
 */
export function writeOutput(
  path: string,
  source: string,
  force: boolean,
  make: (before: Uint8Array | undefined) => Uint8Array,
): WriteRefusal | undefined {
  try {
    const isThere = existsSync(path);
    if (isThere && realpathSync(path) === source) return 'same-file';
    const before = isThere ? readRegularFile(path, LARGEST_DRAFT) : undefined;
    const content = make(before);
    if (before) {
      if (before.equals(content)) return undefined;
      return force ? replaceFile(realpathSync(path), before, content) : 'EEXIST';
    }
    mkdirSync(dirname(path), { recursive: true });
    return createFile(path, content);
  } catch (error) {
    return errorCode(error);
  }
}
