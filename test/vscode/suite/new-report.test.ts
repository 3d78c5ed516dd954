// A new report is written from place to place.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, until } from './support/editor.ts';

suite('What is still to be filled in', () => {
  teardown(closeAll);

  async function begin(): Promise<vscode.TextEditor> {
    const answers = { issuer: '青溪县林业局', type: 'department', year: 2025, markdown: false };
    await vscode.commands.executeCommand('nianbao.newReport', answers);
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor?.document.isUntitled);
    return editor;
  }

  const selected = ({ document, selection }: vscode.TextEditor): string => document.getText(selection);
  const next = () => vscode.commands.executeCommand('nianbao.nextOpen');

  test('the first place of a new report is selected, and what is typed takes its place', async () => {
    const editor = await begin();
    assert.equal(selected(editor), '（待填写）');
    const before = editor.document.getText();
    await vscode.commands.executeCommand('type', { text: '青溪县河西路6号' });
    assert.equal(editor.document.getText(), before.replace('（待填写）', '青溪县河西路6号'));
  });

  test('the command goes from one to the next, through text and tables, and round again', async () => {
    const editor = await begin();
    const places = editor.document.getText().match(/（待填写）|待填/g)?.length ?? 0;
    assert.ok(places > 190);
    const first = editor.selection;
    const seen: string[] = [];
    for (let place = 0; place < 10; place++) {
      seen.push(selected(editor));
      await next();
    }
    assert.deepEqual([...new Set(seen)], ['（待填写）', '待填']);
    editor.selection = new vscode.Selection(editor.document.lineCount - 1, 0, editor.document.lineCount - 1, 0);
    await next();
    assert.deepEqual(editor.selection, first);
  });

  test('what is left is told when nothing is left', async () => {
    const document = await vscode.workspace.openTextDocument({ content: '没有要填的。' });
    const editor = await vscode.window.showTextDocument(document);
    const before = editor.selection;
    await next();
    await until(
      () => [editor.selection],
      ([now]) => now?.isEqual(before) ?? false,
      'selection',
    );
  });
});
