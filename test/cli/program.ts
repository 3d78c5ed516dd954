import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

/** The program as it is shipped, bundled with the real engine into a folder of its own. */
export function buildProgram(): { readonly path: string; remove(): void } {
  const home = mkdtempSync(join(tmpdir(), 'nianbao-program-'));
  const path = join(home, 'cli.mjs');
  buildSync({
    entryPoints: [new URL('../../server/src/cli/main.ts', import.meta.url).pathname],
    outfile: path,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    mainFields: ['module', 'main'],
    logLevel: 'error',
  });
  return { path, remove: () => rmSync(home, { recursive: true, force: true }) };
}
