import type * as vscode from 'vscode';
import { activateWith, deactivate } from './extension.ts';
import { createClient } from './language-client-browser.ts';

export const activate = (context: vscode.ExtensionContext): void => activateWith(context, async () => createClient);

export { deactivate };
