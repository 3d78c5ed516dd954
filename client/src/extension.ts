import * as vscode from 'vscode';
import { fixAll } from './fix-all.ts';
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
    registerRulePages(context),
  );
}

export const deactivate = (): Promise<void> | undefined => server?.stop();
