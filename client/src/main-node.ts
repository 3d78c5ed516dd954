import type * as vscode from 'vscode';
import { activateWith, deactivate } from './extension.ts';

export const activate = (context: vscode.ExtensionContext): void =>
  activateWith(context, async () => (await import('./language-client-node.ts')).createClient);

export { deactivate };
