import { describe, expect, test } from 'vitest';
import { CodeActionKind } from 'vscode-languageserver/node';
import { ALLOW_TERM, READ_FILE } from '../../server/src/lsp/protocol.ts';
import { draft } from '../support/draft.ts';
import { applied, everywhere, PULL, startEditor, textEdits } from './harness.ts';
import { toyEngine } from './toy-engine.ts';

const URI = 'file:///office/%E5%B9%B4%E6%8A%A5/2024.txt';
const CONFIG = 'file:///office/.nianbao.json';
const TEXT = '年报 word data\n';
const FOLDER = { workspaceFolders: [{ uri: 'file:///office', name: 'office' }] };
const WATCHING = {
  ...PULL,
  workspace: { ...PULL.workspace, didChangeWatchedFiles: { dynamicRegistration: true }, workspaceFolders: true },
};

const messages = (items: readonly { message: unknown }[]) => items.map(({ message }) => message);

describe('.nianbao.json', () => {
  test('is found upwards, and its entry for the report counts', async () => {
    const files = new Map([[CONFIG, '{ "reports": { "年报/2024.txt": { "allowedTerms": ["word"] } } }']]);
    const editor = await startEditor({ engine: toyEngine(), files });
    await editor.open(URI, TEXT);
    expect(messages(await editor.items(URI))).toEqual(['外文词语“data”']);
  });

  test('overrides the settings of the editor', async () => {
    const editor = await startEditor({
      engine: toyEngine(),
      files: new Map([[CONFIG, '{ "allowedTerms": ["data"] }']]),
      capabilities: { ...PULL, workspace: { configuration: true } },
      configuration: () => ({ allowedTerms: ['word'], 'trace.server': 'off', year: null, rules: 'nonsense' }),
    });
    await editor.open(URI, TEXT);
    expect(await editor.items(URI)).toEqual([]);
  });

  test('the body is one setting and its kind another, where a form is all that the editor has', async () => {
    const rules = async (settings: object): Promise<unknown[]> => {
      const editor = await startEditor({
        capabilities: { ...PULL, workspace: { configuration: true } },
        configuration: () => settings,
      });
      await editor.open(URI, draft().text);
      return (await editor.items(URI)).map(({ code }) => code);
    };
    expect(await rules({ issuer: '', issuerType: 'government' })).not.toContain('structure/gov-supervision');
    expect(await rules({ issuer: '青溪县水利局', issuerType: 'auto' })).not.toContain('structure/gov-supervision');
    expect(await rules({ issuer: '青溪县', issuerType: 'government' })).toContain('structure/gov-supervision');
  });

  test('changed on the disk: the client is asked to pull again, and the result is a new one', async () => {
    const files = new Map<string, string>();
    const editor = await startEditor({ engine: toyEngine(), files, capabilities: WATCHING, initialize: FOLDER });
    await editor.open(URI, TEXT);
    const first = await editor.pull(URI);
    files.set(CONFIG, '{ "allowedTerms": ["word"] }');
    const refreshed = editor.refreshes.next();
    await editor.client.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: CONFIG, type: 1 }] });
    await refreshed;
    expect(await editor.pull(URI, first.resultId)).toMatchObject({
      kind: 'full',
      items: [{ message: '外文词语“data”' }],
    });
    expect(editor.registered).toContain('workspace/didChangeWatchedFiles');
  });

  test('open in the editor: what is typed counts, and what is on the disk counts again after closing', async () => {
    const files = new Map([[CONFIG, '{ "allowedTerms": ["word"] }']]);
    const editor = await startEditor({ engine: toyEngine(), files });
    await editor.open(URI, TEXT);
    const opened = editor.refreshes.next();
    await editor.open(CONFIG, '{ "allowedTerms": ["data"] }', 'jsonc');
    await opened;
    expect(messages(await editor.items(URI))).toEqual(['外文词语“word”']);
    const closed = editor.refreshes.next();
    await editor.close(CONFIG);
    await closed;
    expect(messages(await editor.items(URI))).toEqual(['外文词语“data”']);
  });

  test('half-typed JSON does not make findings come and go', async () => {
    const editor = await startEditor({ engine: toyEngine() });
    await editor.open(CONFIG, '{ "allowedTerms": ["word"] }', 'jsonc');
    await editor.open(URI, TEXT);
    expect(await editor.items(URI)).toHaveLength(1);
    const refreshed = editor.refreshes.next();
    await editor.change(CONFIG, '{ "allowedTerms": [');
    await refreshed;
    expect(await editor.items(URI)).toHaveLength(1);
  });

  test('faults are shown in the file itself, and go when they are mended', async () => {
    const files = new Map([[CONFIG, '{\n  "allowedterms": []\n}']]);
    const editor = await startEditor({ engine: toyEngine(), files });
    await editor.open(URI, TEXT);
    const shown = editor.published.next();
    await editor.items(URI);
    expect(await shown).toMatchObject({
      uri: CONFIG,
      diagnostics: [
        {
          severity: 2,
          source: 'nianbao',
          range: { start: { line: 1, character: 2 }, end: { line: 1, character: 16 } },
        },
      ],
    });
    files.set(CONFIG, '{}');
    const gone = editor.published.next();
    await editor.client.sendNotification('workspace/didChangeWatchedFiles', { changes: [] });
    await editor.items(URI);
    expect(await gone).toEqual({ uri: CONFIG, diagnostics: [] });
  });

  test.each(['not-a-file', 'outside', 'too-large', 'unreadable'] as const)(
    'that is not read (%s) hides no finding, says so, and is not written into, open or not',
    async (refusal) => {
      const refusals = new Map([[CONFIG, refusal]]);
      const editor = await startEditor({ engine: toyEngine(), refusals, initialize: FOLDER });
      const shown = editor.published.next();
      await editor.open(URI, TEXT);
      expect(messages(await editor.items(URI))).toEqual(['外文词语“word”', '外文词语“data”']);
      expect(await shown).toMatchObject({ uri: CONFIG, diagnostics: [{ severity: 2, message: /不起作用/ }] });
      const offered = async () => (await editor.actions(URI, everywhere)).map(({ title }) => title);
      expect((await offered()).filter((title) => /在本工作区/.test(title))).toEqual([]);
      const refreshed = editor.refreshes.next();
      await editor.open(CONFIG, '{ "allowedTerms": ["word"] }', 'jsonc');
      await refreshed;
      expect(await editor.items(URI)).toHaveLength(2);
    },
  );

  test('with thousands of brackets hides no finding, neither from the disk nor while it is open', async () => {
    const deep = '['.repeat(200_000);
    const editor = await startEditor({ engine: toyEngine(), files: new Map([[CONFIG, deep]]), initialize: FOLDER });
    const shown = editor.published.next();
    await editor.open(URI, TEXT);
    expect(await editor.items(URI)).toHaveLength(2);
    expect(await shown).toMatchObject({ uri: CONFIG, diagnostics: [{ message: /嵌套过深/ }] });
    await editor.open(CONFIG, deep, 'jsonc');
    expect(await editor.items(URI)).toHaveLength(2);
  });

  test('nested beyond measure in the editor’s own settings hides no finding', async () => {
    let settings: unknown = { allowedTerms: ['word'] };
    for (let depth = 0; depth < 3000; depth++) settings = { reports: settings };
    const editor = await startEditor({
      engine: toyEngine(),
      capabilities: { ...PULL, workspace: { configuration: true } },
      configuration: () => settings,
    });
    await editor.open(URI, TEXT);
    expect(await editor.items(URI)).toHaveLength(2);
  });

  test('on a file system that only the client can read, the client reads it', async () => {
    const editor = await startEditor({
      engine: toyEngine(),
      initialize: { initializationOptions: { readFiles: true } },
    });
    const asked: string[] = [];
    editor.client.onRequest(READ_FILE, ({ uri }: { uri: string }) => {
      asked.push(uri);
      return uri === 'vscode-vfs://host/repo/.nianbao.json' ? '{ "allowedTerms": ["word"] }' : null;
    });
    await editor.open('vscode-vfs://host/repo/a/2024.txt', TEXT);
    expect(await editor.items('vscode-vfs://host/repo/a/2024.txt')).toHaveLength(1);
    expect(asked).toContain('vscode-vfs://host/.nianbao.json');
  });
});

