import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { readRegularFile } from '../disk/read-file.ts';
import { LARGEST_DRAFT } from './file-check.ts';
import { errorCode } from './result.ts';
import { createFile, replaceFile, type WriteRefusal } from './write.ts';

/**
 * Writes a new file beside a draft atomically, with the folders that it needs. An existing file is left alone, unless
 * it was asked for or already has this content.
 * @param path absolute
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
