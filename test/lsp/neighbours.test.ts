import { describe, expect, test } from 'vitest';
import { cellId } from '../../server/src/forms/index.ts';
import { draft } from '../support/draft.ts';
import { type Editor, PULL, startEditor } from './harness.ts';

const FOLDER = 'file:///drafts/%E5%8E%BF';
const NOW = `${FOLDER}/2024.txt`;
const BEFORE = `${FOLDER}/2023.txt`;
const CARRIED = cellId('requests', 'carriedIn', 'total');
const PENDING = cellId('requests', 'carriedOut', 'total');

const now = draft({ year: 2024, seed: 4, cells: { [CARRIED]: '41' } });
const before = draft({ year: 2023, seed: 3, cells: { [PENDING]: '43' } });
const agreeing = draft({ year: 2023, seed: 3, cells: { [PENDING]: '41' } });

const carried = async (editor: Editor, uri = NOW) =>
  (await editor.items(uri)).filter(({ code, severity }) => code === 'year/carry-over' && severity === 1);

const inWorkspace = (files: Map<string, string>) =>
  startEditor({ capabilities: PULL, files, initialize: { workspaceFolders: [{ uri: FOLDER, name: '县' }] } });

/** What changes elsewhere is told by a request to ask again. */
async function until(editor: Editor, holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await Promise.race([editor.refreshes.next(), new Promise((done) => setTimeout(done, 100))]);
}

describe('an open report', () => {
  test('is held against another one that is open, and again as that is edited', async () => {
    const editor = await startEditor({ capabilities: PULL });
    await editor.open(BEFORE, before.text);
    await editor.items(BEFORE);
    await editor.open(NOW, now.text);
    const [found] = await carried(editor);
    expect(found?.message).toContain('结转下年度 43 件');
    const place = found?.relatedInformation?.find(({ location: { range } }) => {
      const line = before.text.split('\n')[range.start.line] ?? '';
      return line.slice(range.start.character, range.end.character) === '43';
    });
    expect(place?.location.uri).toBe(BEFORE);
    const refreshed = editor.refreshes.next();
    await editor.change(BEFORE, agreeing.text);
    await editor.items(BEFORE);
    await refreshed;
    expect(await carried(editor)).toEqual([]);
  });

  test('is not checked again while the others stay as they are', async () => {
    const editor = await startEditor({ capabilities: PULL });
    await editor.open(BEFORE, before.text);
    await editor.items(BEFORE);
    await editor.open(NOW, now.text);
    const first = await editor.pull(NOW);
    expect(await editor.pull(NOW, first.resultId)).toMatchObject({ kind: 'unchanged' });
    await editor.change(BEFORE, agreeing.text);
    await editor.items(BEFORE);
    expect(await editor.pull(NOW, first.resultId)).toMatchObject({ kind: 'full' });
  });

  test('is filed twice in two files, and not by a draft that was never saved', async () => {
    const editor = await startEditor({ capabilities: PULL });
    const twice = async (uri: string) =>
      (await editor.items(uri)).filter(({ code }) => code === 'rollup/duplicate-report').length;
    await editor.open(NOW, now.text);
    await editor.open('untitled:Untitled-1', now.text);
    await editor.items(NOW);
    expect([await twice('untitled:Untitled-1'), await twice(NOW)]).toEqual([0, 0]);
    await editor.open(`${FOLDER}/copy.txt`, now.text);
    await editor.items(`${FOLDER}/copy.txt`);
    expect([await twice(`${FOLDER}/copy.txt`), await twice(NOW), await twice('untitled:Untitled-1')]).toEqual([
      1, 1, 0,
    ]);
  });

  test('pairs without a file, too', async () => {
    const editor = await startEditor({ capabilities: PULL });
    await editor.open('untitled:Untitled-1', before.text);
    await editor.items('untitled:Untitled-1');
    await editor.open('untitled:Untitled-2', now.text);
    expect(await carried(editor, 'untitled:Untitled-2')).toHaveLength(1);
    await editor.close('untitled:Untitled-1');
    expect(await carried(editor, 'untitled:Untitled-2')).toEqual([]);
  });
});

test('what was paired stands in the status and in the hover on the title', async () => {
  const editor = await startEditor({ capabilities: PULL });
  await editor.open(BEFORE, before.text);
  await editor.items(BEFORE);
  await editor.open(NOW, now.text);
  await editor.items(NOW);
  const params = { textDocument: { uri: NOW }, position: { line: 0, character: 3 } };
  const hover = await editor.client.sendRequest<{ contents: { value: string } }>('textDocument/hover', params);
  expect(hover.contents.value).toContain('上年报告：县/2023.txt');
  await until(editor, async () => editor.statuses.all.some(({ paired }) => paired?.includes('上年报告：县/2023.txt')));
});

describe('a report that only lies in the workspace', () => {
  test('is known, and what happens to its file is noticed', async () => {
    const files = new Map([[BEFORE, before.text]]);
    const editor = await inWorkspace(files);
    await editor.open(NOW, now.text);
    await until(editor, async () => (await carried(editor)).length === 1);
    const changed = (type: 1 | 2 | 3) =>
      editor.client.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: BEFORE, type }] });
    files.set(BEFORE, agreeing.text);
    await changed(2);
    await until(editor, async () => (await carried(editor)).length === 0);
    files.set(BEFORE, before.text);
    await changed(2);
    await until(editor, async () => (await carried(editor)).length === 1);
    files.delete(BEFORE);
    await changed(3);
    await until(editor, async () => (await carried(editor)).length === 0);
  });

  test('counts as it was saved once it is closed', async () => {
    const files = new Map([[BEFORE, before.text]]);
    const editor = await inWorkspace(files);
    await editor.open(NOW, now.text);
    await editor.open(BEFORE, agreeing.text);
    await editor.items(BEFORE);
    expect(await carried(editor)).toEqual([]);
    await editor.close(BEFORE);
    await until(editor, async () => (await carried(editor)).length === 1);
  });

  test('is last year’s where the settings say so', async () => {
    const other = before.text.replaceAll('青溪县水利局', '青溪县水务局');
    const files = new Map([
      [BEFORE, other],
      [`${FOLDER}/.nianbao.json`, JSON.stringify({ reports: { '2024.txt': { prior: '2023.txt' } } })],
    ]);
    const editor = await inWorkspace(files);
    await editor.open(NOW, now.text);
    await until(editor, async () => (await carried(editor)).length === 1);
  });
});
