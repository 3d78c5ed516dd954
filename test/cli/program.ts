import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

/**
 * The program with the real engine, bundled into a folder of its own as the build does it.
 * @param build names its content, so that compiled code is kept; '' keeps none.
 */
export function buildProgram(build = ''): { readonly path: string; remove(): void } {
  const home = mkdtempSync(join(tmpdir(), 'nianbao-program-'));
  const path = join(home, 'cli.cjs');
  const file = (name: string): string => new URL(`../../server/src/${name}`, import.meta.url).pathname;
  const bundle = (entry: string, outfile: string, define: Readonly<Record<string, string>>): void => {
    buildSync({
      entryPoints: [file(entry)],
      outfile: join(home, outfile),
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      mainFields: ['module', 'main'],
      logLevel: 'error',
      define,
    });
  };
  bundle('cli/main.ts', 'cli-main.cjs', { 'import.meta.dirname': '__dirname' });
  bundle('launch/cli.ts', 'cli.cjs', { BUILD: JSON.stringify(build) });
  return { path, remove: () => rmSync(home, { recursive: true, force: true }) };
}
