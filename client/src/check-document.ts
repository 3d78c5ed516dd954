import * as vscode from 'vscode';
import { isReportDocument } from './reports.ts';

/**
 * 检查当前报告: the text at hand is checked now, whatever the settings and whatever its content looks like.
 * @param isGarbled was the file opened in an encoding that is not its own? Then the user has been told.
 */
export async function checkDocument(
  check: (document: vscode.TextDocument) => Promise<void>,
  isGarbled: (document: vscode.TextDocument) => Promise<boolean>,
): Promise<void> {
  const active = vscode.window.activeTextEditor?.document;
  if (!active) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open an annual report first.'));
    return;
  }
  if (await isGarbled(active)) return;
  // Whoever asks says that it is a report; a text that is known as one keeps its language.
  const document = isReportDocument(active)
    ? active
    : await vscode.languages.setTextDocumentLanguage(active, 'nianbao');
  await check(document);
  await vscode.commands.executeCommand('workbench.panel.markers.view.focus');
}
