import * as vscode from 'vscode';
import { IGNORE, type IgnoreArguments, type IgnoreHereArguments } from '../../server/src/lsp/protocol.ts';

/** A finding, and the reason when a task or a key binding has it beforehand: then nothing is asked. */
export type IgnoreHereAnswers = IgnoreHereArguments & { readonly reason?: string };

/** Asks for the reason to ignore a finding and has the server record it. Nothing is written without a reason. */
export async function ignoreHere(asked: IgnoreHereAnswers): Promise<void> {
  const { uri, fingerprint, title, reason: given } = asked;
  if (asked.unsaved) {
    await saveFirst();
    return;
  }
  const reason = given?.trim() ? given : await askReason(title);
  if (reason === undefined) return;
  const before = new Set(changedSettings());
  const argument: IgnoreArguments = { uri, fingerprint, reason: reason.trim() };
  const written = await vscode.commands.executeCommand<boolean | null>(IGNORE, argument);
  if (written === true) {
    await saveSettings(before);
    return;
  }
  // The draft was edited while the reason was typed; it must not be lost without a word.
  void vscode.window.showWarningMessage(
    vscode.l10n.t('Not ignored: the text has changed meanwhile. Please try again.'),
  );
}

const askReason = (title: string): Thenable<string | undefined> =>
  vscode.window.showInputBox({
    title: vscode.l10n.t('Ignore here: {0}', title),
    prompt: vscode.l10n.t('Why may this stand? The reason is written beside it for the next reader.'),
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() === '' ? vscode.l10n.t('Please give a reason') : undefined),
  });

/** A draft that was never saved has no folder for the file in which reasons are kept. */
async function saveFirst(): Promise<void> {
  const save = vscode.l10n.t('Save');
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t('What is ignored, and why, is written into a file beside the draft: save the draft first.'),
    save,
  );
  if (chosen === save) await vscode.commands.executeCommand('workbench.action.files.save');
}

const changedSettings = (): vscode.TextDocument[] =>
  vscode.workspace.textDocuments.filter(({ isDirty, uri }) => isDirty && uri.path.endsWith('/.nianbao.json'));

/** What was written beside a plain text must not lie unsaved in a tab behind; what somebody else was writing stays. */
async function saveSettings(before: ReadonlySet<vscode.TextDocument>): Promise<void> {
  for (const document of changedSettings()) {
    if (before.has(document) || !(await document.save())) continue;
    const name = vscode.workspace.asRelativePath(document.uri);
    vscode.window.setStatusBarMessage(vscode.l10n.t('Written to {0} and saved', name), 5_000);
  }
}
