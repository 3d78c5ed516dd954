// When a report is checked, and who asks for it.
import * as assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import * as vscode from 'vscode';
import { alarms, closeAll, expectAlarms, fileUri, finding, open, openText, ruleOf, until } from './support/editor.ts';

const configuration = () => vscode.workspace.getConfiguration('nianbao');
const configure = (key: string, value: unknown) =>
  configuration().update(key, value, vscode.ConfigurationTarget.Workspace);

const CELLS = ['warning structure/heading-number 3:1 “总体情况”', 'warning table/label 93:1 “2.其他法律法规禁止公开”'];

async function insert(document: vscode.TextDocument, ...parts: readonly (readonly [line: number, text: string])[]) {
  const edit = new vscode.WorkspaceEdit();
  for (const [line, text] of parts) edit.insert(document.uri, new vscode.Position(line, 0), text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

suite('When a report is checked', () => {
  teardown(async () => {
    await closeAll();
    for (const key of ['run', 'focusMode']) await configure(key, undefined);
  });

  test('checkDocument: a text that is no report is taken for one', async () => {
    const document = await openText('办理流程中的 workflow 还需优化。\n', 'plaintext');
    await vscode.commands.executeCommand('nianbao.checkDocument');
    await finding(document, 'text/untranslated');
    assert.equal(document.languageId, 'nianbao');
  });

  test('checkDocument: a report keeps its language', async () => {
    const document = await open('fixtures/markdown.md');
    await vscode.commands.executeCommand('nianbao.checkDocument');
    await finding(document, 'date/wrong-year');
    assert.equal(document.languageId, 'markdown');
  });

  test('run: manual — not before the command', async () => {
    await configure('run', 'manual');
    const document = await open('fixtures/pipe-cells.txt');
    const beside = await open('fixtures/meeting-notes.txt');
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('nianbao.showReportView'); // The server runs and has answered.
    assert.deepEqual([...alarms(document), ...alarms(beside)], []);
    await vscode.commands.executeCommand('nianbao.checkDocument');
    await expectAlarms(document, CELLS);
    await insert(document, [2, '一、']);
    await vscode.commands.executeCommand('nianbao.checkDocument');
    await expectAlarms(document, CELLS.slice(1));
  });

  test('run: onSave — when opened and when saved, not between', async () => {
    await configure('run', 'onSave');
    const document = await open('fixtures/pipe-cells.txt');
    await expectAlarms(document, CELLS);
    const before = document.getText();
    await insert(document, [2, '一、']);
    await vscode.commands.executeCommand('nianbao.showReportView'); // the server has answered for the new text
    assert.equal(alarms(document).length, 2);
    await document.save();
    await expectAlarms(document, CELLS.slice(1));
    await vscode.workspace.fs.writeFile(document.uri, new TextEncoder().encode(before));
  });

  test('focusMode: what is being written waits, the rest does not', async () => {
    await configure('focusMode', true);
    const document = await open('fixtures/pipe-cells.txt');
    await expectAlarms(document, CELLS);
    const words = () =>
      vscode.languages
        .getDiagnostics(document.uri)
        .filter((each) => ruleOf(each) === 'text/untranslated')
        .map(({ range }) => range.start.line);
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    const last = document.lineCount - 1;
    editor.selection = new vscode.Selection(last, 0, last, 0);
    await insert(document, [4, '办理时应当注意 deadline 的要求。\n'], [last, '对外答复的 workflow 还不够顺畅。']);
    const first = await until(words, (lines) => lines.includes(4), 'the finding elsewhere');
    assert.deepEqual(first, [4], 'the line of the cursor waits');
    await until(words, (lines) => lines.includes(last + 1), 'the finding after the pause');
  });
});

suite('All reports of the workspace', () => {
  teardown(closeAll);

  test('are checked without being opened, with the findings that they have when open', async () => {
    const shown = (name: string) =>
      vscode.languages
        .getDiagnostics(fileUri(`fixtures/${name}`))
        .map(ruleOf)
        .sort();
    await vscode.commands.executeCommand('nianbao.checkWorkspace');
    const closed = shown('tab-rows.txt');
    assert.ok(closed.includes('table/cell-count'));
    assert.deepEqual(shown('meeting-notes.txt'), []);
    assert.deepEqual(
      vscode.workspace.textDocuments.filter(({ uri }) => uri.path.endsWith('tab-rows.txt')),
      [],
    );
    const document = await open('fixtures/tab-rows.txt');
    await finding(document, 'table/cell-count');
    await until(
      () => shown('tab-rows.txt'),
      (now) => now.join() === closed.join(),
      `not once each: ${closed.join()}`,
    );
    // Closed again, it keeps its findings as all the others do.
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await until(
      () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs),
      (tabs) => tabs.length === 0,
      'tabs',
    );
    await delay(1_000); // what is taken away is taken away soon
    await until(
      () => shown('tab-rows.txt'),
      (now) => now.join() === closed.join(),
      'after closing',
    );
  });

  test('and follow their files afterwards', async () => {
    const [draft, moved] = [fileUri('fixtures/listed.txt'), fileUri('fixtures/moved.txt')];
    const write = (text: string) => vscode.workspace.fs.writeFile(draft, new TextEncoder().encode(text));
    // Of its own text: that it repeats another file is another matter.
    const shown = (uri: vscode.Uri) =>
      vscode.languages
        .getDiagnostics(uri)
        .map(ruleOf)
        .filter((rule) => /^(?:structure|table)\//.test(rule));
    const wrong = new TextDecoder().decode(await vscode.workspace.fs.readFile(fileUri('fixtures/pipe-cells.txt')));
    const mended = wrong.replace('2.其他法律法规禁止公开', '2.其他法律行政法规禁止公开');
    assert.notEqual(mended, wrong);
    await write(wrong);
    await vscode.commands.executeCommand('nianbao.checkWorkspace');
    assert.deepEqual(shown(draft).sort(), ['structure/heading-number', 'table/label']);
    await write(mended);
    await until(
      () => shown(draft),
      (now) => now.join() === 'structure/heading-number',
      'another program has mended it',
    );
    await configure('rules', { structure: 'off' });
    await until(
      () => shown(draft),
      (now) => now.length === 0,
      'a rule is switched off',
    );
    await configure('rules', undefined);
    await until(
      () => shown(draft),
      (now) => now.length === 1,
      'and on again',
    );
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(draft, moved);
    assert.ok(await vscode.workspace.applyEdit(edit));
    await until(
      () => [...shown(draft), 'moved', ...shown(moved)],
      (now) => now.join() === 'moved,structure/heading-number',
      'renamed',
    );
    await vscode.workspace.fs.delete(moved);
    await until(
      () => shown(moved),
      (now) => now.length === 0,
      'deleted',
    );
  });
});

suite('A new report', () => {
  teardown(closeAll);

  test('is a complete draft in which only gaps are left', async () => {
    const answers = { issuer: '青溪县林业局', type: 'department', year: 2025, markdown: false };
    await vscode.commands.executeCommand('nianbao.newReport', answers);
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document?.isUntitled);
    assert.equal(document.lineAt(0).text, '青溪县林业局2025年政府信息公开工作年度报告');
    await finding(document, 'text/placeholder');
    assert.deepEqual(
      alarms(document).filter((line) => !line.includes('text/placeholder')),
      [],
    );
  });
});
