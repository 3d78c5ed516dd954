import * as vscode from 'vscode';
import type { ReportViewResult } from '../../server/src/lsp/protocol.ts';
import { saveReportPage } from './report-page.ts';
import type { ToEditor, ToView } from './webview/report-view.ts';

/** Asks the server; undefined when the document is no report or the server does not run. */
export type AskForView = (uri: string, page: boolean) => Promise<ReportViewResult | undefined>;

/** 年报检查: the statutory tables and the check list beside the text. One panel, for the report at hand. */
export interface ReportViews extends vscode.Disposable {
  show(): Promise<void>;
  /** Writes the page for the leader's signature; asks where unless a place is given. */
  save(to?: vscode.Uri): Promise<void>;
  /** The document was checked again. */
  checked(uri: string): void;
}

const isSame = (a: vscode.Uri, b: vscode.Uri | undefined): boolean => a.toString() === b?.toString();

const nameOf = ({ path }: vscode.Uri): string => path.split('/').at(-1) ?? '';

export function createReportViews({ extensionUri }: vscode.ExtensionContext, ask: AskForView): ReportViews {
  let panel: vscode.WebviewPanel | undefined;
  let shown: vscode.Uri | undefined;
  /** Offsets in the panel belong to the version that it shows; those of another lead nowhere. */
  let version = -1;

  const post = (message: ToView): void => void panel?.webview.postMessage(message);

  function showCursor({ document, selection }: vscode.TextEditor): void {
    if (document.version === version) post({ type: 'cursor', offset: document.offsetAt(selection.active) });
  }

  async function refresh(): Promise<void> {
    const uri = shown;
    if (!panel || !uri) return;
    const view = await ask(uri.toString(), false);
    if (!panel || shown !== uri || !view) return;
    version = view.version;
    panel.title = vscode.l10n.t('Report check: {0}', nameOf(uri));
    post({ type: 'update', version, body: view.html });
    const editor = vscode.window.visibleTextEditors.find(({ document }) => isSame(document.uri, uri));
    if (editor) showCursor(editor);
  }

  async function reveal({ version, start, end }: { version: number; start: number; end: number }): Promise<void> {
    if (!shown) return;
    const visible = vscode.window.visibleTextEditors.find(({ document }) => isSame(document.uri, shown));
    const viewColumn = visible?.viewColumn ?? vscode.ViewColumn.One;
    const editor = await vscode.window.showTextDocument(shown, { viewColumn });
    const { document } = editor;
    if (document.version !== version) return;
    const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
    editor.selection = new vscode.Selection(range.start, range.end);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  function open(style: string): vscode.WebviewPanel {
    const folder = vscode.Uri.joinPath(extensionUri, 'dist', 'webview');
    const created = vscode.window.createWebviewPanel(
      'nianbao.report',
      vscode.l10n.t('Report check'),
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      { enableScripts: true, localResourceRoots: [folder], enableFindWidget: true },
    );
    created.iconPath = vscode.Uri.joinPath(extensionUri, 'media', 'icon.png');
    created.webview.html = shell(created.webview, vscode.Uri.joinPath(folder, 'report-view.js'), style);
    created.webview.onDidReceiveMessage((message: ToEditor) =>
      message.type === 'ready' ? refresh() : reveal(message),
    );
    created.onDidDispose(() => {
      panel = undefined;
      shown = undefined;
    });
    return created;
  }

  /** The report at hand: the text with the focus, or the one that the panel with the focus shows. */
  async function target(page: boolean): Promise<{ uri: vscode.Uri; view: ReportViewResult } | undefined> {
    const uri = panel?.active ? shown : (vscode.window.activeTextEditor?.document.uri ?? shown);
    const view = uri && (await ask(uri.toString(), page));
    if (uri && view) return { uri, view };
    void vscode.window.showInformationMessage(vscode.l10n.t('Open an annual report first.'));
    return undefined;
  }

  const listeners = vscode.Disposable.from(
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (panel && isSame(textEditor.document.uri, shown)) showCursor(textEditor);
    }),
    vscode.window.onDidChangeActiveTextEditor((editor) => {
      const uri = editor?.document.uri;
      if (!panel || !uri || isSame(uri, shown)) return;
      void ask(uri.toString(), false).then((view) => {
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

/** Only our own script file may run, only our own style may apply; nothing is fetched. */
function shell(webview: vscode.Webview, script: vscode.Uri, style: string): string {
  const nonce = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
  return `<!DOCTYPE html>
<html><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; script-src ${webview.cspSource}">
<style nonce="${nonce}">${style}</style></head>
<body><main></main><script src="${webview.asWebviewUri(script).toString()}"></script></body></html>`;
}
