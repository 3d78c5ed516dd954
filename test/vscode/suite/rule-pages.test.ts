import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, finding, open, until } from './support/editor.ts';

suite('Pages of the rules', () => {
  teardown(closeAll);

  test('the rule id of a finding opens its page', async () => {
    const document = await open('fixtures/pipe-cells.txt');
    const { code } = await finding(document, 'table/label');
    assert.ok(typeof code === 'object', 'the rule id is a link');
    const { scheme, path, query } = code.target;
    assert.equal(scheme, 'command');
    await vscode.commands.executeCommand(path, ...JSON.parse(query));
    await until(
      () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).map(({ label }) => label),
      (labels) => labels.some((label) => label.includes('label.md')),
      'tabs',
    );
  });

  test('a rule that is none opens nothing', async () => {
    await vscode.commands.executeCommand('nianbao.showRule', '../../package');
    assert.deepEqual(
      vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).map(({ label }) => label),
      [],
    );
  });
});
