import * as vscode from 'vscode';
import { IGNORE_HERE } from '../../server/src/lsp/protocol.ts';
import { fixAll } from './fix-all.ts';
import { ignoreHere } from './ignore-here.ts';
import { whenReportIsOpen } from './reports.ts';
import { registerRulePages } from './rule-pages.ts';
import { createServerControl, type ServerControl } from './server-control.ts';
import { createStatusItem } from './status.ts';

let server: ServerControl | undefined;

export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel(vscode.l10n.t('Annual report check'), { log: true });
  const status = createStatusItem();
  const control = createServerControl(context, log, status);
  server = control;
  context.subscriptions.push(
    log,
    status,
    whenReportIsOpen(() => void control.start()),
    vscode.commands.registerCommand('nianbao.restartServer', () => control.restart()),
    vscode.commands.registerCommand('nianbao.showLog', () => log.show()),
    vscode.commands.registerCommand('nianbao.fixAll', fixAll),
    vscode.commands.registerCommand(IGNORE_HERE, ignoreHere),
    registerRulePages(context),
  );
}

export const deactivate = (): Promise<void> | undefined => server?.stop();
