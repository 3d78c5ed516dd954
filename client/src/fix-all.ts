import * as vscode from 'vscode';
import { FIX_ALL_KIND } from '../../server/src/lsp/protocol.ts';

/** Apply all safe fixes to the report in the active editor. */
export async function fixAll(): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document) return;
  const { version } = document;
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    document.validateRange(whole),
    FIX_ALL_KIND,
  );
  const edit = actions.find(({ kind }) => kind?.value === FIX_ALL_KIND)?.edit;
  // Edits for an older text must not be written into a newer one.
  const applied = edit && document.version === version && (await vscode.workspace.applyEdit(edit));
  const count = edit?.entries().reduce((sum, [, edits]) => sum + edits.length, 0) ?? 0;
  const text = applied
    ? vscode.l10n.t('Fixed in {0} places: all that can be fixed safely', count)
    : vscode.l10n.t('There is nothing that can be fixed safely');
  vscode.window.setStatusBarMessage(text, 4_000);
}
