import * as vscode from 'vscode';

/**
 * Findings near the cursor are held back while somebody types: a half-written sentence is no fault yet. The server
 * stays complete; the client filters what the editor draws, and shows the rest when the typing pauses or the cursor
 * leaves.
 */
export interface Calm extends vscode.Disposable {
  /** The findings that may be shown now. */
  filter(document: vscode.TextDocument, diagnostics: readonly vscode.Diagnostic[]): vscode.Diagnostic[];
  /** Is this document to be checked now, by the setting `nianbao.run`? */
  mayCheck(document: vscode.TextDocument): boolean;
  /** Somebody asked for a check: the next one is made whatever the setting says. */
  demand(document: vscode.TextDocument): void;
  /** The check that was asked for has been made. */
  checked(document: vscode.TextDocument): void;
}

/** This many milliseconds without a key are a pause. */
const PAUSE = 1_500;

interface Typing {
  readonly timer: ReturnType<typeof setTimeout>;
  /** Where findings are held back; undefined when nowhere. */
  hidden: number | undefined;
}

/** @param refresh Has the diagnostics of all open documents asked for again. */
export function createCalm(refresh: () => void): Calm {
  const typing = new Map<string, Typing>();
  const demanded = new Set<string>();
  const keyOf = ({ uri }: vscode.TextDocument): string => uri.toString();
  const setting = <T>(name: string, document: vscode.TextDocument): T | undefined =>
    vscode.workspace.getConfiguration('nianbao', document).get<T>(name);

  function paused(key: string): void {
    const state = typing.get(key);
    typing.delete(key);
    if (state?.hidden !== undefined) refresh();
  }

  const listeners = vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length === 0 || !setting<boolean>('focusMode', document)) return;
      const key = keyOf(document);
      const known = typing.get(key);
      if (known) clearTimeout(known.timer);
      typing.set(key, { timer: setTimeout(paused, PAUSE, key), hidden: known?.hidden });
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
      const hidden = typing.get(keyOf(textEditor.document))?.hidden;
      if (hidden !== undefined && selections.every(({ active }) => active.line !== hidden)) refresh();
    }),
    vscode.workspace.onDidSaveTextDocument((document) => {
      if (setting<string>('run', document) === 'onSave') refresh();
    }),
    vscode.workspace.onDidCloseTextDocument((document) => {
      clearTimeout(typing.get(keyOf(document))?.timer);
      typing.delete(keyOf(document));
      demanded.delete(keyOf(document));
    }),
  );

  return {
    filter(document, diagnostics) {
      const state = typing.get(keyOf(document));
      const cursor = vscode.window.visibleTextEditors.find((editor) => editor.document === document)?.selection.active;
      if (!state || !cursor) return [...diagnostics];
      const kept = diagnostics.filter(({ range }) => range.start.line > cursor.line || range.end.line < cursor.line);
      state.hidden = kept.length < diagnostics.length ? cursor.line : undefined;
      return kept;
    },
    mayCheck(document) {
      const run = setting<string>('run', document) ?? 'onType';
      return run === 'onType' || demanded.has(keyOf(document)) || (run === 'onSave' && !document.isDirty);
    },
    demand: (document) => void demanded.add(keyOf(document)),
    checked: (document) => void demanded.delete(keyOf(document)),
    dispose() {
      for (const { timer } of typing.values()) clearTimeout(timer);
      listeners.dispose();
    },
  };
}
