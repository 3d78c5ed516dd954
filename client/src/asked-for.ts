import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient';

/** A list that opens by itself is requested within this many milliseconds of a key; a hand takes longer. */
const AT_ONCE = 150;

/**
 * The editor names one reason for a list that was asked for (Ctrl+Space) and for one that opens while somebody types.
 * The server is told of the second as of a character typed, so that it can keep still.
 */
export function tellWhatIsAsked(): {
  readonly middleware: NonNullable<Middleware['provideCompletionItem']>;
} & vscode.Disposable {
  const changed = new WeakMap<vscode.TextDocument, number>();
  const listener = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    if (contentChanges.length > 0) changed.set(document, Date.now());
  });
  return {
    middleware(document, position, context, token, next) {
      const typed = Date.now() - (changed.get(document) ?? 0) < AT_ONCE;
      if (!typed || context.triggerKind !== vscode.CompletionTriggerKind.Invoke) {
        return next(document, position, context, token);
      }
      const before = document.lineAt(position).text.charAt(position.character - 1);
      const triggerKind = vscode.CompletionTriggerKind.TriggerCharacter;
      return next(document, position, { triggerKind, triggerCharacter: before }, token);
    },
    dispose: () => listener.dispose(),
  };
}
