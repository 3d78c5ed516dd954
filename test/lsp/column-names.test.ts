import { expect, test } from 'vitest';
import { draft } from '../support/draft.ts';
import { everywhere, startEditor } from './harness.ts';

const uri = 'file:///reports/draft.txt';

async function hints(initializationOptions?: object): Promise<number> {
  const editor = await startEditor(initializationOptions ? { initialize: { initializationOptions } } : {});
  await editor.open(uri, draft({ seed: 4 }).text);
  const params = { textDocument: { uri }, range: everywhere };
  return (await editor.client.sendRequest<object[]>('textDocument/inlayHint', params)).length;
}

test('names of columns are for a client that knows where its cursor is', async () => {
  expect(await hints()).toBe(0);
  expect(await hints({ followsCursor: true })).toBeGreaterThan(190);
});
