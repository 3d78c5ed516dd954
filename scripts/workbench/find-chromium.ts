import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const LINUX = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const MAC = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const WINDOWS = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];

function usualPlaces(): string[] {
  const { HOME = '', PROGRAMFILES, LOCALAPPDATA } = process.env;
  switch (process.platform) {
    case 'darwin':
      return ['', HOME].flatMap((base) => MAC.map((app) => `${base}/Applications/${app}.app/Contents/MacOS/${app}`));
    case 'win32':
      return [PROGRAMFILES, process.env['PROGRAMFILES(X86)'], LOCALAPPDATA]
        .filter((base) => base !== undefined)
        .flatMap((base) => WINDOWS.map((program) => join(base, program)));
    default:
      return LINUX.map((program) => `/usr/bin/${program}`);
  }
}

/** A file of that name may be a stub that only says how to install the browser. Elsewhere `--version` opens a window. */
const runs = (path: string) =>
  process.platform !== 'linux' || spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;

/**
 * The Chromium to drive: CHROMIUM_PATH, else the first that works in the usual places.
 * Throws when CHROMIUM_PATH names no file.
 */
export function findChromium(): string | undefined {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) {
    if (existsSync(chosen)) return chosen;
    throw new Error(`CHROMIUM_PATH 指向的文件不存在。CHROMIUM_PATH names no file: ${chosen}`);
  }
  return usualPlaces().find((path) => existsSync(path) && runs(path));
}
