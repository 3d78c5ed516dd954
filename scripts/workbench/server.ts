import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { CHINESE, writeChinese } from './chinese.ts';
import { quietSettings } from './settings.ts';

const START_TIMEOUT_MS = 30_000;

export interface WorkbenchServer {
  /** `127.0.0.1:port`. The extension's address in the workbench must name exactly this authority. */
  readonly authority: string;
  /** Without it the server answers 403. */
  readonly token: string;
  /** Ends the server and all it started, and removes its temporary folder. */
  stop(): Promise<void>;
}

export interface ServerOptions {
  /** Path of the server's script, from `installWorkbench`. */
  readonly entry: string;
  /** Editor settings beside the quiet ones. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Also its own texts in Chinese. */
  readonly chinese?: boolean;
  /** A packed extension to install first. */
  readonly vsix?: string | undefined;
  /** Variables that the extension host sees as well. */
  readonly env?: Readonly<Record<string, string>>;
}

const freePort = () =>
  new Promise<number>((done, failed) => {
    const probe = createServer().once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === 'object' ? done(address.port) : failed(new Error('no port'))));
    });
  });

const isUp = async (url: string) => {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
};

/** Starts the server on a free port of 127.0.0.1, with a connection token, everything it writes in a folder of its own. */
export async function startServer({ entry, settings, chinese, vsix, env }: ServerOptions): Promise<WorkbenchServer> {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-'));
  const inFolder = (...names: string[]) => join(folder, ...names);
  mkdirSync(inFolder('user', 'User'), { recursive: true });
  writeFileSync(inFolder('user', 'User', 'settings.json'), JSON.stringify({ ...quietSettings, ...settings }));
  const token = randomBytes(16).toString('hex');
  // In a file, not on the command line, which every user of the machine can read.
  writeFileSync(inFolder('token'), token, { mode: 0o600 });

  const port = await freePort();
  const options = {
    host: '127.0.0.1',
    port: String(port),
    'connection-token-file': inFolder('token'),
    'server-data-dir': inFolder('server'),
    'user-data-dir': inFolder('user'),
    'extensions-dir': inFolder('extensions'),
    'telemetry-level': 'off',
    ...(chinese && { locale: CHINESE }),
  };
  if (chinese) writeChinese(inFolder('user'));
  const switches = ['accept-server-license-terms', 'disable-telemetry', 'disable-experiments'];
  switches.push('disable-workspace-trust', 'disable-getting-started-override');
  if (vsix !== undefined) installExtension(entry, vsix, options);
  const logFile = inFolder('server.log');
  const log = openSync(logFile, 'w');
  const guard = spawn(
    process.execPath,
    [
      join(import.meta.dirname, 'guard.mjs'),
      folder,
      process.execPath,
      entry,
      ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]),
      ...switches.map((name) => `--${name}`),
    ],
    {
      env: { ...process.env, HOME: folder, TMPDIR: folder, XDG_RUNTIME_DIR: folder, ...env },
      stdio: ['pipe', log, log],
      detached: true,
      windowsHide: true,
    },
  );
  closeSync(log);

  const authority = `127.0.0.1:${port}`;
  const stop = () => stopGuard(guard, folder);
  for (const until = Date.now() + START_TIMEOUT_MS; !(await isUp(`http://${authority}/version`)); await delay(50)) {
    if (guard.exitCode === null && guard.signalCode === null && Date.now() < until) continue;
    const said = readLog(logFile);
    await stop();
    throw new Error(`工作台的服务没有启动。The workbench's server did not start.\n${said}`);
  }
  return { authority, token, stop };
}

function installExtension(entry: string, vsix: string, options: Readonly<Record<string, string>>): void {
  const places = ['server-data-dir', 'user-data-dir', 'extensions-dir'].map((name) => `--${name}=${options[name]}`);
  const args = [entry, '--install-extension', vsix, ...places, '--accept-server-license-terms'];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`扩展安装失败。The extension could not be installed.\n${stdout}${stderr}`);
}

function readLog(file: string): string {
  try {
    return readFileSync(file, 'utf8').slice(-2000);
  } catch {
    return ''; // The guard has removed it with its folder.
  }
}

async function stopGuard(guard: ChildProcess, folder: string): Promise<void> {
  if (guard.exitCode === null && guard.signalCode === null) {
    const gone = new Promise((done) => guard.once('exit', done));
    guard.stdin?.end();
    await gone;
  }
  rmSync(folder, { recursive: true, force: true });
}

const remoteUri = (authority: string, path: string) =>
  `vscode-remote://${authority}${resolve(path)
    .replaceAll('\\', '/')
    .replace(/^(?!\/)/, '/')
    .split('/')
    .map(encodeURIComponent)
    .join('/')}`;

export interface Opening {
  /** The folder to open. */
  readonly folder: string;
  /** The extension's folder, loaded from there as it is; left out when it is installed. */
  readonly extensionDevelopmentPath?: string | undefined;
  /** A CommonJS module with `run()`, run in the extension host once the workbench is up. */
  readonly extensionTestsPath?: string | undefined;
}

/** The address that opens a folder in the workbench with the extension under development running. */
export function workbenchUrl({ authority, token }: WorkbenchServer, opening: Opening): string {
  const { folder, extensionDevelopmentPath, extensionTestsPath } = opening;
  const payload: [string, string][] = [];
  if (extensionDevelopmentPath)
    payload.push(['extensionDevelopmentPath', remoteUri(authority, extensionDevelopmentPath)]);
  if (extensionTestsPath) payload.push(['extensionTestsPath', remoteUri(authority, extensionTestsPath)]);
  const url = new URL(`http://${authority}/`);
  url.searchParams.set('tkn', token);
  url.searchParams.set('folder', resolve(folder));
  url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}
