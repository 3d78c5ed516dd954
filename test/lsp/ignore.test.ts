import { describe, expect, test } from 'vitest';
import { type ApplyWorkspaceEditParams, type CodeAction, CodeActionKind } from 'vscode-languageserver/node';
import { parseConfig } from '../../server/src/config/config.ts';
import { IGNORE, IGNORE_HERE } from '../../server/src/lsp/protocol.ts';
import { draft } from '../support/draft.ts';
import { applied, type Editor, everywhere, startEditor, textEdits } from './harness.ts';
import { toyEngine } from './toy-engine.ts';

const URI = 'file:///office/2024.txt';
const NOTES = 'file:///office/2024.md';
const CONFIG = 'file:///office/.nianbao.json';
const TEXT = '年报 word。\n其他事项。。\n';
const FOLDER = { workspaceFolders: [{ uri: 'file:///office', name: 'office' }] };
const ASKS = { initializationOptions: { asksReasons: true } };

const IGNORE_WORD = '在此忽略：外文词语（写明理由）';
const OFF_HERE = '在本报告中关闭此规则';
const OFF_EVERYWHERE = '在本工作区关闭此规则';

const quick = (editor: Editor, uri = URI): Promise<CodeAction[]> =>
  editor.actions(uri, everywhere, [CodeActionKind.QuickFix]);
const titled = (actions: readonly CodeAction[], title: string): CodeAction => {
  const action = actions.find((each) => each.title === title);
  if (!action) throw new Error(`no ${title} among ${actions.map((each) => each.title).join('、')}`);
  return action;
};
/** The text of the file that an action creates. */
const created = (action: CodeAction): string => applied('', action.edit);

describe('looking away', () => {
  test('comes after all mending, is never preferred, and is offered for every finding', async () => {
    const editor = await startEditor({ engine: toyEngine(), initialize: FOLDER });
    await editor.open(URI, TEXT);
    const actions = await quick(editor);
    expect(actions.map(({ title }) => title)).toEqual([
      '改为“流程”',
      '在本报告中允许“word”',
      '在本工作区允许“word”',
      '删去一个句号',
      IGNORE_WORD,
      '在此忽略：句号重复（写明理由）',
      '在本报告中关闭“外文词语”',
      '在本工作区关闭“外文词语”',
      '在本报告中关闭“句号重复”',
      '在本工作区关闭“句号重复”',
    ]);
    for (const { title, kind, isPreferred, diagnostics } of actions.slice(4)) {
      expect([title, kind, isPreferred]).toEqual([title, 'quickfix', undefined]);
      expect(diagnostics).toHaveLength(1);
    }
  });

  test('a rule whose name quotes something is quoted once', async () => {
    const editor = await startEditor({ initialize: FOLDER });
    await editor.open(URI, draft({ say: { 1: '2024年以来，及时更新目录，优化workflow。' } }).text);
    const titles = (await quick(editor)).map(({ title }) => title);
    expect(titles).toContain('在本报告中关闭“报告年度后用了‘以来’”');
    expect(titles.filter((title) => /““|””/.test(title))).toEqual([]);
  });

  test('is not offered where nothing can be written', async () => {
    const editor = await startEditor({ engine: toyEngine() });
    await editor.open('untitled:Untitled-1', TEXT);
    const titles = (await quick(editor, 'untitled:Untitled-1')).map(({ title }) => title);
    expect(titles).toEqual(['改为“流程”', '本次编辑期间允许“word”', '删去一个句号']);
  });

  test('says of a draft that was never saved why nothing can be written', async () => {
    const capabilities = { textDocument: { diagnostic: {}, codeAction: { disabledSupport: true } } };
    const plain = await startEditor({ engine: toyEngine(), capabilities });
    await plain.open('untitled:Untitled-1', TEXT);
    const disabled = (await quick(plain, 'untitled:Untitled-1')).filter((each) => each.disabled);
    expect(disabled.map((each) => each.disabled?.reason)).toEqual([expect.stringContaining('请先保存')]);
    expect(disabled[0]?.diagnostics).toHaveLength(2);

    const asking = await startEditor({ engine: toyEngine(), initialize: ASKS });
    await asking.open('untitled:Untitled-1', TEXT);
    const { command, edit } = titled(await quick(asking, 'untitled:Untitled-1'), '在此忽略（文稿尚未保存）…');
    expect(edit).toBeUndefined();
    expect(command).toMatchObject({ command: IGNORE_HERE, arguments: [{ unsaved: true }] });
  });

  test('switches the rule off in this report or everywhere', async () => {
    const files = new Map([[CONFIG, '{\n  // ours\n  "rules": { "date": "hint" }\n}\n']]);
    const editor = await startEditor({ engine: toyEngine(), files, initialize: FOLDER });
    await editor.open(URI, '年报 word 和 word。\n');
    const actions = await quick(editor);
    // Two findings of one rule: each may be ignored, the rule is switched off once.
    expect(actions.slice(-4).map(({ title }) => title)).toEqual([IGNORE_WORD, IGNORE_WORD, OFF_HERE, OFF_EVERYWHERE]);
    for (const title of [OFF_HERE, OFF_EVERYWHERE]) {
      const text = applied(files.get(CONFIG) ?? '', titled(actions, title).edit);
      expect(text).toContain('// ours');
      const off = { 'toy/word': 'off' };
      const { rules = {}, reports = {} } = JSON.parse(text.replace(/\/\/.*/, ''));
      expect(title === OFF_HERE ? reports['2024.txt'].rules : rules).toMatchObject(off);
    }
  });
});

