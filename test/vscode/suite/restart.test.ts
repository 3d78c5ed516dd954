import * as assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import * as vscode from 'vscode';
import { closeAll, finding, open, until } from './support/editor.ts';
import { serverProcesses } from './support/server-process.ts';

suite('A server that ends', () => {
  teardown(closeAll);

  test('is started again four times in a row and not a fifth; then a person decides', async function () {
    if (process.platform === 'win32') this.skip(); // There is no `ps`.
    this.timeout(120_000);
    const document = await open('fixtures/pipe-rows.txt');
    await finding(document, 'table/broken-total');
    // A client of its own: what ended before does not count.
    await vscode.commands.executeCommand('nianbao.restartServer');
    for (let ends = 1; ends <= 5; ends++) {
      const [running] = await until(serverProcesses, (all) => all.length === 1, 'servers');
      assert.ok(running);
      await finding(document, 'table/broken-total');
      process.kill(running, 'SIGKILL');
      await until(serverProcesses, (all) => !all.includes(running), 'servers');
    }
    await delay(2_000);
    assert.deepEqual(serverProcesses(), []);
    await vscode.commands.executeCommand('nianbao.restartServer');
    await finding(document, 'table/broken-total');
    assert.equal(serverProcesses().length, 1);
  });
});
