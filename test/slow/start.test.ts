// `npm start` as a user runs it in a terminal: it serves samples/ to whoever has the token and leaves nothing behind.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

interface Running {
  readonly child: ChildProcess;
  readonly exit: Promise<number | null>;
  readonly output: () => string;
  /** The address it prints. */
  readonly url: URL;
}

let temporary: string;
let running: Running | undefined;

/** In a process group and a temporary folder of its own, so that what is left over can be seen. */
async function start(command: string, ...args: string[]): Promise<Running> {
  const child = spawn(command, args, {
    cwd: root,
    detached: true,
    env: { ...process.env, TMPDIR: temporary, DISPLAY: '', WAYLAND_DISPLAY: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const exit = new Promise<number | null>((done) => child.once('exit', done));
  const url = await new Promise<URL>((found, failed) => {
    const listen = (part: Buffer) => {
      said += part;
      const address = /http:\/\/127\.0\.0\.1:\S+/.exec(said)?.[0];
      if (address && said.includes('Ctrl+C')) found(new URL(address));
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    void exit.then((code) => failed(new Error(`ended with ${code} before it printed an address:\n${said}`)));
  });
  return { child, exit, output: () => said, url };
}

const processesIn = (folder: string) =>
  spawnSync('ps', ['-eo', 'args'], { encoding: 'utf8' })
    .stdout.split('\n')
    .filter((line) => line.includes(folder));

function expectNothingLeft(): void {
  expect(processesIn(temporary)).toEqual([]);
  expect(readdirSync(temporary).filter((name) => name.startsWith('nianbao-'))).toEqual([]);
}

beforeEach(() => {
  temporary = mkdtempSync(join(tmpdir(), 'start-'));
});

afterEach(() => {
  const { pid, exitCode, signalCode } = running?.child ?? {};
  if (pid && exitCode === null && signalCode === null) process.kill(-pid, 'SIGKILL');
  running = undefined;
  rmSync(temporary, { recursive: true, force: true });
});

describe.skipIf(process.platform === 'win32')('npm start', () => {
  test('builds, checks the samples, serves the workbench with a token, and ends cleanly on Ctrl+C', async () => {
    running = await start('npm', 'start', '--', '--workbench');
    const { child, exit, output, url } = running;
    expect(existsSync(join(root, 'dist', 'client.cjs'))).toBe(true);
    expect(output()).toContain('table/broken-total');

    const withoutToken = new URL(url);
    withoutToken.searchParams.delete('tkn');
    expect((await fetch(withoutToken, { redirect: 'manual' })).status).toBe(403);
    const first = await fetch(url, { redirect: 'manual' });
    const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? '';
    const page = await fetch(withoutToken, { headers: { cookie } });
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('vs/code/browser/workbench');
    expect(processesIn(temporary).length).toBeGreaterThan(0);

    // A terminal sends Ctrl+C to every process of the group at once; npm's shell then ends by the signal.
    process.kill(-(child.pid ?? 0), 'SIGINT');
    await exit;
    expect(output()).toContain('Stopped.');
    await expect(fetch(withoutToken)).rejects.toThrow();
    expectNothingLeft();
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('ends with status 0 when its process alone gets %s', async (signal) => {
    running = await start(process.execPath, '--import', 'tsx', 'scripts/start/start.ts', '--workbench');
    running.child.kill(signal);
    expect(await running.exit).toBe(0);
    expectNothingLeft();
  });

  test('ends when npm is ended', async () => {
    running = await start('npm', 'start', '--', '--workbench');
    running.child.kill('SIGTERM');
    await running.exit;
    await expect.poll(() => running?.output(), { timeout: 10_000 }).toContain('Stopped.');
    expectNothingLeft();
  });
});
