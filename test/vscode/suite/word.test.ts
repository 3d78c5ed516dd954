import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { readWord } from '../../../server/src/word/bundle.ts';
import { draft } from '../../support/draft.ts';
import { LAYOUTS } from '../../support/layouts.ts';
import { bodyOf, word } from '../../word/ooxml.ts';
import { accepted, partsOf, rejected } from '../../word/revisions.ts';
import { applyQuickFix, closeAll, finding, quickFixes, until } from './support/editor.ts';

const html = LAYOUTS.find(({ format }) => format === 'html') ?? LAYOUTS[0];
const bytes = word(
  bodyOf(
    draft({ layout: html, cells: { 'requests/new/total': '99999' }, say: { 6: '对外答复的 workflow 还不够顺畅。' } })
      .text,
  ),
);

const shown = (document: Uint8Array): string => {
  const read = readWord(document);
  return typeof read === 'string' ? read : read.text;
};

async function shownDraft(): Promise<vscode.TextDocument> {
  const isDraft = (document: vscode.TextDocument | undefined): boolean => document?.uri.scheme === 'nianbao-docx';
  const document = await until(() => vscode.window.activeTextEditor?.document, isDraft, 'the draft is shown');
  assert.ok(document);
  return document;
}

suite('Word documents', () => {
  let file: vscode.Uri;

  const fresh = async (): Promise<vscode.TextDocument> => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    file = vscode.Uri.joinPath(folder.uri, `word-${Date.now()}.docx`);
    await vscode.workspace.fs.writeFile(file, bytes);
    await vscode.commands.executeCommand('nianbao.openWord', file);
    return shownDraft();
  };

  teardown(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(file);
  });

  test('a document opens as a draft with its findings, and a fix that is saved is a tracked change', async () => {
    const document = await fresh();
    assert.equal(document.uri.scheme, 'nianbao-docx');
    await finding(document, 'table/broken-total');
    const { range } = await finding(document, 'text/untranslated');
    const fix = (await quickFixes(document, range)).find(({ title }) => title.includes('工作流程'));
    await applyQuickFix(document, range, fix?.title ?? 'a fix of workflow');
    assert.ok(await document.save());
    const saved = await vscode.workspace.fs.readFile(file);
    assert.ok(partsOf(saved)['word/document.xml']?.includes('<w:ins '));
    assert.equal(shown(rejected(saved)), shown(bytes));
    assert.ok(
      shown(accepted(saved)).includes('对外答复的 工作流程 还不够顺畅') || shown(accepted(saved)).includes('工作流程'),
    );
    assert.equal(document.getText(), shown(saved));
  });

  test('a document that is opened from the explorer becomes its draft', async () => {
    await fresh();
    await closeAll();
    await vscode.commands.executeCommand('vscode.open', file);
    const document = await shownDraft();
    assert.equal(document.uri.scheme, 'nianbao-docx');
  });

  test('a document that somebody else changed is not written over', async () => {
    const document = await fresh();
    const other = word(bodyOf(draft({ layout: html, seed: 9 }).text));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), '新');
    assert.ok(await vscode.workspace.applyEdit(edit));
    await vscode.workspace.fs.writeFile(file, other);
    assert.equal(await document.save(), false);
    assert.deepEqual(new Uint8Array(await vscode.workspace.fs.readFile(file)), other);
  });

  test('a report is saved as a Word document with the official page, and as a web page', async () => {
    const document = await fresh();
    await finding(document, 'table/broken-total');
    for (const ending of ['docx', 'html']) {
      const to = file.with({ path: `${file.path}.new.${ending}` });
      await vscode.commands.executeCommand('nianbao.convertReport', to);
      const made = await vscode.workspace.fs.readFile(to);
      await vscode.workspace.fs.delete(to);
      const text = ending === 'docx' ? shown(made) : new TextDecoder().decode(made);
      assert.ok(text.includes('99999') && text.includes('workflow'));
    }
  });

  test('a paragraph more cannot be saved, and nothing is written', async () => {
    const document = await fresh();
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), '新的一段\n\n');
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.equal(await document.save(), false);
    assert.deepEqual(new Uint8Array(await vscode.workspace.fs.readFile(file)), bytes);
  });
});
