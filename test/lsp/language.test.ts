import { beforeEach, describe, expect, test } from 'vitest';
import {
  type CodeAction,
  type CodeLens,
  type CompletionItem,
  type Location,
  type LocationLink,
  MarkupKind,
  type Position,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { KINDS } from '../../server/src/language/kinds.ts';
import { CHOOSE_CHANGES, type ChooseChangesParams, CONVERT_TABLE_KIND } from '../../server/src/lsp/protocol.ts';
import { engine } from '../../server/src/lsp/runtime.ts';
import { type Draft, draft } from '../support/draft.ts';
import { applied, type Editor, everywhere, PULL, type Setup, startEditor, textEdits } from './harness.ts';

const URI = 'untitled:Untitled-1';
const RICH: NonNullable<Setup['capabilities']> = {
  ...PULL,
  textDocument: {
    ...PULL.textDocument,
    hover: { contentFormat: [MarkupKind.Markdown, MarkupKind.PlainText] },
    definition: { linkSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    completion: { completionItem: { snippetSupport: true } },
  },
};

/** The real engine, and how often it was asked to read and to lint. */
function countingEngine() {
  const counts = { reads: 0, lints: 0 };
  return {
    counts,
    engine: {
      isReport: engine.isReport,
      read: (...input: Parameters<typeof engine.read>) => {
        counts.reads++;
        return engine.read(...input);
      },
      lint: (...input: Parameters<typeof engine.lint>) => {
        counts.lints++;
        return engine.lint(...input);
      },
    },
  };
}

let made: Draft;
let counting: ReturnType<typeof countingEngine>;

beforeEach(() => {
  made = draft({
    seed: 4,
    prose: { overview: ['全年新收政府信息公开申请7件，上年结转2件。详见www.qingxi.cn。'] },
    cells: { 'requests/new/total': '7', 'requests/granted/total': '99' },
  });
  counting = countingEngine();
});

async function open(setup: Setup = { capabilities: RICH }): Promise<Editor> {
  const editor = await startEditor({ engine: counting.engine, ...setup });
  await editor.open(URI, made.text);
  return editor;
}

const document = () => TextDocument.create(URI, 'plaintext', 1, made.text);
const positionOf = (cell: Parameters<Draft['cellAt']>[0]): Position => document().positionAt(made.cellAt(cell).start);
const claim = (): Position => document().positionAt(made.text.indexOf('申请7件') + 2);
const textDocument = { uri: URI };

describe('requests on a draft', () => {
  test('hover, in the richest kind that the client shows', async () => {
    const position = positionOf('requests/granted/total');
    const rich = await open();
    const answer = await rich.client.sendRequest('textDocument/hover', { textDocument, position });
    expect(answer).toMatchObject({ contents: { kind: 'markdown', value: expect.stringContaining('**不等于** 99') } });
    const plain = await open({ capabilities: PULL });
    const poor = await plain.client.sendRequest('textDocument/hover', { textDocument, position });
    expect(poor).toMatchObject({ contents: { kind: 'plaintext', value: expect.stringContaining('不等于 99') } });
  });

  test('definition with the origin’s range, or as plain places', async () => {
    const rich = await open();
    const [link] = await rich.client.sendRequest<LocationLink[]>('textDocument/definition', {
      textDocument,
      position: claim(),
    });
    expect(link?.targetSelectionRange.start).toEqual(positionOf('requests/new/total'));
    expect(link?.originSelectionRange?.start).toEqual(claim());
    const plain = await open({ capabilities: PULL });
    const [place] = await plain.client.sendRequest<Location[]>('textDocument/definition', {
      textDocument,
      position: claim(),
    });
    expect(place).toEqual({ uri: URI, range: link?.targetSelectionRange });
  });

  test('references, highlights, selection, folding, links', async () => {
    const { client } = await open();
    const position = positionOf('requests/new/total');
    const context = { includeDeclaration: true };
    expect(await client.sendRequest('textDocument/references', { textDocument, position, context })).toHaveLength(2);
    expect(await client.sendRequest('textDocument/documentHighlight', { textDocument, position })).not.toHaveLength(0);
    const selection = { textDocument, positions: [position, claim()] };
    expect(await client.sendRequest('textDocument/selectionRange', selection)).toHaveLength(2);
    expect(await client.sendRequest('textDocument/foldingRange', { textDocument })).not.toHaveLength(0);
    expect(await client.sendRequest('textDocument/documentLink', { textDocument })).toContainEqual(
      expect.objectContaining({ target: 'http://www.qingxi.cn' }),
    );
  });

  test('symbols as a tree or flat, and over all open reports', async () => {
    const { client } = await open();
    const tree = await client.sendRequest<object[]>('textDocument/documentSymbol', { textDocument });
    expect(tree[1]).toMatchObject({ name: '一、总体情况', children: expect.anything() });
    const plain = await open({ capabilities: PULL });
    const flat = await plain.client.sendRequest<object[]>('textDocument/documentSymbol', { textDocument });
    expect(flat.length).toBeGreaterThan(tree.length);
    expect(flat[1]).toMatchObject({ location: { uri: URI } });
    expect(await client.sendRequest('workspace/symbol', { query: '国家秘密' })).toMatchObject([
      { name: '1.属于国家秘密', location: { uri: URI } },
    ]);
  });
});

test('completion, with holes only where the client fills them in', async () => {
  const position = { line: 3, character: 0 };
  made = draft({ prose: { overview: [''] }, sections: [1] });
  for (const [capabilities, format] of [
    [RICH, 2],
    [PULL, 1],
  ] as const) {
    const editor = await open({ capabilities });
    const line = made.text.split('\n').indexOf('一、总体情况') + 1;
    const items = await editor.client.sendRequest<CompletionItem[]>('textDocument/completion', {
      textDocument,
      position: { ...position, line },
    });
    expect(items.map(({ label }) => label)).toContain('（一）主动公开。');
    expect(new Set(items.map(({ insertTextFormat }) => insertTextFormat))).toEqual(new Set([format]));
  }
});

describe('rename and formatting', () => {
  test('the issuer, in an edit that names the version', async () => {
    const { client } = await open();
    const position = { line: 0, character: 2 };
    expect(await client.sendRequest('textDocument/prepareRename', { textDocument, position })).toMatchObject({
      start: { line: 0, character: 0 },
    });
    const newName = '云岭市教育局';
    const edit = await client.sendRequest<WorkspaceEdit>('textDocument/rename', { textDocument, position, newName });
    expect(edit.documentChanges).toMatchObject([{ textDocument: { uri: URI, version: 1 } }]);
    expect(applied(made.text, edit).startsWith('云岭市教育局2024年')).toBe(true);
  });

  test('tables, whole or a range', async () => {
    const editor = await open();
    const text = made.text.replaceAll(' | ', '|');
    await editor.change(URI, text);
    const options = { tabSize: 2, insertSpaces: true };
    const edits = await editor.client.sendRequest<TextEdit[]>('textDocument/formatting', { textDocument, options });
    const after = TextDocument.applyEdits(TextDocument.create(URI, 'plaintext', 1, text), edits);
    expect(after).toBe(made.text);
    const range = { start: edits[2]?.range.start, end: edits[2]?.range.start };
    const one = await editor.client.sendRequest('textDocument/rangeFormatting', { textDocument, range, options });
    expect(one).toEqual([edits[2]]);
  });
});

describe('rewriting tables', () => {
  const ALL = {
    ...RICH,
    workspace: { ...RICH.workspace, workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } },
  };
  const RESOLVES = {
    ...ALL,
    textDocument: { ...ALL.textDocument, codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } } },
  };
  const inTable = () => ({ start: positionOf('requests/granted/total'), end: positionOf('requests/granted/total') });

  test('totals wait for a yes, each saying what it writes', async () => {
    const editor = await open({ capabilities: ALL });
    const [action] = await editor.actions(URI, inTable(), ['refactor.rewrite.nianbao.recomputeTotals']);
    expect(action?.title).toMatch(/^按各项之和重填/);
    const notes = Object.values(action?.edit?.changeAnnotations ?? {});
    expect(notes).toContainEqual({
      label: expect.stringMatching(/^将「（一）予以公开」总计列由 99 改为 \d+$/),
      needsConfirmation: true,
    });
    expect(textEdits(action?.edit)[0]?.edits).toHaveLength(notes.length);
  });

  test('edits come when an action is chosen, and only on the text it was offered for', async () => {
    const editor = await open({ capabilities: RESOLVES });
    const actions = await editor.actions(URI, inTable(), ['refactor.rewrite']);
    const convert = actions.find(({ title }) => title.endsWith('Markdown 表格'));
    expect(convert).toMatchObject({ kind: 'refactor.rewrite.nianbao.convertTable' });
    expect(convert?.edit).toBeUndefined();
    const resolved = await editor.client.sendRequest<CodeAction>('codeAction/resolve', convert);
    expect(applied(made.text, resolved.edit)).toMatch(/^\| --- \|/m);
    await editor.change(URI, `${made.text}\n`);
    await expect(editor.client.sendRequest('codeAction/resolve', convert)).rejects.toMatchObject({ code: -32801 });
  });

  test('the client’s command asks for the kind that the server gives', () => {
    expect(CONVERT_TABLE_KIND).toBe(KINDS.convert);
  });

  test('a client that cannot ask gets the plain edit', async () => {
    const editor = await open({ capabilities: PULL });
    const [action] = await editor.actions(URI, inTable(), ['refactor.rewrite.nianbao.recomputeTotals']);
    expect(action?.edit?.changeAnnotations).toBeUndefined();
    expect(textEdits(action?.edit)[0]?.edits.length).toBeGreaterThan(0);
  });

  test('sections are put in order by a source action', async () => {
    made = draft({ sections: [1, 3, 2, 4, 5, 6] });
    const editor = await open();
    const [action] = await editor.actions(URI, everywhere, ['source.organizeSections']);
    expect(action?.kind).toBe('source.organizeSections.nianbao');
    const after = applied(made.text, action?.edit);
    expect(after.indexOf('\n二、主动公开')).toBeLessThan(after.indexOf('\n三、收到和处理'));
  });

  test('all findings of one rule are mended together', async () => {
    made = draft({ headings: 'unnumbered' });
    const editor = await open();
    const [first] = (await editor.items(URI)).filter(({ code }) => code === 'structure/heading-number');
    const actions = await editor.actions(URI, first?.range ?? everywhere, ['quickfix'], first ? [first] : []);
    const all = actions.find(({ title }) => title.startsWith('修正全部 6 处'));
    expect(applied(made.text, all?.edit)).toContain('\n六、其他需要报告的事项\n');
  });
});

