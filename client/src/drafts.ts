import * as vscode from 'vscode';

/** Languages that a report may be written in; the last one is that of recognised reports, and can be chosen. */
export const LANGUAGES = ['plaintext', 'markdown', 'html', 'nianbao'] as const;

/** Texts that are shown but not written by anyone here: an old version beside the new one, a log, a search result. */
const FOREIGN_SCHEMES = new Set(['git', 'gitlens', 'output', 'debug', 'vscode-scm', 'comment', 'search-editor']);

/** Typing is not interrupted to find out whether a text has become a report. */
export const PAUSE = 300;

export const hasOwnLanguage = ({ languageId }: vscode.TextDocument): boolean =>
  LANGUAGES.some((language) => language === languageId);

/** `.txt` and the like, in lower case; empty where the name has none. */
export const endingOf = ({ path }: vscode.Uri): string => /\.[^./]+$/.exec(path)?.[0].toLowerCase() ?? '';

/** Files whose name says nothing get a language by the editor's guess: 年报 are taken for `ini`. */
export const isUnnamedText = ({ isUntitled, uri }: vscode.TextDocument): boolean => {
  const ending = endingOf(uri);
  return ending === '.txt' || ending === '' || (isUntitled && !uri.path.includes('/'));
};

/** Whether this is a text that somebody may write a report in. */
export const isDraft = (document: vscode.TextDocument): boolean =>
  (hasOwnLanguage(document) || isUnnamedText(document)) && !FOREIGN_SCHEMES.has(document.uri.scheme);

/**
 * Calls `found` once, when the first wanted document is open: one that was there, is opened, or comes about by typing
 * or pasting.
 */
export function whenOpen(wanted: (document: vscode.TextDocument) => boolean, found: () => void): vscode.Disposable {
  let isFound = false;
  const watch = watchOpen((document) => {
    if (isFound || !wanted(document)) return;
    isFound = true;
    queueMicrotask(() => watch.dispose()); // The first one may be open already, before there is a watch.
    found();
  });
  return watch;
}

/** Calls `look` for each draft that is open or opened, and after a pause in its typing. */
export function watchOpen(look: (document: vscode.TextDocument) => void): vscode.Disposable {
  const waiting = new Map<vscode.TextDocument, ReturnType<typeof setTimeout>>();
  const lookNow = (document: vscode.TextDocument): void => {
    clearTimeout(waiting.get(document));
    waiting.delete(document);
    if (!document.isClosed && isDraft(document)) look(document);
  };
  const listeners = vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(lookNow),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (!isDraft(document)) return;
      clearTimeout(waiting.get(document));
      waiting.set(document, setTimeout(lookNow, PAUSE, document));
    }),
    new vscode.Disposable(() => {
      for (const timer of waiting.values()) clearTimeout(timer);
    }),
  );
  for (const document of vscode.workspace.textDocuments) lookNow(document);
  return listeners;
}
