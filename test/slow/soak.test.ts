// Long life: what the server holds after thousands of edits, and how it ends. NIANBAO_SOAK_EDITS=10000 for the full run.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { isBuilt, ServerProcess } from '../soak/server-process.ts';
import { soak } from '../soak/soak.ts';

const EDITS = Number(process.env.NIANBAO_SOAK_EDITS ?? 2000);

const counts = (resources: readonly string[]): Record<string, number> => {
  const found: Record<string, number> = {};
  for (const kind of resources) found[kind] = (found[kind] ?? 0) + 1;
  return found;
};

const started = (): ServerProcess => {
  const server = new ServerProcess();
  onTestFinished(() => server.kill());
  return server;
};

const URI = 'untitled:Untitled-1';
const TEXT = '青禾县水务局2024年政府信息公开工作年度报告\n一、总体情况\n二、主动公开政府信息情况\n';

async function opened(server: ServerProcess, text = TEXT): Promise<void> {
  await server.initialize({ textDocument: { diagnostic: {} } });
  server.notify('textDocument/didOpen', { textDocument: { uri: URI, languageId: 'plaintext', version: 1, text } });
}

const found = async (server: ServerProcess): Promise<number> => {
  const { result } = await server.ask('textDocument/diagnostic', { textDocument: { uri: URI } }).answer;
  return Object(result).items.length;
};

describe.skipIf(!isBuilt)('the built server', () => {
  test(`after ${EDITS} edits of 50 drafts: no memory or handle is kept, and no finding is stale`, async () => {
    const { before, after, stale } = await soak(EDITS, 20_240_131);
    const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1);
    console.log(
      `heap ${megabytes(before.heapUsed)} → ${megabytes(after.heapUsed)} MB; ${after.resources.length} handles`,
    );
    expect(stale).toEqual([]);
    expect(counts(after.resources)).toEqual(counts(before.resources));
    expect(after.heapUsed).toBeLessThan(before.heapUsed * 1.1);
  });

  test('ends with status 1 when its input ends, when its channel closes and on exit without shutdown', async () => {
    const byInput = started();
    await opened(byInput);
    byInput.child.stdin?.end();
    expect(await byInput.ended()).toBe(1);

    const byChannel = started();
    await opened(byChannel);
    byChannel.child.disconnect();
    expect(await byChannel.ended()).toBe(1);

    const byExit = started();
    await opened(byExit);
    byExit.notify('exit', null);
    expect(await byExit.ended()).toBe(1);
  });

  test.skipIf(process.platform === 'win32')('ends when the program that started it is killed', async () => {
    const server = join(import.meta.dirname, '..', '..', 'dist', 'server.js');
    const code = `
      const { spawn } = require('node:child_process');
      const child = spawn(process.execPath, [${JSON.stringify(server)}, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
      const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize',
        params: { processId: process.pid, rootUri: null, capabilities: {} } });
      child.stdin.write('Content-Length: ' + body.length + '\\r\\n\\r\\n' + body);
      child.stdout.once('data', () => console.log(child.pid));
    `;
    const client = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
    onTestFinished(() => void client.kill('SIGKILL'));
    const pid = await new Promise<number>((resolve) => client.stdout.once('data', (data) => resolve(Number(data))));
    const isAlive = (): boolean => {
      try {
        return process.kill(pid, 0);
      } catch {
        return false;
      }
    };
    expect(isAlive()).toBe(true);
    client.kill('SIGKILL');
    await expect.poll(isAlive, { timeout: 10_000 }).toBe(false);
  });

  test('two of them side by side do not disturb each other', async () => {
    const [one, other] = [started(), started()];
    await Promise.all([opened(one), opened(other, `${TEXT}公开信息12条。。\n`)]);
    const [first, second] = await Promise.all([found(one), found(other)]);
    expect(second).toBeGreaterThan(first);
    one.kill();
    await one.ended();
    expect(await found(other)).toBe(second);
  });
});
