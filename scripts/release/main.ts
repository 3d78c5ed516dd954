// `npm run release -- <version> [--dry-run] [--publish]`: version, change log, tests, then into out/release/<version> the
// .vsix, the npm package, the page, the bill of materials and checksums; commit and tag.
//   --dry-run   says what would be done and what stands in the way
//   --publish   also sends the one .vsix to both marketplaces (VSCE_PAT and OVSX_PAT must be set)
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makePackage } from '../package.ts';
import { root } from '../workbench/paths.ts';
import { sealFolder } from './checksums.ts';
import { type ReleaseMachine, release } from './release.ts';

function start(program: string, args: readonly string[], stdio: 'inherit' | 'pipe'): string {
  const shell = process.platform === 'win32' && program !== 'git';
  const { status, stdout } = spawnSync(program, args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', stdio, 'inherit'],
    shell,
  });
  if (status !== 0) throw new Error(`${program} ${args[0] ?? ''}: ${status ?? 'not started'}`);
  return stdout ?? '';
}

const machine: ReleaseMachine = {
  today: new Date().toISOString().slice(0, 10),
  env: process.env,
  read: (path) => readFileSync(join(root, path), 'utf8'),
  write: (path, text) => writeFileSync(join(root, path), text),
  ask: (program, ...args) => start(program, args, 'pipe'),
  run: (program, ...args) => void start(program, args, 'inherit'),
  makePackage: (path) => void makePackage(join(root, path)),
  makeFolder(path) {
    rmSync(join(root, path), { recursive: true, force: true });
    mkdirSync(join(root, path), { recursive: true });
  },
  seal: (folder, bomName) => sealFolder(join(root, folder), join(root, 'dist', 'sbom.cdx.json'), bomName),
  log: console.log,
};

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false }, publish: { type: 'boolean', default: false } },
  });
  const [version] = positionals;
  if (version === undefined) throw new Error('用法 usage: npm run release -- <version> [--dry-run] [--publish]');
  if (!release({ version, dryRun: values['dry-run'], publish: values.publish }, machine)) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