describe('ignoring in plain text', () => {
  test('writes an entry with a placeholder; it holds, and its missing reason is pointed out', async () => {
    const files = new Map<string, string>();
    const editor = await startEditor({ engine: toyEngine(), files, initialize: FOLDER });
    await editor.open(URI, TEXT);
    const action = titled(await quick(editor), IGNORE_WORD);
    expect(action.edit?.documentChanges?.[0]).toMatchObject({ kind: 'create', uri: CONFIG });
    const text = created(action);
    const [entry] = JSON.parse(text).ignores;
    expect(entry).toEqual({
      file: '2024.txt',
      rule: 'toy/word',
      fingerprint: expect.stringMatching(/^[0-9a-z]+$/),
      reason: '请写明理由',
      text: '外文词语“word”',
    });
    // The toy's rule is none of the program's own.
    files.set(CONFIG, text.replace('toy/word', 'text/untranslated'));
    const shown = editor.published.next();
    await editor.client.sendNotification('workspace/didChangeWatchedFiles', { changes: [] });
    await editor.items(URI);
    expect((await shown).diagnostics).toMatchObject([{ severity: 3, message: '没有写明忽略的理由' }]);
  });

  test('holds across edits elsewhere, and ends with an edit of the sentence', async () => {
    const draft = '青禾县水务局2024年政府信息公开工作年度报告\n一、总体情况\n本局的 workflow 已理顺。\n';
    const files = new Map<string, string>();
    const editor = await startEditor({ files, initialize: FOLDER });
    await editor.open(URI, draft);
    const own = (uri: string) => async () =>
      (await editor.items(uri)).filter(({ code }) => code === 'text/untranslated').length;
    const words = own(URI);
    expect(await words()).toBe(1);
    files.set(
      CONFIG,
      created(titled(await quick(editor), '在此忽略：正文夹有未翻译的外文（写明理由）')).replace('请写明理由', '名称'),
    );
    await editor.client.sendNotification('workspace/didChangeWatchedFiles', { changes: [] });
    expect(await words()).toBe(0);
    await editor.change(URI, draft.replace('一、', '前言一句。\n一、').replaceAll('\n', '\r\n'));
    expect(await words()).toBe(0);
    expect(editor.published.all).toEqual([]);

    const stale = editor.published.next();
    await editor.change(URI, draft.replace('已理顺', '已基本理顺'));
    expect(await words()).toBe(1);
    expect(await stale).toMatchObject({
      uri: CONFIG,
      diagnostics: [{ severity: 3, code: 'config/stale-ignore', range: { start: { line: 2 } } }],
    });
    const gone = editor.published.next();
    await editor.change(URI, draft);
    expect(await words()).toBe(0);
    expect(await gone).toEqual({ uri: CONFIG, diagnostics: [] });
  });

  test('a stale entry is shown until its report is closed', async () => {
    const entry = { file: '2024.txt', rule: 'text/untranslated', fingerprint: 'x', reason: '甲' };
    const other = { rule: 'text/untranslated', fingerprint: 'y', reason: '可能属于另一份报告' };
    const files = new Map([[CONFIG, JSON.stringify({ ignores: [entry, other] })]]);
    const editor = await startEditor({ files, initialize: FOLDER });
    const shown = editor.published.next();
    await editor.open(URI, '青禾县水务局2024年政府信息公开工作年度报告\n');
    await editor.items(URI);
    expect((await shown).diagnostics).toHaveLength(1);
    const gone = editor.published.next();
    await editor.close(URI);
    expect(await gone).toEqual({ uri: CONFIG, diagnostics: [] });
  });
});

