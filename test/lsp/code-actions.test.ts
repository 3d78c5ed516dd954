import { describe, expect, test } from 'vitest';
import { CodeActionKind } from 'vscode-languageserver/node';
import { applied, everywhere, startEditor } from './harness.ts';
import { toyEngine } from './toy-engine.ts';

const URI = 'untitled:Untitled-1';
const TEXT = '年报\n推进 workflow 再造。。。。\n其他 data 事项。。\n';
const at = (line: number, character: number) => ({ start: { line, character }, end: { line, character } });
const titles = (actions: readonly { title: string }[]) => actions.map(({ title }) => title);

async function open(text = TEXT) {
  const engine = toyEngine();
  const editor = await startEditor({ engine });
  await editor.open(URI, text, 'plaintext', 7);
  return { engine, editor };
}

describe('quick fixes', () => {
  test('name the version, the finding and their kind', async () => {
    const { editor } = await open();
    const [diagnostic] = await editor.items(URI);
    const [fix] = await editor.actions(URI, at(1, 5), [CodeActionKind.QuickFix], diagnostic ? [diagnostic] : []);
    expect(fix).toEqual({
      title: '改为“流程”',
      kind: 'quickfix',
      diagnostics: [diagnostic],
      edit: {
        documentChanges: [
          {
            textDocument: { uri: URI, version: 7 },
            edits: [{ range: { start: { line: 1, character: 3 }, end: { line: 1, character: 11 } }, newText: '流程' }],
          },
        ],
      },
    });
  });

  test('come from the stored result and from copies that each fix was tried on: no text is checked twice', async () => {
    const { editor, engine } = await open();
    await editor.items(URI);
    await editor.actions(URI, everywhere);
    await editor.actions(URI, at(1, 5));
    expect(engine.lints).toBeGreaterThan(1);
    expect(new Set(engine.judged).size).toBe(engine.lints);
  });

  test('are those of the current version when nobody has pulled it yet', async () => {
    const { editor, engine } = await open();
    await editor.items(URI);
    await editor.change(URI, '\n', at(0, 0));
    const [fix] = await editor.actions(URI, at(2, 5), [CodeActionKind.QuickFix]);
    expect(fix?.edit?.documentChanges).toMatchObject([{ textDocument: { version: 8 } }]);
    await editor.items(URI);
    expect(engine.judged.filter((text) => text === `\n${TEXT}`)).toHaveLength(1);
  });

  test('belong to the range, its edges included', async () => {
    const { editor } = await open();
    expect(titles(await editor.actions(URI, at(1, 11), [CodeActionKind.QuickFix]))).toContain('改为“流程”');
    expect(titles(await editor.actions(URI, at(1, 2), [CodeActionKind.QuickFix]))).toEqual([]);
    expect(await editor.actions(URI, at(0, 1), [CodeActionKind.QuickFix])).toEqual([]);
  });

  test('are found by the diagnostic, wherever the cursor is', async () => {
    const { editor } = await open();
    const items = await editor.items(URI);
    const actions = await editor.actions(URI, at(0, 0), [CodeActionKind.QuickFix], items.slice(-1));
    expect(titles(actions)).toEqual(['删去一个句号', '修正全部 2 处“toy/stops”']);
    const stale = items.slice(-1).map((item) => ({ ...item, message: 'of another time' }));
    expect(await editor.actions(URI, at(0, 0), [CodeActionKind.QuickFix], stale)).toEqual([]);
  });

  test('only the safe one is preferred', async () => {
    const { editor } = await open();
    const actions = await editor.actions(URI, everywhere, [CodeActionKind.QuickFix]);
    expect(actions.filter(({ isPreferred }) => isPreferred).map(({ title }) => title)).toEqual([
      '删去一个句号',
      '删去一个句号',
    ]);
  });

  test('nothing for a text that is no report, or for positions outside', async () => {
    const { editor } = await open('no report 。。');
    expect(await editor.actions(URI, everywhere)).toEqual([]);
    await editor.change(URI, TEXT);
    const outside = { start: { line: 900, character: 9 }, end: { line: 9_000_000, character: 1e9 } };
    expect(await editor.actions(URI, outside, [CodeActionKind.QuickFix])).toEqual([]);
    const negative = { start: { line: -5, character: -1 }, end: { line: -1, character: -1 } };
    expect(await editor.actions(URI, negative, [CodeActionKind.QuickFix])).toEqual([]);
    expect(await editor.actions('file:///unknown.txt', everywhere)).toEqual([]);
  });
});

describe('source.fixAll.nianbao', () => {
  test.each([['source.fixAll.nianbao'], ['source.fixAll'], ['source']])(
    'asked for as %s mends to the end',
    async (only) => {
      const { editor } = await open();
      const actions = await editor.actions(URI, everywhere, [only]);
      expect(actions).toHaveLength(1);
      expect(actions[0]?.kind).toBe('source.fixAll.nianbao');
      expect(applied(TEXT, actions[0]?.edit)).toBe('年报\n推进 workflow 再造。\n其他 data 事项。\n');
    },
  );

  test('changes no more than it must', async () => {
    const { editor } = await open();
    const [action] = await editor.actions(URI, everywhere, ['source.fixAll.nianbao']);
    expect(action?.edit?.documentChanges).toEqual([
      {
        textDocument: { uri: URI, version: 7 },
        edits: [
          { range: { start: { line: 1, character: 14 }, end: { line: 1, character: 17 } }, newText: '' },
          { range: { start: { line: 2, character: 10 }, end: { line: 2, character: 11 } }, newText: '' },
        ],
      },
    ]);
  });

  test('is not among the quick fixes, and not offered when there is nothing to mend', async () => {
    const { editor } = await open();
    const quick = await editor.actions(URI, everywhere, [CodeActionKind.QuickFix]);
    expect(quick.map(({ kind }) => kind)).not.toContain('source.fixAll.nianbao');
    await editor.change(URI, '年报 word');
    expect(await editor.actions(URI, everywhere, ['source.fixAll.nianbao'])).toEqual([]);
    expect(await editor.actions(URI, everywhere, ['refactor'])).toEqual([]);
  });
});

test('a client that takes only plain edits gets plain edits', async () => {
  const editor = await startEditor({
    engine: toyEngine(),
    capabilities: { textDocument: { diagnostic: {} }, workspace: { workspaceEdit: {} } },
  });
  await editor.open(URI, TEXT);
  const [fix] = await editor.actions(URI, at(1, 5));
  expect(fix?.edit).toEqual({ changes: { [URI]: [expect.objectContaining({ newText: '流程' })] } });
});
