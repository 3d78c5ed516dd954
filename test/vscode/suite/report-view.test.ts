// The panel itself is tested from outside, by test/vscode/ui: here is what the editor knows of it.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, fileUri, finding, open, until } from './support/editor.ts';

const panels = () =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('nianbao.report'));

suite('Report view', () => {
  teardown(closeAll);

  test('opens beside the text, which keeps the focus', async () => {
    const document = await open('fixtures/pipe-rows.txt');
    await finding(document, 'table/broken-total');
    await vscode.commands.executeCommand('nianbao.showReportView');
    const [panel] = await until(panels, ([first]) => first?.label.includes('pipe-rows.txt') ?? false, 'panels');
    assert.equal(panel?.group.viewColumn, vscode.ViewColumn.Two);
    assert.equal(vscode.window.activeTextEditor?.document, document);
  });

  test('is one panel, which goes over to the report that is looked at', async () => {
    await finding(await open('fixtures/pipe-rows.txt'), 'table/broken-total');
    await vscode.commands.executeCommand('nianbao.showReportView');
    await until(panels, ([first]) => first?.label.includes('pipe-rows.txt') ?? false, 'panels');
    await finding(await open('fixtures/pipe-cells.txt'), 'table/label');
    await until(panels, ([first]) => first?.label.includes('pipe-cells.txt') ?? false, 'panels');
    await open('fixtures/meeting-notes.txt');
    await vscode.commands.executeCommand('nianbao.showReportView');
    assert.equal(panels().length, 1);
  });

  test('does not open beside a text that is no report', async () => {
    await open('fixtures/meeting-notes.txt');
    await vscode.commands.executeCommand('nianbao.showReportView');
    assert.deepEqual(panels(), []);
  });

  test('is saved as a page that stands alone', async () => {
    await finding(await open('fixtures/pipe-rows.txt'), 'table/broken-total');
    const to = fileUri('fixtures/检查.html');
    try {
      await vscode.commands.executeCommand('nianbao.saveReportView', to);
      const page = new TextDecoder().decode(await vscode.workspace.fs.readFile(to));
      assert.match(page, /^<!DOCTYPE html>/);
      assert.match(page, /<li class="error">.*「（七）总计」自然人列为 0，各项之和为 3，少 3/);
      assert.match(page, /审核人：/);
      assert.doesNotMatch(page, /<script|https?:/);
    } finally {
      await vscode.workspace.fs.delete(to);
    }
  });
});
