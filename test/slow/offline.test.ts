// The whole editor suite with every connection beyond this machine refused: the extension makes none.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const preload = join(root, 'scripts', 'test', 'connections.cjs');

interface Event {
  readonly event: 'guarded' | 'refused';
  readonly what?: string;
  readonly host?: string;
  /** The program, or in the browser the frame. */
  readonly who: string;
  readonly stack?: string;
}

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-offline-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const eventsIn = (file: string): Event[] =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line))
    : [];

test.each([
  ['a connection', "require('node:net').connect(80, '192.0.2.1').on('error', () => process.exit(7))"],
  ['a request', "fetch('http://192.0.2.1/').catch(() => process.exit(7))"],
  ['a name', "require('node:https').get('https://example.org/').on('error', () => process.exit(7))"],
  [
    'a datagram',
    "try { require('node:dgram').createSocket('udp4').send('x', 9, '192.0.2.1') } catch { process.exit(7) }",
  ],
])('the guard refuses and records %s', (name, script) => {
  const file = join(folder, `${name}.jsonl`);
  const env = { ...process.env, NIANBAO_CONNECTIONS: file };
  expect(spawnSync(process.execPath, ['--require', preload, '-e', script], { env, timeout: 20_000 }).status).toBe(7);
  expect(eventsIn(file).filter(({ event }) => event === 'refused').length).toBeGreaterThan(0);
});

test('the editor suite passes without a network, and nothing of the extension asks for one', () => {
  const file = join(folder, 'suite.jsonl');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/test/vscode.ts'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NIANBAO_CONNECTIONS: file },
  });
  expect(status, `${stdout}${stderr}`).toBe(0);
  const events = eventsIn(file);
  const guarded = events.filter(({ event }) => event === 'guarded').map(({ who }) => who);
  // The two processes that the extension's code runs in.
  expect(guarded.some((who) => who.includes('--type=extensionHost'))).toBe(true);
  expect(guarded.some((who) => who.includes(join('dist', 'server.cjs')))).toBe(true);
  // In the browser the extension has its webview only; the workbench around it asks for what it likes.
  const ours = events.filter(({ event, what, who, stack = '' }) => {
    if (event !== 'refused') return false;
    if (what === 'browser') return who !== 'service worker' && new URL(who).pathname.includes('/webview/');
    return `${who}\n${stack}`.includes(join(root, 'dist'));
  });
  expect(ours).toEqual([]);
});
