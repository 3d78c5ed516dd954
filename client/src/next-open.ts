import * as vscode from 'vscode';

/** （待填写） in the text, 待填 in a cell: what a new report leaves to its author. */
const OPEN = /（待填写）|待填写?/g;

/** Selects the next place that is still to be filled in, from the cursor on and then from the beginning. */
export function goToNextOpen(): void {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return;
  const { document, selection } = editor;
  const places = [...document.getText().matchAll(OPEN)].map(({ index, 0: text }) => ({
    index,
    end: index + text.length,
  }));
  const here = document.offsetAt(selection.end);
  const next = places.find(({ index }) => index >= here) ?? places[0];
  if (!next) {
    void vscode.window.setStatusBarMessage(vscode.l10n.t('Nothing is left to be filled in'), 5_000);
    return;
  }
  editor.selection = new vscode.Selection(document.positionAt(next.index), document.positionAt(next.end));
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
