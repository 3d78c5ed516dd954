import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { alarms, applyQuickFix, closeAll, expectAlarms, finding, open, openText, until } from './support/editor.ts';

const textOf = async (path: string): Promise<string> => (await open(path)).getText();

suite('Kinds of documents', () => {
  teardown(closeAll);

  test('an untitled document that has never been saved', async () => {
    const content = await textOf('fixtures/pipe-cells.txt');
    const document = await openText(content, 'plaintext');
    assert.ok(document.isUntitled);
    await expectAlarms(document, [
      'warning structure/heading-number 3:1 “总体情况”',
      'warning table/label 93:1 “2.其他法律法规禁止公开”',
    ]);
    const { range } = await finding(document, 'structure/heading-number');
    await applyQuickFix(document, range, '补上序号“一、”');
    await expectAlarms(document, ['warning table/label 93:1 “2.其他法律法规禁止公开”']);
  });

  test('the language nianbao is checked whatever the text says', async () => {
    const document = await openText('对外答复的 workflow 还不够顺畅。\n', 'nianbao');
    await finding(document, 'text/untranslated');
  });

  test('a text that is given the language later', async () => {
    const document = await openText('对外答复的 deadline 不够明确。\n', 'plaintext');
    await vscode.languages.setTextDocumentLanguage(document, 'nianbao');
    await finding(document, 'text/untranslated');
  });

  test('a text becomes a report while it is written', async () => {
    const document = await openText('', 'plaintext');
    const content = await textOf('fixtures/pipe-cells.txt');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), content);
    assert.ok(await vscode.workspace.applyEdit(edit));
    await finding(document, 'table/label');
  });

  test('findings follow the typing, and a faultless draft has none', async () => {
    const document = await open('fixtures/pipe-cells.txt');
    const type = async (range: vscode.Range, text: string) => {
      const edit = new vscode.WorkspaceEdit();
      edit.replace(document.uri, range, text);
      assert.ok(await vscode.workspace.applyEdit(edit));
    };
    const heading = await finding(document, 'structure/heading-number');
    await type(heading.range, '一、总体情况');
    const label = await finding(document, 'table/label');
    await type(label.range, '2.其他法律行政法规禁止公开');
    await until(
      () => alarms(document),
      (left) => left.length === 0,
      'alarms',
    );
    assert.ok(document.isDirty, 'nothing has been saved by itself');
  });

  test('in a faultless sample nothing is found but the word typed into it', async () => {
    const document = await open('samples/青溪县水利局2024年-管道行.txt');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(document.lineCount, 0), '\n办理流程中的 workflow 还需优化。');
    assert.ok(await vscode.workspace.applyEdit(edit));
    const last = document.lineCount;
    await expectAlarms(document, [`warning text/untranslated ${last}:8 “workflow”`]);
  });

  test('nothing is changed by saving', async () => {
    const document = await open('fixtures/markdown.md');
    await finding(document, 'date/wrong-year');
    const before = document.getText();
    const end = document.lineAt(document.lineCount - 1).range.end;
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, end, '\n');
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.ok(await document.save());
    assert.equal(document.getText(), `${before}\n`);
  });
});
