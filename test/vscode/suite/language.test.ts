// The editor's own commands for hover, navigation, outline, formatting and the rest, on reports in a real VS Code.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, open, openText, until } from './support/editor.ts';

const SAMPLE = 'samples/青溪县水利局2024年-管道行.txt';

const ask = async <T>(command: string, ...rest: readonly unknown[]): Promise<T> =>
  vscode.commands.executeCommand<T>(command, ...rest);

/** Before the ▮ of a text. */
function at(document: vscode.TextDocument, marked: string): vscode.Position {
  const found = document.getText().indexOf(marked.replace('▮', ''));
  assert.notEqual(found, -1, marked);
  return document.positionAt(found + marked.indexOf('▮'));
}

/** The first answer that is not empty: the server may still be starting. */
const answered = <T>(request: () => Promise<T[] | undefined>, what: string): Promise<T[]> =>
  until(request, (answer) => (answer?.length ?? 0) > 0, what) as Promise<T[]>;

suite('in the editor', () => {
  let document: vscode.TextDocument;

  setup(async () => {
    document = await open(SAMPLE);
    await answered(() => ask<object[]>('vscode.executeDocumentSymbolProvider', document.uri), 'symbols');
  });
  teardown(closeAll);

  test('hover on a total shows its equation', async () => {
    const position = at(document, '（七）总计 | ▮18');
    const hovers = await answered(
      () => ask<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, position),
      'hover',
    );
    const text = hovers
      .flatMap(({ contents }) => contents.map((each) => (each as vscode.MarkdownString).value))
      .join('');
    assert.match(text, /一＋二＝（七）总计＋四/);
    assert.match(text, /\*\*等于\*\*/);
  });

  test('a number in prose leads to its cell and back', async () => {
    const position = at(document, '新收政府信息公开申请▮23件');
    const links = await answered(
      () => ask<vscode.LocationLink[]>('vscode.executeDefinitionProvider', document.uri, position),
      'definition',
    );
    const target = links[0]?.targetSelectionRange;
    assert.equal(target && document.getText(target), '23');
    const places = await ask<vscode.Location[]>('vscode.executeReferenceProvider', document.uri, target?.start);
    assert.ok(places.some(({ range }) => range.contains(position)));
  });

  test('highlights, folding, selections, symbols', async () => {
    const position = at(document, '（七）总计 | ▮18');
    const marks = await ask<vscode.DocumentHighlight[]>('vscode.executeDocumentHighlights', document.uri, position);
    assert.equal(marks.filter(({ kind }) => kind === vscode.DocumentHighlightKind.Write).length, 1);
    const symbols = await ask<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri);
    assert.ok(symbols.some(({ name }) => name === '三、收到和处理政府信息公开申请情况'));
    const folds = await ask<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri);
    assert.ok(folds.length > 5);
    const [selection] = await ask<vscode.SelectionRange[]>('vscode.executeSelectionRangeProvider', document.uri, [
      position,
    ]);
    assert.equal(selection && document.getText(selection.range), '18');
    const found = await ask<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', '国家秘密');
    assert.ok(found.some(({ name }) => name === '1.属于国家秘密'));
  });

  test('formatting tidies tables and nothing else', async () => {
    const tidy = document.getText();
    const untidy = await openText(tidy.replaceAll(' | ', '|'), 'plaintext');
    const edits = await answered(
      () =>
        ask<vscode.TextEdit[]>('vscode.executeFormatDocumentProvider', untidy.uri, { tabSize: 2, insertSpaces: true }),
      'formatting',
    );
    const edit = new vscode.WorkspaceEdit();
    edit.set(untidy.uri, edits);
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.equal(untidy.getText(), tidy);
    const notes = await openText('# 会议记录\n\n| a | b |\n|---|---|\n', 'markdown');
    const none = await ask<vscode.TextEdit[] | undefined>('vscode.executeFormatDocumentProvider', notes.uri, {});
    assert.equal(none?.length ?? 0, 0);
  });

  test('completion, asked for, brings the year and the tables’ numbers that the report does not say yet', async () => {
    const line = at(document, '一、总体情况▮').line + 1;
    const said = at(document, '▮（二）依申请公开。').line;
    const sentence = async () => {
      const list = await ask<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        new vscode.Position(line, 0),
      );
      return list.items.filter(({ filterText }) => filterText?.includes('新收政府信息公开申请23件') === true);
    };
    const change = async (edit: vscode.WorkspaceEdit) => assert.ok(await vscode.workspace.applyEdit(edit));
    const withoutClaims = new vscode.WorkspaceEdit();
    withoutClaims.delete(document.uri, new vscode.Range(said, 0, said + 1, 0));
    withoutClaims.insert(document.uri, new vscode.Position(line, 0), '\n');
    assert.deepEqual(await sentence(), [], 'the report says it');
    await change(withoutClaims);
    await until(sentence, ({ length }) => length === 1, 'completion');
  });

  test('rename changes the issuer throughout', async () => {
    const position = at(document, '青溪县▮水利局');
    const edit = await ask<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      position,
      '云岭市教育局',
    );
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.ok(!document.getText().includes('青溪县水利局'));
  });

  test('a wrong total has a lens, a hint and its colour; a right report has none', async () => {
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    assert.equal((await ask<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri)).length, 0);
    const wrong = await openText(document.getText().replace('（七）总计 | 18', '（七）总计 | 17'), 'plaintext');
    const lenses = await answered(() => ask<vscode.CodeLens[]>('vscode.executeCodeLensProvider', wrong.uri), 'lens');
    assert.match(lenses[0]?.command?.title ?? '', /39/);
    const hints = await ask<vscode.InlayHint[]>('vscode.executeInlayHintProvider', wrong.uri, whole);
    assert.ok(
      hints.some(({ label }) => label === '↓Σ 18'),
      JSON.stringify(hints),
    );
    const tokens = await ask<vscode.SemanticTokens | undefined>('vscode.provideDocumentSemanticTokens', wrong.uri);
    assert.ok((tokens?.data.length ?? 0) > 500);
  });

  test('a table is converted by a code action', async () => {
    const position = at(document, '（七）总计 | ▮18');
    const actions = await answered(
      () =>
        ask<vscode.CodeAction[]>(
          'vscode.executeCodeActionProvider',
          document.uri,
          new vscode.Range(position, position),
          'refactor.rewrite.nianbao.convertTable',
          20,
        ),
      'actions',
    );
    const edit = actions.find(({ title }) => title.includes('Markdown'))?.edit;
    assert.ok(edit && (await vscode.workspace.applyEdit(edit)));
    assert.match(document.getText(), /\n\| --- \|/);
  });
});
