import type * as vscode from 'vscode';
import { activateWith, deactivate } from './activation.ts';

export const activate = (context: vscode.ExtensionContext): void =>
  activateWith(
    context,
    () => import('./extension.ts'),
    async () => (await import('./language-client-browser.ts')).createClient,
  );

export { deactivate };
