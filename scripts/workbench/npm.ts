import { spawnSync } from 'node:child_process';
import { basename } from 'node:path';

const QUIET = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];

/** The npm that runs this very script, if one does: the machine may have another one, or none, on its PATH. */
export function npmCommand(): { command: string; first: string[]; shell: boolean } {
  const running = process.env.npm_execpath;
  if (running && /^npm(-cli)?\.c?js$/.test(basename(running))) {
    return { command: process.execPath, first: [running], shell: false };
  }
  return { command: 'npm', first: [], shell: process.platform === 'win32' };
}

/** `npm install …` in a folder, running no package's install script. Throws when npm fails; npm's own words are shown. */
export function npmInstall(folder: string, ...args: string[]): void {
  const { command, first, shell } = npmCommand();
  const { status, error } = spawnSync(command, [...first, 'install', ...QUIET, ...args], {
    cwd: folder,
    stdio: ['ignore', 2, 2],
    shell,
  });
  if (error || status !== 0) {
    throw new Error(
      `npm 安装失败，请检查网络与 npm 的 registry 设置，然后重新运行（已装好的部分不会重装）。\n` +
        `npm could not install ${args.join(' ')} (${error?.message ?? `exit status ${status}`}). ` +
        `Check the network and npm's registry setting, then run again; what is installed already is kept.`,
    );
  }
}
