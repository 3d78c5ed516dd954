import { expect, test } from 'vitest';
import { startEditor } from './harness.ts';
import { toyEngine } from './toy-engine.ts';

const URI = 'file:///reports/2024.txt';
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test('a client that does not pull is sent the findings with their version', async () => {
  const editor = await startEditor({ engine: toyEngine(), capabilities: {} });
  expect(editor.welcome.capabilities.diagnosticProvider).toBeUndefined();
  await editor.open(URI, '年报 word');
  expect(await editor.published.next()).toMatchObject({ uri: URI, version: 1, diagnostics: [{ code: 'toy/word' }] });
});

test('fast typing is checked once, and nothing is cleared in between', async () => {
  const engine = toyEngine();
  const editor = await startEditor({ engine, capabilities: {} });
  await editor.open(URI, '年报 word');
  await editor.published.next();
  for (const text of ['年报 a', '年报 a b', '年报 a b c']) await editor.change(URI, text);
  await editor.published.next();
  await pause(200);
  expect(editor.published.all.map(({ version, diagnostics }) => [version, diagnostics.length])).toEqual([
    [1, 1],
    [4, 3],
  ]);
  expect(engine.lints).toBe(2);
});

test('closing clears, and a check that was still to come is dropped', async () => {
  const engine = toyEngine();
  const editor = await startEditor({ engine, capabilities: {} });
  await editor.open(URI, '年报 word');
  await editor.close(URI);
  expect(await editor.published.next()).toEqual({ uri: URI, diagnostics: [] });
  await pause(200);
  expect(editor.published.all).toHaveLength(1);
  expect(engine.lints).toBe(0);
});

test('changed settings are pushed to clients that cannot be asked', async () => {
  const editor = await startEditor({
    engine: toyEngine(),
    capabilities: {},
    initialize: { initializationOptions: { settings: { allowedTerms: ['data'] } } },
  });
  await editor.open(URI, '年报 word data');
  expect((await editor.published.next()).diagnostics).toHaveLength(1);
  await editor.client.sendNotification('workspace/didChangeConfiguration', {
    settings: { nianbao: { allowedTerms: ['word', 'data'] } },
  });
  expect(await editor.published.next()).toEqual({ uri: URI, version: 1, diagnostics: [] });
});

test.each(['ini', 'markdown', 'made-up'])('a text that was a report once stays one as %s', async (language) => {
  const editor = await startEditor({ engine: toyEngine(), capabilities: {} });
  const shown = (): unknown => {
    const last = editor.published.all.at(-1);
    return [last?.version, last?.diagnostics.length];
  };
  const title = 'the title is being rewritten';
  await editor.open(URI, '年报 word');
  await expect.poll(shown).toEqual([1, 1]);
  await editor.change(URI, title);
  await expect.poll(shown).toEqual([2, 5]);
  // A client gives another language by closing and opening.
  await editor.close(URI);
  await editor.open(URI, title, language, 3);
  await expect.poll(shown).toEqual([3, 5]);
  await editor.change(URI, 'still being rewritten');
  await expect.poll(shown).toEqual([4, 3]);
  // Closed and opened as it was is another matter: then the text says what it is.
  await editor.close(URI);
  await editor.open(URI, 'still being rewritten', language, 5);
  await expect.poll(shown).toEqual([5, 0]);
});
