import * as vscode from 'vscode';
import {
  CHECK_TEXT,
  type CheckTextParams,
  IGNORE_HERE,
  NEW_REPORT,
  REPORT_VIEW,
  type ReportViewParams,
  type ReportViewResult,
} from '../../server/src/lsp/protocol.ts';
import { createCalm } from './calm.ts';
import { checkDocument } from './check-document.ts';
import { convertTable } from './convert-table.ts';
import { fixAll } from './fix-all.ts';
import { ignoreHere } from './ignore-here.ts';
import { newReport } from './new-report.ts';
import { createReportViews } from './report-view.ts';
import { whenReportIsOpen } from './reports.ts';
import { registerRulePages } from './rule-pages.ts';
import { createServerControl, type LoadClient, type ServerControl } from './server-control.ts';
import { createStatusItem } from './status.ts';
import { createWorkspaceCheck } from './workspace-check.ts';

let server: ServerControl | undefined;

/** All that is the same on a desktop, on a remote machine and in a browser. */
export function activateWith(context: vscode.ExtensionContext, load: LoadClient): void {
  const log = vscode.window.createOutputChannel(vscode.l10n.t('Annual report check'), { log: true });
  const status = createStatusItem();
  const calm = createCalm(() => control.refresh());
  const control = createServerControl(context, load, {
    log,
    calm,
    onStatus(params) {
      status.update(params);
      views.checked(params.uri);
    },
    onEnded: () => status.clear(),
  });
  server = control;
  const views = createReportViews(context, (uri, page) => {
    const params: ReportViewParams = { uri, page };
    return control.request<ReportViewResult>(REPORT_VIEW, params);
  });
  const workspaceCheck = createWorkspaceCheck((params: CheckTextParams) =>
    control.requestDiagnostics(CHECK_TEXT, params),
  );
  const checkNow = async (document: vscode.TextDocument): Promise<void> => {
    calm.demand(document);
    await control.start();
    control.refresh();
  };
  const command = vscode.commands.registerCommand;
  context.subscriptions.push(
    log,
    status,
    calm,
    views,
    workspaceCheck,
    whenReportIsOpen(() => void control.start()),
    command('nianbao.checkDocument', () => checkDocument(checkNow)),
    command('nianbao.checkWorkspace', () => workspaceCheck.run()),
    command('nianbao.showReportView', () => views.show()),
    command('nianbao.saveReportView', (to?: unknown) => views.save(to instanceof vscode.Uri ? to : undefined)),
    command('nianbao.newReport', (answers?: unknown) =>
      newReport((params) => control.request<string>(NEW_REPORT, params), answers),
    ),
    command('nianbao.fixAll', fixAll),
    command('nianbao.convertTable', convertTable),
    command('nianbao.restartServer', () => control.restart()),
    command('nianbao.showLog', () => log.show()),
    command(IGNORE_HERE, ignoreHere),
    registerRulePages(context),
  );
}

export const deactivate = (): Promise<void> | undefined => server?.stop();
