// `npm start` serves the workbench to the one who started it: the token stands on no command line.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { folder, isWindows, root } from './support.ts';

/** What a browser would be started with: written down together with every command line of the machine. */
const FAKE_BROWSER = `#!/bin/sh
printf '%s' "$1" > "$NIANBAO_OPENED.part"
ps -eo args > "$NIANBAO_OPENED.ps"
mv "$NIANBAO_OPENED.part" "$NIANBAO_OPENED"
sleep 2
`;

async function started(temporary: string): Promise<{ child: ChildProcess; url: URL; opened: string }> {
  const bin = join(temporary, 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'xdg-open'), FAKE_BROWSER);
  chmodSync(join(bin, 'xdg-open'), 0o755);
  const opened = join(temporary, 'opened');
  const env = { ...process.env, TMPDIR: temporary, PATH: `${bin}:${process.env.PATH}`, DISPLAY: ':none' };
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/start/start.ts', '--workbench'], {
    cwd: root,
    env: { ...env, NIANBAO_OPENED: opened },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGTERM'));
  let said = '';
  const url = await new Promise<URL>((resolve, reject) => {
    child.once('exit', () => reject(new Error(said)));
    child.stdout.on('data', (part: Buffer) => {
      said += part;
      const address = /http:\/\/127\.0\.0\.1:\S+/.exec(said)?.[0];
      if (address && said.includes('Ctrl+C')) resolve(new URL(address));
    });
  });
  return { child, url, opened };
}

/** Type, number, acknowledgement, length: how VS Code frames its messages inside those of the WebSocket. */
const CONTROL = 2;

/** Greets the workbench's server over a WebSocket. @returns what it says before it closes. */
function greet(port: number, token: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  const auth = Buffer.from(JSON.stringify({ type: 'auth', auth: token, data: 'x' }));
  const head = Buffer.alloc(13);
  head[0] = CONTROL;
  head.writeUInt32BE(auth.length, 9);
  const body = Buffer.concat([head, auth]);
  let said = '';
  return new Promise((resolve, reject) => {
    socket.once('error', reject).once('close', () => resolve(said));
    socket.on('data', (part: Buffer) => {
      const isFirst = said === '';
      said += part.toString('latin1');
      if (isFirst && said.startsWith('HTTP/1.1 101')) socket.write(body);
      // A greeting that is welcome is answered with a challenge and waits for more.
      if (/"type":"(?:sign|error)"/.test(said)) socket.end();
    });
    const query = `reconnectionToken=${randomBytes(16).toString('hex')}&reconnection=false&skipWebSocketFrames=true`;
    const headers = ['Upgrade: websocket', 'Connection: Upgrade', 'Sec-WebSocket-Version: 13'];
    const key = `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`;
    socket.write(`GET /?${query} HTTP/1.1\r\n${[`Host: 127.0.0.1:${port}`, ...headers, key].join('\r\n')}\r\n\r\n`);
    setTimeout(() => socket.destroy(), 10_000).unref();
  });
}

describe.skipIf(isWindows || spawnSync('ps', ['-eo', 'args']).status !== 0)('npm start', () => {
  test('shows its token on no command line, and refuses pages and WebSockets without it', async () => {
    const temporary = folder();
    const { child, url, opened } = await started(temporary);
    const token = url.searchParams.get('tkn') ?? '';
    expect(token.length).toBeGreaterThan(20);
    const address = await expect
      .poll(() => readFileSync(opened, 'utf8'), { timeout: 10_000 })
      .toMatch(/^file:/)
      .then(() => readFileSync(opened, 'utf8'));
    const all = readFileSync(`${opened}.ps`, 'utf8') + spawnSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).stdout;
    expect(all).toContain('xdg-open');
    expect(all).not.toContain(token);
    const page = fileURLToPath(address);
    expect(readFileSync(page, 'utf8')).toContain(token);
    expect(statSync(page).mode & 0o077).toBe(0);

    url.searchParams.delete('tkn');
    expect((await fetch(url, { redirect: 'manual' })).status).toBe(403);
    expect(await greet(Number(url.port), token)).toContain('"type":"sign"');
    for (const wrong of ['', '00000000000000000000', token.slice(1)]) {
      const answer = await greet(Number(url.port), wrong);
      expect(answer).not.toContain('"type":"sign"');
      expect(answer).toMatch(/auth mismatch|HTTP\/1\.1 4/);
    }

    child.kill('SIGTERM');
    await new Promise((resolve) => child.once('exit', resolve));
    expect(() => statSync(page)).toThrow('ENOENT');
  });
});
