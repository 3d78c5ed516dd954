import * as vscode from 'vscode';
import type { Counts } from '../../server/src/check/counts.ts';
import { isReport } from '../../server/src/report/sniff.ts';
import { decode } from '../../server/src/text/decode.ts';
import { endingOf } from './drafts.ts';
import type { ServerControl } from './server-control.ts';

/** As on the command line. */
const LARGEST = 64 * 1024 * 1024;

const LANGUAGES: Readonly<Record<string, string>> = {
  '.txt': 'plaintext',
  '.md': 'markdown',
  '.html': 'html',
  '.htm': 'html',
};

/** Whether a report may be kept in a file of this name. */
export const isReportName = (uri: vscode.Uri): boolean => endingOf(uri) in LANGUAGES;

/** Folders of programs, which hold no reports. */
export const isPassedOver = (folder: string): boolean => folder.startsWith('.') || folder === 'node_modules';

/** The result for a file: its counts, or that it is no report, or that it cannot be read. */
export type Outcome = Counts | 'other' | 'unread';

/**
 * Findings of files that nobody has open. The language client shows what stands in a tab; what was listed is shown again
 * when its tab is closed, and follows its file and the settings.
 */
export interface ListedFindings extends vscode.Disposable {
  clear(): void;
  list(uri: vscode.Uri): Promise<Outcome>;
  /** From now on changed files are checked again. */
  watch(): void;
}

export type CheckText = ServerControl['checkText'];

/** The settings file is read by the server, which hears of it a moment later. */
const SETTINGS_PAUSE = 1_000;

/** @param isGarbled was the file opened in an encoding that is not its own? */
export function createListedFindings(
  checkText: CheckText,
  isGarbled: (document: vscode.TextDocument) => boolean,
): ListedFindings {
  const collection = vscode.languages.createDiagnosticCollection('nianbao-workspace');
  const listed = new Map<string, vscode.Uri>();

  async function read(uri: vscode.Uri): Promise<Outcome> {
    const open = vscode.workspace.textDocuments.find(
      (document) => !document.isClosed && document.uri.toString() === uri.toString(),
    );
    const text = open && !isGarbled(open) ? open.getText() : await readText(uri);
    const checked =
      text !== undefined && isReport(text)
        ? await checkText({ uri: uri.toString(), languageId: open?.languageId ?? languageOf(uri), text })
        : undefined;
    collection.set(uri, isInTab(uri) ? undefined : checked?.diagnostics);
    if (checked) listed.set(uri.toString(), uri);
    return checked?.counts ?? (text === undefined ? 'unread' : 'other');
  }

  async function list(uri: vscode.Uri): Promise<Outcome> {
    try {
      return await read(uri);
    } catch {
      forget(uri);
      return 'unread'; // deleted since it was listed, or not to be read
    }
  }

  /** With all that is in it, when it is a folder. */
  function forget(gone: vscode.Uri): void {
    for (const [key, uri] of listed) {
      if (key !== gone.toString() && !key.startsWith(`${gone.toString()}/`)) continue;
      collection.delete(uri);
      listed.delete(key);
    }
  }

  async function listAgain(): Promise<void> {
    for (const uri of [...listed.values()]) await list(uri);
  }

  const listeners: vscode.Disposable[] = [
    collection,
    vscode.window.tabGroups.onDidChangeTabs(({ opened, closed }) => {
      for (const uri of opened.flatMap(urisOf)) collection.delete(uri);
      for (const uri of closed.flatMap(urisOf)) if (listed.has(uri.toString())) void list(uri);
    }),
    // Unsaved changes that were discarded are no longer in the file.
    vscode.workspace.onDidCloseTextDocument(({ uri, isClosed }) => {
      if (isClosed && listed.has(uri.toString())) void list(uri);
    }),
  ];

  let watching: vscode.Disposable | undefined;
  return {
    list,
    watch() {
      watching ??= watchFiles({ has: (uri) => listed.has(uri.toString()), list, forget, listAgain });
    },
    clear() {
      collection.clear();
      listed.clear();
    },
    dispose: () => vscode.Disposable.from(...listeners, ...(watching ? [watching] : [])).dispose(),
  };
}

interface Followed {
  has(uri: vscode.Uri): boolean;
  list(uri: vscode.Uri): unknown;
  /** A file, or a folder with all that is in it. */
  forget(uri: vscode.Uri): void;
  listAgain(): unknown;
}

/** Files that come, change, move and go, by this editor or another program, and settings that change. */
function watchFiles({ has, list, forget, listAgain }: Followed): vscode.Disposable {
  const files = vscode.workspace.createFileSystemWatcher(`**/*{${Object.keys(LANGUAGES).join(',')}}`);
  const settings = vscode.workspace.createFileSystemWatcher('**/{.nianbao.json,*.nianbao-pack.json}');
  let pause: ReturnType<typeof setTimeout> | undefined;
  const later = (): void => {
    clearTimeout(pause);
    pause = setTimeout(listAgain, SETTINGS_PAUSE);
  };
  const isWanted = (uri: vscode.Uri): boolean =>
    !vscode.workspace.asRelativePath(uri).split('/').slice(0, -1).some(isPassedOver);
  return vscode.Disposable.from(
    files,
    settings,
    files.onDidCreate((uri) => isWanted(uri) && list(uri)),
    files.onDidChange((uri) => has(uri) && list(uri)),
    files.onDidDelete(forget),
    settings.onDidCreate(later),
    settings.onDidChange(later),
    settings.onDidDelete(later),
    vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration('nianbao') && later()),
    vscode.workspace.onDidDeleteFiles((event) => event.files.forEach(forget)),
    vscode.workspace.onDidRenameFiles((event) => {
      for (const { oldUri, newUri } of event.files) {
        const known = has(oldUri);
        forget(oldUri);
        if (known) list(newUri);
      }
    }),
    new vscode.Disposable(() => clearTimeout(pause)),
  );
}

const languageOf = (uri: vscode.Uri): string => LANGUAGES[endingOf(uri)] ?? 'plaintext';

const urisOf = ({ input }: vscode.Tab): vscode.Uri[] => (input instanceof vscode.TabInputText ? [input.uri] : []);

/** Then the language client shows what is found in it. */
const isInTab = (uri: vscode.Uri): boolean =>
  vscode.window.tabGroups.all.some(({ tabs }) => tabs.flatMap(urisOf).some((own) => own.toString() === uri.toString()));

/** Undefined for a file too large or no text. Read as the command line reads it. */
async function readText(uri: vscode.Uri): Promise<string | undefined> {
  const { size } = await vscode.workspace.fs.stat(uri);
  if (size > LARGEST) return undefined;
  const decoded = decode(await vscode.workspace.fs.readFile(uri));
  return typeof decoded === 'string' ? undefined : decoded.text;
}