describe('what is drawn into the text', () => {
  const ASKED = {
    ...RICH,
    workspace: {
      ...RICH.workspace,
      configuration: true,
      applyEdit: true,
      inlayHint: { refreshSupport: true },
      codeLens: { refreshSupport: true },
      semanticTokens: { refreshSupport: true },
    },
  };

  test('wrong totals only, until the settings ask for more', async () => {
    let settings: object = {};
    const editor = await open({ capabilities: ASKED, configuration: () => settings });
    const refreshed: string[] = [];
    for (const name of ['inlayHint', 'codeLens', 'semanticTokens']) {
      editor.client.onRequest(`workspace/${name}/refresh`, () => {
        refreshed.push(name);
        return null;
      });
    }
    const count = async (method: string) =>
      (await editor.client.sendRequest<object[]>(method, { textDocument, range: everywhere })).length;
    const few = await count('textDocument/inlayHint');
    expect(few).toBeGreaterThan(0);
    expect(await count('textDocument/codeLens')).toBeGreaterThan(0);
    settings = { inlayHints: { totals: 'all', columnNames: true }, codeLens: 'off', semanticTokens: false };
    await editor.client.sendNotification('workspace/didChangeConfiguration', { settings: null });
    expect(await count('textDocument/inlayHint')).toBeGreaterThan(few + 200);
    expect(await count('textDocument/codeLens')).toBe(0);
    expect(await editor.client.sendRequest('textDocument/semanticTokens/full', { textDocument })).toBeNull();
    expect(refreshed.sort()).toEqual(['codeLens', 'inlayHint', 'semanticTokens']);
  });

  test('a lens that mends sends its edits for a yes', async () => {
    const editor = await open({ capabilities: ASKED });
    const sent: WorkspaceEdit[] = [];
    editor.client.onRequest('workspace/applyEdit', ({ edit }: { edit: WorkspaceEdit }) => {
      sent.push(edit);
      return { applied: true };
    });
    const lenses = await editor.client.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument });
    const fix = lenses.find(({ command }) => command?.command === 'nianbao.server.fixTable')?.command;
    const answer = await editor.client.sendRequest('workspace/executeCommand', { ...fix });
    expect(answer).toBe(true);
    expect(applied(made.text, sent[0])).not.toContain('| 99 |');
    const bad = { command: 'nianbao.server.fixTable', arguments: [{ uri: URI, table: 'no such' }] };
    expect(await editor.client.sendRequest('workspace/executeCommand', bad)).toBe(false);
  });
});

