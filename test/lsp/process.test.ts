import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  createProtocolConnection,
  type FullDocumentDiagnosticReport,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageReader,
  type MessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { NODE_OPTIONS } from '../../server/src/lsp/protocol.ts';
import { productVersion } from '../../server/src/version.ts';

const SERVER = fileURLToPath(new URL('../../dist/server.js', import.meta.url));
const built = existsSync(SERVER);
const URI = 'untitled:Untitled-1';
const TEXT = '甲县水务局2024年政府信息公开工作年度报告\n一、总体情况\n二、主动公开政府信息情况\n';

async function handshake(reader: MessageReader, writer: MessageWriter) {
  const client = createProtocolConnection(reader, writer);
  client.listen();
  const capabilities = { textDocument: { diagnostic: {} } };
  const { serverInfo } = await client.sendRequest<{ serverInfo: unknown }>('initialize', {
    processId: null,
    rootUri: null,
    capabilities,
  });
  expect(serverInfo).toEqual({ name: 'nianbao', version: productVersion });
  await client.sendNotification('initialized', {});
  const textDocument = { uri: URI, languageId: 'plaintext', version: 1, text: TEXT };
  await client.sendNotification('textDocument/didOpen', { textDocument });
  const answer = await client.sendRequest<FullDocumentDiagnosticReport>('textDocument/diagnostic', {
    textDocument: { uri: URI },
  });
  expect(answer).toMatchObject({ kind: 'full', resultId: '1.1.0' });
  const page = answer.items.find(({ code }) => code === 'structure/missing-section')?.codeDescription?.href ?? '';
  expect(readFileSync(fileURLToPath(page), 'utf8')).toContain('structure/missing-section');
  return client;
}

async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
}

const started = <T extends ChildProcess>(child: T): T => {
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
};

describe.skipIf(!built)(`the built server${built ? '' : ' (not built: npm run build)'}`, () => {
  test.each([[['--stdio']], [[]]])(
    'serves over standard streams with %j and ends when its input ends',
    async (args) => {
      const child = started(spawn(process.execPath, [SERVER, ...args]));
      const client = await handshake(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
      client.dispose();
      child.stdin.end();
      expect(await ended(child)).toBe(1); // without a farewell, as the protocol wants it
    },
  );

  test('ends well when the client says farewell', async () => {
    const child = started(spawn(process.execPath, [SERVER, '--stdio']));
    const client = await handshake(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
    await client.sendRequest('shutdown');
    await client.sendNotification('exit');
    expect(await ended(child)).toBe(0);
  });

  test('serves over Node IPC and ends when the channel closes', async () => {
    const child = started(fork(SERVER, ['--node-ipc'], { execArgv: [...NODE_OPTIONS] }));
    await handshake(new IPCMessageReader(child), new IPCMessageWriter(child));
    child.disconnect();
    expect(await ended(child)).toBe(1);
  });

  test('ends when the client’s process is gone, though the streams are still open', async () => {
    const other = started(spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']));
    const child = started(spawn(process.execPath, [SERVER, '--stdio']));
    const client = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    client.listen();
    await client.sendRequest('initialize', { processId: other.pid, rootUri: null, capabilities: {} });
    other.kill('SIGKILL');
    expect(await ended(child)).toBe(1);
    client.dispose();
  }, 15_000);
});
