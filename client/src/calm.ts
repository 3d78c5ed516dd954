import * as vscode from 'vscode';

/**
 * Findings near the cursor wait while somebody types: a half-written sentence is no fault yet. The server stays
 * complete; what waits is left out of what the editor draws, and comes back when the typing pauses or the cursor goes.
 */
export interface Calm extends vscode.Disposable {
  /** What may be shown now. */
  filter(document: vscode.TextDocument, diagnostics: readonly vscode.Diagnostic[]): vscode.Diagnostic[];
  /** Is this document to be checked now, by the setting `nianbao.run`? */
  mayCheck(document: vscode.TextDocument): boolean;
  /** Somebody asked for a check: the next one is made whatever the setting says. */
  demand(document: vscode.TextDocument): void;
}

/** So many milliseconds without a key are a pause. */
const PAUSE = 1_500;

export function createCalm(refresh: (document: vscode.TextDocument) => void): Calm {
  const typing = new Map<string, { readonly timer: NodeJS.Timeout; hid: boolean }>();
  const demanded = new Set<string>();
  const keyOf = ({ uri }: vscode.TextDocument): string => uri.toString();
  const setting = <T>(name: string, document: vscode.TextDocument): T | undefined =>
    vscode.workspace.getConfiguration('nianbao', document).get<T>(name);

  function paused(document: vscode.TextDocument): void {
    const state = typing.get(keyOf(document));
    typing.delete(keyOf(document));
    if (state?.hid) refresh(document);
  }

  const listeners = vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length === 0 || !setting<boolean>('focusMode', document)) return;
      const known = typing.get(keyOf(document));
      if (known) clearTimeout(known.timer);
      typing.set(keyOf(document), { timer: setTimeout(paused, PAUSE, document), hid: known?.hid ?? false });
    }),
    vscode.workspace.onDidSaveTextDocument((document) => {
      if (setting<string>('run', document) === 'onSave') refresh(document);
    }),
    vscode.workspace.onDidCloseTextDocument((document) => {
      const state = typing.get(keyOf(document));
      if (state) clearTimeout(state.timer);
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
      state.hid ||= kept.length < diagnostics.length;
      return kept;
    },
    mayCheck(document) {
      const run = setting<string>('run', document);
      if (demanded.delete(keyOf(document)) || run === 'onType' || run === undefined) return true;
      return run === 'onSave' && !document.isDirty;
    },
    demand: (document) => void demanded.add(keyOf(document)),
    dispose() {
      for (const { timer } of typing.values()) clearTimeout(timer);
      listeners.dispose();
    },
  };
}
