import * as vscode from 'vscode';
import type { ConvertParams, ConvertResult } from '../../server/src/lsp/protocol.ts';

const { t } = vscode.l10n;

const TARGETS = ['docx', 'html', 'md', 'txt'] as const;

/**
 * Writes the report at hand as a Word document with the official page, a web page, Markdown or text, by the ending of the
 * name that is chosen. The dialog asks before anything is written over.
 * @param ask undefined when the document is no report
 * @param place where; asked for when it is not given
 */
export async function convertReport(
  ask: (params: ConvertParams) => Promise<ConvertResult | undefined>,
  place: unknown,
): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document) return;
  const to = place instanceof vscode.Uri ? place : await chooseFile(document.uri);
  const target = TARGETS.find((ending) => to?.path.toLowerCase().endsWith(`.${ending}`));
  if (!to || !target) return;
  const answer = await ask({ uri: document.uri.toString(), target });
  if (!answer) {
    void vscode.window.showInformationMessage(t('This text is no annual report; nothing was written.'));
    return;
  }
  await vscode.workspace.fs.writeFile(to, await bytesOf(answer));
  vscode.window.setStatusBarMessage(t('Written: {0}', to.path.split('/').at(-1) ?? ''), 5_000);
}

async function bytesOf({ blocks, text = '' }: ConvertResult): Promise<Uint8Array> {
  if (!blocks) return new TextEncoder().encode(text);
  const { asDocument } = await import('../../server/src/word/bundle.ts');
  return asDocument(blocks);
}

async function chooseFile(report: vscode.Uri): Promise<vscode.Uri | undefined> {
  const name = (report.path.split('/').at(-1) ?? '').replace(/(?:\.docx)?\.[^.]*$/, '') || '年度报告';
  const folder =
    report.scheme === 'file' ? vscode.Uri.joinPath(report, '..') : vscode.workspace.workspaceFolders?.[0]?.uri;
  const file = `${name}-公文格式.docx`;
  return vscode.window.showSaveDialog({
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, file) }),
    filters: { Word: ['docx'], HTML: ['html'], Markdown: ['md'], [t('Text')]: ['txt'] },
  });
}
