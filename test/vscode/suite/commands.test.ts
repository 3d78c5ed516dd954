import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { alarms, closeAll, codeActions, expectAlarms, finding, open, until } from './support/editor.ts';
import { serverProcesses } from './support/server-process.ts';
import { changeOf } from './support/text-change.ts';

suite('Commands', () => {
  teardown(closeAll);

  test('fixAll applies every safe fix and no other', async () => {
    const document = await open('fixtures/pipe-cells.txt');
    await finding(document, 'structure/heading-number');
    await vscode.commands.executeCommand('nianbao.fixAll');
    await until(
      () => alarms(document),
      (left) => left.length === 0,
      'alarms',
    );
    assert.equal(document.lineAt(2).text, '一、总体情况');
    assert.equal(document.lineAt(92).text, '2.其他法律行政法规禁止公开 |');
  });

  test('fixAll leaves alone what only a person can decide', async () => {
    const document = await open('fixtures/pipe-rows.txt');
    await finding(document, 'table/broken-total');
    const before = document.getText();
    await vscode.commands.executeCommand('nianbao.fixAll');
    assert.deepEqual(changeOf(before, document.getText()), []);
  });

  test('fixAll is offered to the editor as source.fixAll.nianbao', async () => {
    const document = await open('fixtures/pipe-cells.txt');
    await finding(document, 'table/label');
    const all = new vscode.Range(0, 0, document.lineCount - 1, 0);
    const actions = await codeActions(document, all, vscode.CodeActionKind.SourceFixAll);
    assert.deepEqual(
      actions.map(({ kind }) => kind?.value),
      ['source.fixAll.nianbao'],
    );
  });

  test('restartServer: another server, the same findings', async function () {
    if (process.platform === 'win32') this.skip(); // There is no `ps`.
    const expected = ['error table/identity 249:1 “0”'];
    const document = await open('fixtures/pipe-cells-row-ends.txt');
    await expectAlarms(document, expected);
    const [old] = serverProcesses();
    assert.ok(old);
    await vscode.commands.executeCommand('nianbao.restartServer');
    const running = await until(serverProcesses, (all) => all.length === 1 && !all.includes(old), 'servers');
    assert.notEqual(running[0], old);
    await expectAlarms(document, expected);
  });

  test('showLog does not fail', async () => {
    await vscode.commands.executeCommand('nianbao.showLog');
  });
});
