// A finding that may stand: the reason is asked for, written down where the format has a place for it, and holds.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { IGNORE_HERE, type IgnoreHereArguments } from '../../../server/src/lsp/protocol.ts';
import { alarms, closeAll, fileUri, finding, open, quickFixes, until } from './support/editor.ts';
import { changeOf } from './support/text-change.ts';

const REASON = '已与业务科室核实';

/** What “ignore here” hands to the command that asks for the reason. */
async function ignoreHere(document: vscode.TextDocument, rule: string): Promise<IgnoreHereArguments> {
  const { range } = await finding(document, rule);
  const actions = await quickFixes(document, range);
  const action = actions.find(({ command }) => command?.command === IGNORE_HERE);
  assert.ok(action, `offered among ${actions.map(({ title }) => title).join('、')}`);
  assert.ok(actions.indexOf(action) > 0, 'mending comes first');
  assert.equal(action.isPreferred ?? false, false);
  return action.command?.arguments?.[0];
}

/** What the command does with a reason, as if it had been typed. */
async function ignore(document: vscode.TextDocument, rule: string): Promise<void> {
  const argument = await ignoreHere(document, rule);
  const found = () => alarms(document).filter((alarm) => alarm.includes(rule));
  const before = found().length;
  await vscode.commands.executeCommand(IGNORE_HERE, { ...argument, reason: REASON });
  await until(found, (left) => left.length === before - 1, 'still reported');
}

suite('Ignoring', () => {
  teardown(closeAll);

  test('asks for the reason, and writes nothing without one', async () => {
    const document = await open('fixtures/markdown.md');
    const argument = await ignoreHere(document, 'date/wrong-year');
    const before = document.getText();
    const asked = vscode.commands.executeCommand(IGNORE_HERE, argument);
    await new Promise((resolve) => setTimeout(resolve, 500));
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await asked;
    assert.equal(document.getText(), before);
  });

  test('in Markdown: a comment above the paragraph', async () => {
    const document = await open('fixtures/markdown.md');
    const before = document.getText();
    await ignore(document, 'date/wrong-year');
    assert.deepEqual(changeOf(before, document.getText()), [`+<!-- nianbao-ignore date/wrong-year: ${REASON} -->`]);
  });

  test('in plain text: an entry in the settings file, which is created', async () => {
    const config = fileUri('.nianbao.json');
    try {
      const document = await open('fixtures/pipe-rows.txt');
      const before = document.getText();
      await ignore(document, 'table/broken-total');
      assert.equal(document.getText(), before);
      // On the disk, and not in a tab behind that somebody may close without saving.
      const { ignores } = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(config)));
      assert.equal(ignores.length, 1);
      const unsaved = vscode.workspace.textDocuments.filter(({ uri, isDirty }) => isDirty && uri.path === config.path);
      assert.deepEqual(unsaved, []);
      assert.deepEqual(
        [ignores[0].file, ignores[0].rule, ignores[0].reason],
        ['fixtures/pipe-rows.txt', 'table/broken-total', REASON],
      );
    } finally {
      await vscode.workspace.fs.delete(config).then(undefined, () => undefined);
    }
  });
});
