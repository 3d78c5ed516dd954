import { beforeEach, describe, expect, test } from 'vitest';
import { type Location, type LocationLink, MarkupKind, type Position } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { engine } from '../../server/src/lsp/runtime.ts';
import { type Draft, draft } from '../support/draft.ts';
import { type Editor, PULL, type Setup, startEditor } from './harness.ts';

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
