// What is answered before the greeting and after the farewell.
import { expect, test } from 'vitest';
import { ErrorCodes } from 'vscode-languageserver';
import { CHECK_TEXT } from '../../server/src/lsp/protocol.ts';
import { connected, startEditor } from './harness.ts';
import { toyEngine } from './toy-engine.ts';

const URI = 'file:///office/2024.txt';
const REQUESTS = ['textDocument/hover', 'textDocument/diagnostic', 'workspace/executeCommand', CHECK_TEXT, 'no/such'];
const params = { textDocument: { uri: URI }, uri: URI, position: { line: 0, character: 0 } };

test('before initialize every request is told so, and the greeting is still welcome', async () => {
  const client = connected({ engine: toyEngine() });
  for (const method of [...REQUESTS, 'shutdown']) {
    await expect(client.sendRequest(method, params), method).rejects.toMatchObject({
      code: ErrorCodes.ServerNotInitialized,
    });
  }
  await client.sendNotification('textDocument/didOpen', {
    textDocument: { uri: URI, languageId: 'plaintext', version: 1, text: '年报 word' },
  });
  // A greeting that cannot be understood is no greeting.
  await expect(client.sendRequest('initialize', {})).rejects.toThrow();
  await expect(client.sendRequest('textDocument/hover', params)).rejects.toMatchObject({ code: -32002 });
  const greeting = { processId: null, rootUri: null, capabilities: {} };
  expect(await client.sendRequest('initialize', greeting)).toHaveProperty('capabilities');
  await expect(client.sendRequest('initialize', greeting)).rejects.toMatchObject({ code: ErrorCodes.InvalidRequest });
  await expect(client.sendRequest('no/such', {})).rejects.toMatchObject({ code: ErrorCodes.MethodNotFound });
});

test('after shutdown nothing is served and nothing is sent', async () => {
  const editor = await startEditor({ engine: toyEngine(), capabilities: {} });
  const first = editor.published.next();
  await editor.open(URI, '年报 word');
  await first;
  const { length } = editor.published.all;
  expect(await editor.client.sendRequest('shutdown')).toBeNull();
  for (const method of [...REQUESTS, 'shutdown', 'initialize']) {
    await expect(editor.client.sendRequest(method, { ...params, capabilities: {} }), method).rejects.toMatchObject({
      code: ErrorCodes.InvalidRequest,
    });
  }
  await editor.change(URI, '年报 word data');
  await editor.open('file:///office/2023.txt', '年报 word');
  await expect(editor.pull(URI)).rejects.toThrow();
  expect(editor.published.all).toHaveLength(length);
});
