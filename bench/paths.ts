import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
export const benchFolder = join(root, 'bench');

/** What a run leaves behind for the next one or for a look: bundled tools, raw figures, results of partial runs. */
export const outFolder = join(benchFolder, '.out');
mkdirSync(outFolder, { recursive: true });

export const dist = (name: string): string => join(root, 'dist', name);
