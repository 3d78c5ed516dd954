// Runs before every other suite (see index.ts): it is about an editor in which no report has been opened yet.
import * as assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import * as vscode from 'vscode';
import { closeAll, finding, open, openText } from './support/editor.ts';
import { serverProcesses } from './support/server-process.ts';

suite('A text that is no report', () => {
  suiteSetup(function () {
    if (process.platform === 'win32') this.skip(); // There is no `ps`.
  });
  suiteTeardown(closeAll);

  test('gets no finding and starts no server', async () => {
    const document = await open('fixtures/meeting-notes.txt');
    const extension = vscode.extensions.getExtension('nianbao.nianbao-lint');
    await extension?.activate();
    await openText('会上讨论了 workflow 和 deadline。\n', 'markdown');
    await delay(2000);
    assert.equal(extension?.isActive, true);
    assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
    assert.deepEqual(serverProcesses(), []);
  });

  test('still gets none once a report has started the server', async () => {
    const notes = await open('fixtures/meeting-notes.txt');
    const report = await open('fixtures/pipe-rows.txt');
    await finding(report, 'table/broken-total');
    assert.equal(serverProcesses().length, 1);
    assert.deepEqual(vscode.languages.getDiagnostics(notes.uri), []);
  });
});
