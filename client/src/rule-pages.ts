import * as vscode from 'vscode';
import { SHOW_RULE } from './commands.ts';

/** What a finding's rule id leads to: the packaged page, shown in the editor and without a network. */
export const RULE_LINK = `command:${SHOW_RULE}?${encodeURIComponent('["')}{rule}${encodeURIComponent('"]')}`;

const RULE = /^[a-z]+\/[a-z-]+$/;

export async function showRule({ extensionUri }: vscode.ExtensionContext, rule: unknown): Promise<void> {
  if (typeof rule !== 'string' || !RULE.test(rule)) return;
  const page = vscode.Uri.joinPath(extensionUri, 'docs', 'rules', `${rule}.md`);
  try {
    await vscode.commands.executeCommand('markdown.showPreview', page);
  } catch {
    // The built-in preview may be switched off; the text reads well enough.
    await vscode.window.showTextDocument(page, { preview: true });
  }
}
