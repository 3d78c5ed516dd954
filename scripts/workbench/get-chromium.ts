import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findChromium } from './find-chromium.ts';
import { npmInstall } from './npm.ts';
import { workbenchFolder } from './paths.ts';

/** The newest release of @sparticuz/chromium that runs on Node 20. */
const PACKAGED_VERSION = '143.0.4';

export interface Chromium {
  readonly path: string;
  /** Folder of the shared libraries that came with it, where it brought its own. */
  readonly libraries?: string;
}

/** The machine's Chromium; where there is none, one that is installed now. */
export function getChromium(): Chromium {
  const found = findChromium();
  if (found) return { path: found };
  const packaged = packagedChromium();
  if (existsSync(packaged.path)) return packaged;

  console.error('没有找到 Chromium，现在安装一个。\nThere is no Chromium on this machine; installing one now.');
  const installed = installByApt() ? findChromium() : undefined;
  if (installed) return { path: installed };
  if (installFromNpm(packaged)) return packaged;
  throw new Error(
    '没有可用的浏览器：请安装 Chromium 或 Google Chrome，或用环境变量 CHROMIUM_PATH 指出它的路径，然后重新运行。\n' +
      'No browser: install Chromium or Google Chrome, or name one in CHROMIUM_PATH, and run again.',
  );
}

const isDebianRoot = () => process.getuid?.() === 0 && existsSync('/etc/debian_version');

function installByApt(): boolean {
  if (!isDebianRoot()) return false;
  const apt = (...args: string[]) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  apt('update', '-qq'); // A stale list may still do.
  return apt('install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk');
}

function packagedChromium(): Required<Chromium> {
  const folder = join(workbenchFolder, `chromium-${PACKAGED_VERSION}`, 'unpacked');
  return { path: join(folder, 'chromium'), libraries: join(folder, 'al2023', 'lib') };
}

/** The package holds a compressed Chromium for Linux on x64 and unpacks it into TMPDIR. */
function installFromNpm({ path }: Chromium): boolean {
  if (process.platform !== 'linux' || process.arch !== 'x64') return false;
  const unpacked = join(path, '..');
  const folder = join(unpacked, '..');
  mkdirSync(unpacked, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  npmInstall(folder, '--no-save', '--no-package-lock', `@sparticuz/chromium@${PACKAGED_VERSION}`);
  const module = join(folder, 'node_modules', '@sparticuz', 'chromium', 'build', 'esm', 'index.js');
  const unpack = `const { default: chromium } = await import(${JSON.stringify(pathToFileURL(module).href)}); await chromium.executablePath();`;
  const { status } = spawnSync(process.execPath, ['--input-type=module', '--eval', unpack], {
    stdio: ['ignore', 2, 2],
    // The name of a cloud runtime makes it unpack the shared libraries too, which this machine may lack.
    env: { ...process.env, TMPDIR: unpacked, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
  });
  return status === 0 && existsSync(path);
}
