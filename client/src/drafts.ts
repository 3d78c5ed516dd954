import * as vscode from 'vscode';

/** Languages a report may be written in; the last one is for those who say so themselves. */
export const LANGUAGES = ['plaintext', 'markdown', 'html', 'nianbao'] as const;

/** Texts that are shown but not written by anyone here: an old version beside the new one, a log, a search result. */
const FOREIGN_SCHEMES = new Set(['git', 'gitlens', 'output', 'debug', 'vscode-scm', 'comment', 'search-editor']);

/** Typing is not interrupted to find out whether a text has become a report. */
const PAUSE = 300;

/** Is this a text that the server may have? */
export const isDraft = ({ languageId, uri }: vscode.TextDocument): boolean =>
  LANGUAGES.some((language) => language === languageId) && !FOREIGN_SCHEMES.has(uri.scheme);

/**
 * Calls `found` once, when the first wanted document is open: one that was there, is opened, or comes about by typing
 * or pasting.
 */
export function whenOpen(wanted: (document: vscode.TextDocument) => boolean, found: () => void): vscode.Disposable {
  const waiting = new Map<vscode.TextDocument, NodeJS.Timeout>();
  const disposables: vscode.Disposable[] = [];
  const stop = (): void => {
    for (const timer of waiting.values()) clearTimeout(timer);
    waiting.clear();
    vscode.Disposable.from(...disposables).dispose();
  };
  const look = (document: vscode.TextDocument): void => {
    waiting.delete(document);
    if (document.isClosed || !wanted(document)) return;
    stop();
    found();
  };
  if (vscode.workspace.textDocuments.some(wanted)) {
    found();
    return new vscode.Disposable(() => undefined);
  }
  disposables.push(
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (!isDraft(document)) return;
      clearTimeout(waiting.get(document));
      waiting.set(document, setTimeout(look, PAUSE, document));
    }),
  );
  return new vscode.Disposable(stop);
}
