import * as vscode from 'vscode';
import { addCounts, type Counts, foundText, NO_COUNTS } from '../../server/src/check/counts.ts';
import { displayLanguage } from './display-language.ts';
import { isPassedOver, isReportName, type ListedFindings } from './listed-findings.ts';

const { t } = vscode.l10n;

interface FolderCounts {
  reports: number;
  counts: Counts;
  unread: number;
}

/** 检查工作区: every report in the workspace, open or not, with progress and cancel. */
export async function checkWorkspace(findings: ListedFindings): Promise<void> {
  const options = {
    location: vscode.ProgressLocation.Notification,
    cancellable: true,
    title: t('Checking annual reports'),
  };
  const summary = await vscode.window.withProgress(options, async (progress, token) => {
    findings.clear();
    const folders = vscode.workspace.workspaceFolders ?? [];
    const files = (await Promise.all(folders.map(({ uri }) => textFiles(uri, token)))).flat();
    const found: FolderCounts = { reports: 0, counts: NO_COUNTS, unread: 0 };
    for (const uri of files) {
      if (token.isCancellationRequested) break;
      progress.report({ message: vscode.workspace.asRelativePath(uri), increment: 100 / files.length });
      const outcome = await findings.list(uri);
      if (outcome === 'unread') found.unread++;
      else if (outcome !== 'other') {
        found.reports++;
        found.counts = addCounts(found.counts, outcome);
      }
    }
    findings.watch();
    return token.isCancellationRequested ? undefined : found;
  });
  if (!summary) return;
  await vscode.commands.executeCommand('workbench.panel.markers.view.focus');
  const { reports, counts, unread } = summary;
  const skipped = unread > 0 ? t(' ({0} files could not be read)', unread) : '';
  const result = foundText(counts.found, displayLanguage());
  vscode.window.setStatusBarMessage(t('{0} annual reports checked: {1}', reports, result) + skipped, 10_000);
}

/**
 * The files below a folder that may be reports, in order. Read folder by folder: the editor's own search is not there on
 * every file system. Links are not followed, hidden folders and packages not entered.
 */
async function textFiles(folder: vscode.Uri, token: vscode.CancellationToken): Promise<vscode.Uri[]> {
  if (token.isCancellationRequested) return [];
  const entries = await Promise.resolve(vscode.workspace.fs.readDirectory(folder)).catch(() => []);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  const files: vscode.Uri[] = [];
  for (const [name, type] of entries) {
    const uri = vscode.Uri.joinPath(folder, name);
    if (type === vscode.FileType.File && isReportName(uri)) files.push(uri);
    if (type === vscode.FileType.Directory && !isPassedOver(name)) files.push(...(await textFiles(uri, token)));
  }
  return files;
}
