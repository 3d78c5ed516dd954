import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient';

/** The names of a table's columns are shown in the line of the cursor: in all lines they would hide the numbers. */
export interface CursorHints extends vscode.Disposable {
  readonly middleware: NonNullable<Middleware['provideInlayHints']>;
}

const showsLineOnly = (document: vscode.TextDocument): boolean =>
  vscode.workspace.getConfiguration('nianbao', document).get<string>('inlayHints.columnNames') === 'line';

/** @param refresh has the hints of all open documents asked for again */
export function createCursorHints(refresh: (document: vscode.TextDocument) => void): CursorHints {
  const lines = new WeakMap<vscode.TextDocument, number>();
  const lineIn = (document: vscode.TextDocument): number | undefined =>
    vscode.window.visibleTextEditors.find((editor) => editor.document === document)?.selection.active.line;

  const listener = vscode.window.onDidChangeTextEditorSelection(({ textEditor: { document, selection } }) => {
    // Only what has been shown hints before has a line.
    if (!lines.has(document) || lines.get(document) === selection.active.line || !showsLineOnly(document)) return;
    lines.set(document, selection.active.line);
    refresh(document);
  });

  return {
    async middleware(document, range, token, next) {
      const hints = await next(document, range, token);
      if (!hints || !showsLineOnly(document)) return hints;
      const line = lineIn(document);
      lines.set(document, line ?? -1);
      return hints.filter(({ kind, position }) => kind !== vscode.InlayHintKind.Parameter || position.line === line);
    },
    dispose: () => listener.dispose(),
  };
}
