import * as vscode from 'vscode';
import type { EditReportResult, ReportViewResult, ViewEdit } from '../../server/src/lsp/protocol.ts';
import { saveReportPage } from './report-page.ts';
import type { ToEditor, ToView } from './webview/messages.ts';

/** Asks the server; undefined when the document is no report or the server does not run. */
export interface ViewServer {
  draw(uri: string, page: boolean): Promise<ReportViewResult | undefined>;
  edit(uri: string, edit: ViewEdit): Promise<EditReportResult | undefined>;
  /** Is this document to be checked now, by the setting `nianbao.run`? */
  mayCheck(document: vscode.TextDocument): boolean;
}

/** 年报检查: the statutory tables and the check list beside the text. One panel, for the report at hand. */
export interface ReportViews extends vscode.Disposable {
  show(): Promise<void>;
  /** Writes the page for the leader's signature; asks where unless a place is given. */
  save(to?: vscode.Uri): Promise<void>;
  /** The document was checked again. */
  checked(uri: string): void;
}

const { t } = vscode.l10n;

const isSame = (a: vscode.Uri, b: vscode.Uri | undefined): boolean => a.toString() === b?.toString();

const nameOf = ({ path }: vscode.Uri): string => path.split('/').at(-1) ?? '';

export function createReportViews({ extensionUri }: vscode.ExtensionContext, server: ViewServer): ReportViews {
  let panel: vscode.WebviewPanel | undefined;
  let shown: vscode.Uri | undefined;
  /** Offsets in the panel belong to the version that it shows; those of another lead nowhere. */
  let version = -1;
  /** Edits are made and undone one after the other: the next one is computed on what the last one has left. */
  let last: Promise<void> = Promise.resolve();

  const post = (message: ToView): void => void panel?.webview.postMessage(message);

  const editorOf = (uri: vscode.Uri | undefined): vscode.TextEditor | undefined =>
    vscode.window.visibleTextEditors.find(({ document }) => isSame(document.uri, uri));

  function showCursor({ document, selection }: vscode.TextEditor): void {
    if (document.version === version) post({ type: 'cursor', offset: document.offsetAt(selection.active) });
  }

  /** What is shown of a text that has changed since says so. */
  function showState(): void {
    const document = vscode.workspace.textDocuments.find(({ uri }) => isSame(uri, shown));
    if (!document) post({ type: 'state', state: 'closed' });
    else if (document.version === version) post({ type: 'state', state: 'checked' });
    else post({ type: 'state', state: server.mayCheck(document) ? 'checking' : 'changed' });
  }

  async function refresh(): Promise<void> {
    const uri = shown;
    if (!panel || !uri) return;
    const view = await server.draw(uri.toString(), false);
    if (!panel || shown !== uri || !view) return showState();
    version = view.version;
    panel.title = t('Report check: {0}', nameOf(uri));
    post({ type: 'update', version, body: view.html });
    showState();
    const editor = editorOf(uri);
    if (editor) showCursor(editor);
  }

  async function reveal({ version, start, end, focus }: Extract<ToEditor, { type: 'reveal' }>): Promise<void> {
    if (!shown) return;
    let editor = editorOf(shown);
    // A cell that is looked at is shown in its text, which keeps the reader where they are.
    if (!editor || focus) {
      const viewColumn = editor?.viewColumn ?? vscode.ViewColumn.One;
      editor = await vscode.window.showTextDocument(shown, { viewColumn, preserveFocus: !focus });
    }
    const { document } = editor;
    if (document.version !== version) return;
    const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
    editor.selection = new vscode.Selection(range.start, range.end);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  async function edit(uri: vscode.Uri, { number, edit }: Extract<ToEditor, { type: 'edit' }>): Promise<void> {
    // A text whose tab was closed is opened again, so that what is entered is not lost.
    await vscode.workspace.openTextDocument(uri);
    const answer = await server.edit(uri.toString(), edit);
    const refused = !answer ? refusalText('gone') : answer.refused && refusalText(answer.refused);
    await refresh();
    post({ type: 'answer', number, ...(refused && { refused }), ...(answer?.cell && { cell: answer.cell }) });
  }

  /** Undoing is the text's: it has the focus for a moment. */
  async function undo(command: 'undo' | 'redo'): Promise<void> {
    if (!shown || !panel) return;
    const viewColumn = editorOf(shown)?.viewColumn ?? vscode.ViewColumn.One;
    await vscode.window.showTextDocument(shown, { viewColumn });
    await vscode.commands.executeCommand(command);
    panel.reveal(undefined, false);
  }

  function receive(message: ToEditor): void {
    const uri = shown;
    const inTurn = (act: () => Promise<void>): void => {
      last = last.then(act).catch(() => undefined);
    };
    if (message.type === 'ready') void refresh();
    else if (message.type === 'reveal') void reveal(message);
    else if (message.type !== 'edit') inTurn(() => undo(message.type));
    else if (uri) inTurn(() => edit(uri, message));
  }

  function open(style: string): vscode.WebviewPanel {
    const folder = vscode.Uri.joinPath(extensionUri, 'dist', 'webview');
    const created = vscode.window.createWebviewPanel(
      'nianbao.report',
      t('Report check'),
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      { enableScripts: true, localResourceRoots: [folder], enableFindWidget: true },
    );
    created.iconPath = vscode.Uri.joinPath(extensionUri, 'media', 'icon.png');
    created.webview.html = shell(created.webview, vscode.Uri.joinPath(folder, 'report-view.js'), style);
    created.webview.onDidReceiveMessage(receive);
    created.onDidDispose(() => {
      panel = undefined;
      shown = undefined;
    });
    return created;
  }

  /** The report at hand: the text with the focus, or the one that the panel with the focus shows. */
  async function target(page: boolean): Promise<{ uri: vscode.Uri; view: ReportViewResult } | undefined> {
    const uri = panel?.active ? shown : (vscode.window.activeTextEditor?.document.uri ?? shown);
    const view = uri && (await server.draw(uri.toString(), page));
    if (uri && view) return { uri, view };
    void vscode.window.showInformationMessage(t('Open an annual report first.'));
    return undefined;
  }

  const ifShown = ({ uri }: vscode.TextDocument): void => {
    if (panel && isSame(uri, shown)) showState();
  };
  const listeners = vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument(({ document }) => ifShown(document)),
    vscode.workspace.onDidCloseTextDocument(ifShown),
    vscode.workspace.onDidOpenTextDocument((document) => {
      if (panel && isSame(document.uri, shown)) void refresh();
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (panel && isSame(textEditor.document.uri, shown)) showCursor(textEditor);
    }),
    vscode.window.onDidChangeActiveTextEditor((editor) => {
      const uri = editor?.document.uri;
      if (!panel || !uri || isSame(uri, shown)) return;
      void server.draw(uri.toString(), false).then((view) => {
        // Beside a text that is no report the panel stays with the one it shows.
        if (!view || !isSame(uri, vscode.window.activeTextEditor?.document.uri)) return;
        shown = uri;
        void refresh();
      });
    }),
  );

  return {
    async show() {
      const found = await target(false);
      if (!found) return;
      shown = found.uri;
      if (panel) {
        panel.reveal(undefined, true);
        await refresh();
      } else panel = open(found.view.style);
    },
    async save(to) {
      const found = await target(true);
      if (found?.view.page !== undefined) await saveReportPage(found.uri, found.view.page, to);
    },
    checked(uri) {
      if (panel && isSame(vscode.Uri.parse(uri), shown)) void refresh();
    },
    dispose() {
      panel?.dispose();
      listeners.dispose();
    },
  };
}

function refusalText(refused: NonNullable<EditReportResult['refused']>): string {
  if (refused === 'changed') return t('The text has changed here meanwhile; nothing was overwritten.');
  if (refused === 'no-place') return t('The draft has no place for this number. Mend the row or the table first.');
  if (refused === 'not-a-number') return t('Only a number can stand here.');
  return t('What was to be changed is not there any more.');
}

/** Only our own script file may run, only our own style may apply; nothing is fetched. */
function shell(webview: vscode.Webview, script: vscode.Uri, style: string): string {
  const nonce = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
  return `<!DOCTYPE html>
<html><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; script-src ${webview.cspSource}">
<style nonce="${nonce}">${style}</style></head>
<body><main></main><p id="said" role="status" aria-live="polite"></p><script src="${webview.asWebviewUri(script).toString()}"></script></body></html>`;
}
