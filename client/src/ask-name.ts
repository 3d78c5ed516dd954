import * as vscode from 'vscode';
import { type AskNameArguments, NAME_BODY, type NameBodyArguments } from '../../server/src/lsp/protocol.ts';

/** Ask for the issuing body's name, which the draft does not tell, and have the server write it into the title. */
export async function askName({ uri }: AskNameArguments): Promise<void> {
  const name = await vscode.window.showInputBox({
    title: vscode.l10n.t('Name of the issuing body'),
    prompt: vscode.l10n.t('In full, as it stands in the title of the report'),
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() === '' ? vscode.l10n.t('Please enter the name') : undefined),
  });
  if (name === undefined) return;
  const argument: NameBodyArguments = { uri, name: name.trim() };
  const written = await vscode.commands.executeCommand<boolean | null>(NAME_BODY, argument);
  if (written === true) return;
  void vscode.window.showWarningMessage(
    vscode.l10n.t('Not written: the text has changed meanwhile. Please try again.'),
  );
}
