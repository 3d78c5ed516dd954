import * as vscode from 'vscode';
import { mayBeReport } from '../../server/src/report/may-be-report.ts';
import { COMMANDS } from './commands.ts';
import { isDraft, whenOpen } from './drafts.ts';
import type { Extension } from './extension.ts';
import type { LoadClient } from './server-control.ts';
import { registerWord } from './word-drafts.ts';

/** Loads everything that is not needed until a report is open or a command is called. */
export type LoadExtension = () => Promise<typeof import('./extension.ts')>;

/** A text in the wrong encoding contains none of a report's words, but shows replacement characters. */
const mayBeText = (text: string): boolean => mayBeReport(text) || text.slice(0, 20_000).includes('\ufffd');

let started: Promise<Extension> | undefined;

const mayBeReportDocument = (document: vscode.TextDocument): boolean =>
  isDraft(document) && (document.languageId === 'nianbao' || mayBeText(document.getText()));

/**
 * Everything that runs beside texts that are no reports: commands that wait to be called, and a look at what is opened
 * or typed. The same on a desktop, on a remote machine and in a browser.
 */
export function activateWith(
  context: vscode.ExtensionContext,
  loadExtension: LoadExtension,
  loadClient: LoadClient,
): void {
  const extension = (): Promise<Extension> => {
    started ??= loadExtension().then(({ startExtension }) => startExtension(context, loadClient));
    return started;
  };
  for (const id of COMMANDS) {
    const run = async (argument: unknown): Promise<unknown> => (await extension()).run(id, argument);
    context.subscriptions.push(vscode.commands.registerCommand(id, run));
  }
  context.subscriptions.push(
    registerWord(),
    whenOpen(mayBeReportDocument, () => void extension()),
  );
}

export const deactivate = async (): Promise<void> => (await started)?.stop();
