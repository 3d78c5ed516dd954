import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { LARGEST_REPORT } from './node-files.ts';
import type { ListedFile } from './runtime.ts';

const REPORT_FILE = /\.(?:txt|md|html?)$/i;
const SKIPPED = /^(?:\.|node_modules$)/;
/** A county's reports of ten years. A home folder opened by mistake is not walked to its end. */
const MOST_FILES = 1_000;
const DEEPEST = 8;

/** Below a folder of this machine, in the order of their names. Unreadable folders are passed over. */
export async function listFiles(folder: string, most = MOST_FILES): Promise<ListedFile[]> {
  const found: ListedFile[] = [];
  await walk(fileURLToPath(folder), 0, found, most);
  return found;
}

async function walk(folder: string, depth: number, found: ListedFile[], most: number): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (found.length >= most) return;
    if (SKIPPED.test(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory() && depth < DEEPEST) await walk(path, depth + 1, found, most);
    else if (entry.isFile() && REPORT_FILE.test(entry.name)) {
      const { size, mtimeMs } = await stat(path).catch(() => ({ size: LARGEST_REPORT + 1, mtimeMs: 0 }));
      if (size <= LARGEST_REPORT) found.push({ uri: pathToFileURL(path).href, stamp: `${size} ${mtimeMs}` });
    }
  }
}