describe('ignoring in Markdown', () => {
  const MARKDOWN = '年报\n\n其他 word 事项。\n';

  test('writes a comment above the paragraph, into the document and its version', async () => {
    const editor = await startEditor({ engine: toyEngine() });
    await editor.open(NOTES, MARKDOWN, 'markdown', 3);
    const action = titled(await quick(editor, NOTES), IGNORE_WORD);
    expect(textEdits(action.edit).map(({ textDocument }) => textDocument)).toEqual([{ uri: NOTES, version: 3 }]);
    const text = applied(MARKDOWN, action.edit);
    expect(text).toBe('年报\n\n<!-- nianbao-ignore toy/word: 请写明理由 -->\n其他 word 事项。\n');
  });

  test('works in an untitled document', async () => {
    const editor = await startEditor({ engine: toyEngine() });
    await editor.open('untitled:Untitled-1', MARKDOWN, 'markdown');
    expect((await quick(editor, 'untitled:Untitled-1')).map(({ title }) => title)).toContain(IGNORE_WORD);
  });

  test('a stale comment is pointed out where it stands', async () => {
    const editor = await startEditor();
    const text =
      '# 青禾县水务局2024年政府信息公开工作年度报告\n\n<!-- nianbao-ignore text/untranslated: 甲 -->\n前言。\n';
    await editor.open(NOTES, text, 'markdown');
    const stale = (await editor.items(NOTES)).filter(({ code }) => code === 'config/stale-ignore');
    expect(stale).toMatchObject([{ severity: 3, range: { start: { line: 2, character: 20 } } }]);
    const fixes = (await quick(editor, NOTES)).filter(({ diagnostics }) => diagnostics?.[0]?.code === stale[0]?.code);
    expect(fixes.map(({ title }) => title)).toEqual(['删去这条忽略注释']);
    expect(applied(text, fixes[0]?.edit)).toBe(text.replace(/<!--.*\n/, ''));
  });
});

describe('a client that asks for the reason', () => {
  async function asking(uri: string, text: string, language: string) {
    const editor = await startEditor({ engine: toyEngine(), initialize: { ...FOLDER, ...ASKS } });
    const sent: ApplyWorkspaceEditParams[] = [];
    editor.client.onRequest('workspace/applyEdit', (params: ApplyWorkspaceEditParams) => {
      sent.push(params);
      return { applied: true };
    });
    await editor.open(uri, text, language);
    const { command, edit } = titled(await quick(editor, uri), IGNORE_WORD);
    const argument = { ...command?.arguments?.[0] };
    const write = (more: object): Promise<unknown> =>
      editor.client.sendRequest('workspace/executeCommand', {
        command: IGNORE,
        arguments: [{ ...argument, ...more }],
      });
    return { editor, sent, command, edit, argument, write };
  }

  test('is given its own command, and has the server write what was said', async () => {
    const { sent, command, edit, argument, write } = await asking(URI, TEXT, 'plaintext');
    expect(edit).toBeUndefined();
    expect(command?.command).toBe(IGNORE_HERE);
    expect(argument).toEqual({ uri: URI, fingerprint: expect.any(String), title: '外文词语' });
    expect(await write({ reason: '系统的“名称”"\\' })).toBe(true);
    const { config } = parseConfig(applied('', sent[0]?.edit).replace('toy/word', 'text/untranslated'));
    expect(config.ignores).toMatchObject([{ file: '2024.txt', reason: '系统的“名称”"\\' }]);
  });

  test('a reason cannot end the comment that it stands in', async () => {
    const { sent, write } = await asking(NOTES, '年报\n\n其他 word 事项。\n', 'markdown');
    expect(await write({ reason: '甲 --> 乙\n丙' })).toBe(true);
    expect(textEdits(sent[0]?.edit)[0]?.edits).toMatchObject([
      { newText: '<!-- nianbao-ignore toy/word: 甲 —> 乙 丙 -->\n' },
    ]);
  });

  test('is told when the finding has gone meanwhile, or the argument is wrong', async () => {
    const { editor, sent, write } = await asking(URI, TEXT, 'plaintext');
    expect(await write({ reason: 3 })).toBeNull();
    expect(await write({ reason: '甲', uri: 'file:///unknown.txt' })).toBe(false);
    await editor.change(URI, '年报 其他。\n');
    expect(await write({ reason: '甲' })).toBe(false);
    expect(sent).toEqual([]);
  });
});
