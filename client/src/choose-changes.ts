import * as vscode from 'vscode';
import type { ChooseChangesParams, ChooseChangesResult } from '../../server/src/lsp/protocol.ts';

/** The changes, all of them ticked; those that stay ticked are made. The editor's own preview ticks none. */
export async function chooseChanges({ changes }: ChooseChangesParams): Promise<ChooseChangesResult> {
  const items = changes.map((label, index) => ({ label, index, picked: true }));
  const chosen = await vscode.window.showQuickPick(items, {
    canPickMany: true,
    ignoreFocusOut: true,
    title: vscode.l10n.t('Proposed changes'),
    placeHolder: vscode.l10n.t('What stays ticked is written'),
  });
  return chosen?.map(({ index }) => index) ?? null;
}
