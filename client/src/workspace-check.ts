import * as vscode from 'vscode';
import { addCounts, type Counts, foundText, NO_COUNTS } from '../../server/src/check/counts.ts';
import { isReport } from '../../server/src/report/sniff.ts';
import { decode } from '../../server/src/text/decode.ts';
import { displayLanguage } from './display-language.ts';
import type { ServerControl } from './server-control.ts';

const { t } = vscode.l10n;

/** As on the command line. */
const LARGEST = 64 * 1024 * 1024;
const LANGUAGES: Readonly<Record<string, string>> = {
  '.txt': 'plaintext',
  '.md': 'markdown',
  '.html': 'html',
  '.htm': 'html',
};

export type CheckText = ServerControl['checkText'];

interface FolderCounts {
  reports: number;
  counts: Counts;
  unread: number;
}

export interface WorkspaceCheck extends vscode.Disposable {
  run(): Promise<void>;
}

/**
 * 检查工作区: every report in the workspace, open or not, with progress and cancel.
 * @param isGarbled was the file opened in an encoding that is not its own?
 */
export function createWorkspaceCheck(
  checkText: CheckText,
  isGarbled: (document: vscode.TextDocument) => boolean,
): WorkspaceCheck {
  // Open documents are the language client's; these are for files that nobody has opened.
  const collection = vscode.languages.createDiagnosticCollection('nianbao-workspace');
  const listed = new Set<string>();
  const forget = vscode.Disposable.from(
    collection,
    vscode.workspace.onDidOpenTextDocument(({ uri }) => collection.delete(uri)),
    // What was listed is listed again when it is closed, as the file now is.
    vscode.workspace.onDidCloseTextDocument(({ uri, isClosed }) => {
      if (isClosed && listed.has(uri.toString())) void checkFile(uri, { reports: 0, counts: NO_COUNTS, unread: 0 });
    }),
    vscode.workspace.onDidDeleteFiles(({ files }) => {
      for (const uri of files) collection.delete(uri);
    }),
  );

  async function run(): Promise<void> {
    const options = {
      location: vscode.ProgressLocation.Notification,
      cancellable: true,
      title: t('Checking annual reports'),
    };
    const summary = await vscode.window.withProgress(options, async (progress, token) => {
      collection.clear();
      listed.clear();
      const folders = vscode.workspace.workspaceFolders ?? [];
      const files = (await Promise.all(folders.map(({ uri }) => textFiles(uri, token)))).flat();
      const found: FolderCounts = { reports: 0, counts: NO_COUNTS, unread: 0 };
      for (const uri of files) {
        if (token.isCancellationRequested) break;
        progress.report({ message: vscode.workspace.asRelativePath(uri), increment: 100 / files.length });
        await checkFile(uri, found);
      }
      return token.isCancellationRequested ? undefined : found;
    });
    if (!summary) return;
    await vscode.commands.executeCommand('workbench.panel.markers.view.focus');
    const { reports, counts, unread } = summary;
    const skipped = unread > 0 ? t(' ({0} files could not be read)', unread) : '';
    const result = foundText(counts.found, displayLanguage());
    vscode.window.setStatusBarMessage(t('{0} annual reports checked: {1}', reports, result) + skipped, 10_000);
  }

  async function checkFile(uri: vscode.Uri, found: FolderCounts): Promise<void> {
    const isIt = (document: vscode.TextDocument): boolean =>
      document.uri.toString() === uri.toString() && !document.isClosed;
    const open = vscode.workspace.textDocuments.find(isIt);
    try {
      const text = open && !isGarbled(open) ? open.getText() : await readText(uri);
      if (text === undefined) found.unread++;
      if (text === undefined || !isReport(text)) return;
      const languageId = open?.languageId ?? LANGUAGES[endingOf(uri.path)] ?? 'plaintext';
      const checked = await checkText({ uri: uri.toString(), languageId, text });
      if (!checked) return;
      found.reports++;
      listed.add(uri.toString());
      found.counts = addCounts(found.counts, checked.counts);
      if (!open) collection.set(uri, checked.diagnostics);
    } catch {
      found.unread++; // deleted since it was listed, or not to be read
    }
  }

  return { run, dispose: () => forget.dispose() };
}

const endingOf = (path: string): string => /\.[^./]+$/.exec(path)?.[0].toLowerCase() ?? '';

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
    if (type === vscode.FileType.File && endingOf(name) in LANGUAGES) files.push(uri);
    const enter = type === vscode.FileType.Directory && !name.startsWith('.') && name !== 'node_modules';
    if (enter) files.push(...(await textFiles(uri, token)));
  }
  return files;
}

/** Undefined for a file too large or no text. Read as the command line reads it. */
async function readText(uri: vscode.Uri): Promise<string | undefined> {
  const { size } = await vscode.workspace.fs.stat(uri);
  if (size > LARGEST) return undefined;
  const decoded = decode(await vscode.workspace.fs.readFile(uri));
  return typeof decoded === 'string' ? undefined : decoded.text;
}