describe('changes of numbers, in a client that can ask', () => {
  const ASKED = { ...RICH, workspace: { ...RICH.workspace, applyEdit: true } };
  const ASKING = { initialize: { initializationOptions: { choosesChanges: true } } };

  async function asking(choose: (changes: readonly string[]) => readonly number[] | null) {
    const editor = await open({ capabilities: ASKED, ...ASKING });
    const sent: WorkspaceEdit[] = [];
    editor.client.onRequest('workspace/applyEdit', ({ edit }: { edit: WorkspaceEdit }) => {
      sent.push(edit);
      return { applied: true };
    });
    editor.client.onRequest(CHOOSE_CHANGES, ({ changes }: ChooseChangesParams) => choose(changes));
    const [action] = await editor.actions(URI, everywhere, [KINDS.totals]);
    const run = () => editor.client.sendRequest('workspace/executeCommand', { ...action?.command });
    return { editor, sent, run, action };
  }

  test('each names its cell, and what is confirmed is done', async () => {
    let shown: readonly string[] = [];
    const { sent, run, action } = await asking((changes) => {
      shown = changes;
      return changes.map((_, index) => index);
    });
    expect(action?.edit).toBeUndefined();
    expect(await run()).toBe(true);
    expect(shown.length).toBeGreaterThan(0);
    for (const change of shown) expect(change).toMatch(/^将「.+」.*由 \S+ 改为 \d+$/);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.changeAnnotations).toBeUndefined();
    expect(applied(made.text, sent[0])).not.toBe(made.text);
  });

  test('nothing is written when nothing is confirmed, or when the text has changed meanwhile', async () => {
    expect(await (await asking(() => null)).run()).toBe(false);
    const { editor, sent, run } = await asking((changes) => changes.map((_, index) => index));
    const warned: string[] = [];
    editor.client.onNotification('window/showMessage', ({ message }: { message: string }) => void warned.push(message));
    editor.client.onRequest(CHOOSE_CHANGES, async () => {
      await editor.change(URI, `${made.text}。`);
      await editor.items(URI);
      return [0];
    });
    expect(await run()).toBe(false);
    expect(sent).toEqual([]);
    expect(warned.join()).toContain('没有写入');
  });
});

