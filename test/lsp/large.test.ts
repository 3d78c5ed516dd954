import { expect, test } from 'vitest';
import { CodeActionKind } from 'vscode-languageserver';
import { everywhere, PULL, startEditor } from './harness.ts';
import { toyEngine } from './toy-engine.ts';

const URI = 'file:///office/2024.txt';
const LARGE = `年报 word\n${'好'.repeat(1_000_000)}`;
const NOTICE =
  '文本超过 100 万字符，没有自动核对。请用此处的快速修复“核对这份大文本”或命令“检查当前报告”，改动后再核对。';
const FOUND = '外文词语“word”';

const messages = (items: readonly { message: unknown }[]) => items.map(({ message }) => message);

test('a text of more than a million characters is checked when somebody asks, and says so until then', async () => {
  const editor = await startEditor({ engine: toyEngine() });
  await editor.open(URI, LARGE);
  expect(messages(await editor.items(URI))).toEqual([NOTICE]);
  const [action, ...others] = await editor.actions(URI, everywhere, [CodeActionKind.QuickFix]);
  expect(others).toEqual([]);
  expect(action?.title).toBe('核对这份大文本');
  const refreshed = editor.refreshes.next();
  expect(await editor.client.sendRequest('workspace/executeCommand', action?.command)).toBe(true);
  await refreshed;
  expect(messages(await editor.items(URI))).toEqual([FOUND]);
  // One check was asked for: the next version waits again.
  await editor.change(URI, '好', { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } });
  expect(messages(await editor.items(URI))).toEqual([NOTICE]);
  await editor.change(URI, '年报 word');
  expect(messages(await editor.items(URI))).toEqual([FOUND]);
});

test('a client that does not pull is sent the same', async () => {
  const editor = await startEditor({ engine: toyEngine(), capabilities: {} });
  const first = editor.published.next();
  await editor.open(URI, LARGE);
  expect(messages((await first).diagnostics)).toEqual([NOTICE]);
  const next = editor.published.next();
  const [action] = await editor.actions(URI, everywhere);
  await editor.client.sendRequest('workspace/executeCommand', action?.command);
  expect(messages((await next).diagnostics)).toEqual([FOUND]);
});

test('of a large text that is no report nothing is said', async () => {
  const editor = await startEditor({ engine: toyEngine(), capabilities: PULL });
  await editor.open(URI, LARGE.replace('年报', '日志'));
  expect(await editor.items(URI)).toEqual([]);
  expect(await editor.actions(URI, everywhere)).toEqual([]);
});