describe('allowing a term', () => {
  const allow = async (editor: Awaited<ReturnType<typeof startEditor>>, uri = URI) =>
    (await editor.actions(uri, everywhere, [CodeActionKind.QuickFix])).filter(({ title }) => /允许“word”/.test(title));

  test('writes into the file in effect, comments kept', async () => {
    const text = '{\n    // our own words\n    "allowedTerms": ["OA"]\n}\n';
    const editor = await startEditor({ engine: toyEngine(), files: new Map([[CONFIG, text]]), initialize: FOLDER });
    await editor.open(URI, TEXT);
    const [report, workspace] = await allow(editor);
    expect(report?.title).toBe('在本报告中允许“word”');
    expect(workspace?.title).toBe('在本工作区允许“word”');
    expect(textEdits(workspace?.edit).map(({ textDocument }) => textDocument)).toEqual([
      { uri: CONFIG, version: null },
    ]);
    expect(applied(text, workspace?.edit)).toBe(
      '{\n    // our own words\n    "allowedTerms": [\n        "OA",\n        "word"\n    ]\n}\n',
    );
    expect(JSON.parse(applied(text, report?.edit).replace(/\/\/.*/, ''))).toEqual({
      allowedTerms: ['OA'],
      reports: { '年报/2024.txt': { allowedTerms: ['word'] } },
    });
  });

  test('goes into the open buffer with its version', async () => {
    const editor = await startEditor({ engine: toyEngine(), initialize: FOLDER });
    await editor.open(CONFIG, '{}', 'jsonc', 5);
    await editor.open(URI, TEXT);
    const [, workspace] = await allow(editor);
    expect(textEdits(workspace?.edit).map(({ textDocument }) => textDocument)).toEqual([{ uri: CONFIG, version: 5 }]);
  });

  test('creates a file at the root of the workspace folder when there is none', async () => {
    const editor = await startEditor({ engine: toyEngine(), initialize: FOLDER });
    await editor.open(URI, TEXT);
    const [report] = await allow(editor);
    expect(report?.edit?.documentChanges).toEqual([
      { kind: 'create', uri: CONFIG, options: { ignoreIfExists: false, overwrite: false } },
      {
        textDocument: { uri: CONFIG, version: null },
        edits: [
          {
            range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
            newText:
              '{\n  "reports": {\n    "年报/2024.txt": {\n      "allowedTerms": [\n        "word"\n      ]\n    }\n  }\n}\n',
          },
        ],
      },
    ]);
  });

  test('creates it beside the report when there is no folder', async () => {
    const editor = await startEditor({ engine: toyEngine() });
    await editor.open(URI, TEXT);
    const [, workspace] = await allow(editor);
    expect(workspace?.edit?.documentChanges?.[0]).toMatchObject({
      kind: 'create',
      uri: 'file:///office/%E5%B9%B4%E6%8A%A5/.nianbao.json',
    });
  });

  test('holds until closing where nothing can be written', async () => {
    const editor = await startEditor({ engine: toyEngine() });
    await editor.open('untitled:Untitled-1', TEXT);
    const [session, ...others] = await allow(editor, 'untitled:Untitled-1');
    expect(others).toEqual([]);
    expect(session?.title).toBe('本次编辑期间允许“word”');
    expect(session?.command?.command).toBe(ALLOW_TERM);
    const refreshed = editor.refreshes.next();
    await editor.client.sendRequest('workspace/executeCommand', session?.command);
    await refreshed;
    expect(messages(await editor.items('untitled:Untitled-1'))).toEqual(['外文词语“data”']);
    await editor.close('untitled:Untitled-1');
    await editor.open('untitled:Untitled-1', TEXT);
    expect(await editor.items('untitled:Untitled-1')).toHaveLength(2);
  });

  test('is not offered in a file that cannot be edited without damage', async () => {
    const editor = await startEditor({ engine: toyEngine(), files: new Map([[CONFIG, '{ "allowedTerms": 3 ']]) });
    await editor.open(URI, TEXT);
    expect((await allow(editor)).map(({ title }) => title)).toEqual(['本次编辑期间允许“word”']);
  });

  test('a command with wrong arguments does nothing', async () => {
    const editor = await startEditor({ engine: toyEngine() });
    for (const wrong of [{}, { arguments: [] }, { arguments: [null] }, { arguments: [{ uri: 1, term: 'word' }] }]) {
      expect(await editor.client.sendRequest('workspace/executeCommand', { command: ALLOW_TERM, ...wrong })).toBeNull();
    }
  });
});
