import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';
import { benchFolder, outFolder, root } from './paths.ts';

/** @throws Error when the product cannot be built. */
export function buildProduct(): void {
  const { status } = spawnSync(process.execPath, ['esbuild.mjs', '--production'], { cwd: root, stdio: [0, 2, 2] });
  if (status !== 0) throw new Error('node esbuild.mjs --production failed');
}

export interface Tools {
  readonly nullServer: string;
  readonly engineChild: string;
}

/** What runs beside the product is bundled as the product is: no start is slower for want of a bundle. */
export async function buildTools(): Promise<Tools> {
  const common = { bundle: true, minify: true, platform: 'node', target: 'node20', logLevel: 'warning' } as const;
  const nullServer = join(outFolder, 'null-server.cjs');
  const engineChild = join(outFolder, 'engine-child.mjs');
  await build({
    ...common,
    format: 'cjs',
    entryPoints: [join(benchFolder, 'floor/null-server.ts')],
    outfile: nullServer,
  });
  await build({ ...common, format: 'esm', entryPoints: [join(benchFolder, 'engine/child.ts')], outfile: engineChild });
  return { nullServer, engineChild };
}
