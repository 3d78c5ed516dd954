import * as vscode from 'vscode';

const { t } = vscode.l10n;

/** Saves the page of a report, to be printed from a browser. @param place where; asked for when it is not given */
export async function saveReportPage(report: vscode.Uri, page: string, place?: vscode.Uri): Promise<void> {
  const to =
    place ?? (await vscode.window.showSaveDialog({ defaultUri: suggested(report), filters: { HTML: ['html'] } }));
  if (!to) return;
  await vscode.workspace.fs.writeFile(to, new TextEncoder().encode(page));
  if (place) return; // Who names the place is a program or a key binding.
  // Only the machine in front of the user has a browser that can open its files.
  const isHere =
    to.scheme === 'file' && vscode.env.uiKind === vscode.UIKind.Desktop && vscode.env.remoteName === undefined;
  if (isHere && (await vscode.env.openExternal(to))) return;
  void vscode.window.showInformationMessage(t('Saved as {0}. Open it in a browser to print it.', to.path));
}

function suggested(report: vscode.Uri): vscode.Uri {
  const name = (report.path.split('/').at(-1) ?? 'report').replace(/\.[^.]*$/, '');
  const folder =
    report.scheme === 'untitled' ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(report, '..');
  return folder ? vscode.Uri.joinPath(folder, `${name}-检查.html`) : vscode.Uri.file(`${name}-检查.html`);
}
