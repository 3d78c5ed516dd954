import { spawnSync } from 'node:child_process';
import { root } from '../workbench/paths.ts';

const windows = process.platform === 'win32';
const quoted = (arg: string) => (windows ? `"${arg}"` : arg);
const code = (args: string[], stdio: 'inherit' | 'pipe') =>
  spawnSync('code', args.map(quoted), { encoding: 'utf8', stdio, shell: windows, timeout: 30_000 });

/** A Linux without a screen may still have `code`, and for root it starts only with a profile of its own. */
const canShow = () =>
  process.platform !== 'linux' ||
  (process.getuid?.() !== 0 && Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY));

/** Opens a folder in the desktop VS Code with the extension running. False when there is no VS Code that can. */
export function openInDesktop(folder: string): boolean {
  if (!canShow()) return false;
  const { status, stdout } = code(['--version'], 'pipe');
  const version = /^1\.(\d+)\./.exec(stdout ?? '');
  if (status !== 0 || Number(version?.[1] ?? 0) < 91) return false;
  if (code(['--new-window', `--extensionDevelopmentPath=${root}`, folder], 'inherit').status !== 0) return false;
  console.log('已在桌面版 VS Code 的新窗口中打开。Opened in a new window of the desktop VS Code.');
  return true;
}
