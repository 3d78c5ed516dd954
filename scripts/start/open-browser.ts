import { spawn, spawnSync } from 'node:child_process';

function opener(): [command: string, ...first: string[]] | undefined {
  if (process.platform === 'darwin') return ['open'];
  // Not `start`: the command shell would take the address apart at each `&`.
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  const hasDisplay = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  return hasDisplay && spawnSync('which', ['xdg-open']).status === 0 ? ['xdg-open'] : undefined;
}

/** Opens the address in the user's browser; false on a machine without a screen. */
export function openInBrowser(url: string): boolean {
  const found = opener();
  if (!found) return false;
  const [command, ...first] = found;
  const child = spawn(command, [...first, url], { stdio: 'ignore', detached: true });
  child.once('error', () =>
    console.error('浏览器没有打开，请复制上面的地址。Could not open the browser; copy the address.'),
  );
  child.unref();
  return true;
}