test('a client that can is offered formatting for reports alone', async () => {
  const dynamic = { dynamicRegistration: true };
  const editor = await open({
    capabilities: { ...RICH, textDocument: { ...RICH.textDocument, formatting: dynamic, rangeFormatting: dynamic } },
  });
  expect(editor.welcome.capabilities.documentFormattingProvider).toBe(false);
  await editor.open('file:///notes.md', '# 会议记录', 'markdown');
  await editor.items('file:///notes.md');
  expect(editor.registered).toEqual([]);
  await editor.items(URI);
  await editor.items(URI);
  expect(editor.registered).toEqual(['textDocument/formatting', 'textDocument/rangeFormatting']);
});

/** Every request that a document can be asked, with parameters that are right for any text. */
const REQUESTS: readonly (readonly [method: string, params: object])[] = [
  ['textDocument/hover', { position: { line: 1, character: 1 } }],
  ['textDocument/definition', { position: { line: 1, character: 1 } }],
  ['textDocument/references', { position: { line: 1, character: 1 }, context: { includeDeclaration: true } }],
  ['textDocument/documentHighlight', { position: { line: 1, character: 1 } }],
  ['textDocument/documentSymbol', {}],
  ['textDocument/foldingRange', {}],
  ['textDocument/selectionRange', { positions: [{ line: 1, character: 1 }] }],
  ['textDocument/documentLink', {}],
  ['textDocument/prepareRename', { position: { line: 0, character: 2 } }],
  ['textDocument/rename', { position: { line: 0, character: 2 }, newName: '云岭市教育局' }],
  ['textDocument/formatting', { options: { tabSize: 2, insertSpaces: true } }],
  ['textDocument/inlayHint', { range: everywhere }],
  ['textDocument/codeLens', {}],
  ['textDocument/completion', { position: { line: 3, character: 0 } }],
  ['textDocument/semanticTokens/full', {}],
  ['textDocument/semanticTokens/range', { range: everywhere }],
  ['textDocument/rangeFormatting', { range: everywhere, options: { tabSize: 2, insertSpaces: true } }],
];

test('everything is answered from one reading', async () => {
  const { client } = await open();
  for (const [method, params] of REQUESTS) {
    expect(await client.sendRequest(method, { textDocument, ...params }), method).not.toBeUndefined();
  }
  await client.sendRequest('workspace/symbol', { query: '' });
  expect(counting.counts).toEqual({ reads: 1, lints: 1 });
});

test.each(REQUESTS)('%s: nothing for a text that is no report, or is not open', async (method, params) => {
  const editor = await open();
  await editor.open('file:///notes.txt', '会议记录\n');
  for (const uri of ['file:///notes.txt', 'file:///closed.txt']) {
    expect(await editor.client.sendRequest(method, { textDocument: { uri }, ...params })).toBeNull();
  }
});
