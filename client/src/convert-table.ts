import * as vscode from 'vscode';
import { CONVERT_TABLE_KIND } from '../../server/src/lsp/protocol.ts';

/** Offers the layouts that the table at the cursor can be converted to. */
export async function convertTable(): Promise<void> {
  if (vscode.window.activeTextEditor) {
    await vscode.commands.executeCommand('editor.action.codeAction', { kind: CONVERT_TABLE_KIND, apply: 'ifSingle' });
  }
}
