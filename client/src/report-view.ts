import * as vscode from 'vscode';
import type { ReportViewResult } from '../../server/src/lsp/protocol.ts';
import type { ToEditor, ToView } from './webview/report-view.ts';

/** Asks the server; undefined when the document is no report or the server does not run. */
export type AskForView = (uri: string, page: boolean) => Promise<ReportViewResult | undefined>;

/** 年报检查: the statutory tables and the check list beside the text. One panel, for the report at hand. */
export interface ReportViews extends vscode.Disposable {
  show(): Promise<void>;
  save(): Promise<void>;
  /** The document was checked again. */
  checked(uri: string): void;
}

export function createReportViews({ extensionUri }: vscode.ExtensionContext, ask: AskForView): ReportViews {
  let panel: vscode.WebviewPanel | undefined;
  let shown: vscode.TextDocument | undefined;
  /** Offsets in the panel belong to this version; a click on an older picture leads nowhere wrong. */
  let version = -1;
  const disposables: vscode.Disposable[] = [];

  const post = (message: ToView): void => void panel?.webview.postMessage(message);

  async function refresh(): Promise<void> {
    if (!panel || !shown) return;
    const document = shown;
    const view = await ask(document.uri.toString(), false);
    if (!panel || shown !== document || !view) return;
    version = view.version;
    panel.title = vscode.l10n.t('Report check: {0}', document.uri.path.split('/').at(-1) ?? '');
    post({ type: 'update', body: view.html });
  }

  async function reveal(start: number, end: number): Promise<void> {
    if (!shown || shown.version !== version) return;
    const column = vscode.window.visibleTextEditors.find(({ document }) => document === shown)?.viewColumn;
    const editor = await vscode.window.showTextDocument(shown, { viewColumn: column ?? vscode.ViewColumn.One });
    const range = new vscode.Range(shown.positionAt(start), shown.positionAt(end));
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
    created.webview.html = shell(created.webview, vscode.Uri.joinPath(folder, 'report-view.js'), style);
    created.webview.onDidReceiveMessage((message: ToEditor) =>
      message.type === 'ready' ? refresh() : reveal(message.start, message.end),
    );
    created.onDidDispose(() => {
      panel = undefined;
      shown = undefined;
    });
    return created;
  }

  async function target(): Promise<{ document: vscode.TextDocument; view: ReportViewResult } | undefined> {
    const document = vscode.window.activeTextEditor?.document ?? shown;
    const view = document && (await ask(document.uri.toString(), true));
    if (document && view) return { document, view };
    void vscode.window.showInformationMessage(vscode.l10n.t('Open an annual report first.'));
    return undefined;
  }

  disposables.push(
    vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
      const [selection] = selections;
      if (!panel || textEditor.document !== shown || !selection) return;
      post({ type: 'cursor', offset: textEditor.document.offsetAt(selection.active) });
    }),
    vscode.window.onDidChangeActiveTextEditor((editor) => {
      if (!panel || !editor || editor.document === shown) return;
      const { document } = editor;
      void ask(document.uri.toString(), false).then((view) => {
        if (!view) return; // not a report: the panel stays with the one it shows
        shown = document;
        void refresh();
      });
    }),
  );

  return {
    async show() {
      const found = await target();
      if (!found) return;
      shown = found.document;
      if (panel) {
        panel.reveal(undefined, true);
        await refresh();
      } else panel = open(found.view.style);
    },
    async save() {
      const found = await target();
      if (!found) return;
      const { document, view } = found;
      const name = (document.uri.path.split('/').at(-1) ?? 'report').replace(/\.[^.]*$/, '');
      const folder = document.uri.scheme === 'file' ? vscode.Uri.joinPath(document.uri, '..') : undefined;
      const defaultUri = folder && vscode.Uri.joinPath(folder, `${name}-检查.html`);
      const to = await vscode.window.showSaveDialog({ ...(defaultUri && { defaultUri }), filters: { HTML: ['html'] } });
      if (!to) return;
      await vscode.workspace.fs.writeFile(to, new TextEncoder().encode(view.page ?? ''));
      await vscode.env.openExternal(to);
    },
    checked(uri) {
      if (shown && vscode.Uri.parse(uri).toString() === shown.uri.toString()) void refresh();
    },
    dispose() {
      panel?.dispose();
      vscode.Disposable.from(...disposables).dispose();
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
