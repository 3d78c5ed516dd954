import * as vscode from 'vscode';
import {
  ASK_NAME,
  type AskNameArguments,
  CHECK_LARGE,
  type CheckLargeArguments,
  type CheckTextParams,
  CONVERT,
  type ConvertResult,
  EDIT_REPORT,
  type EditReportParams,
  type EditReportResult,
  IGNORE_HERE,
  NEW_REPORT,
  REPORT_VIEW,
  type ReportViewParams,
  type ReportViewResult,
} from '../../server/src/lsp/protocol.ts';
import { askName } from './ask-name.ts';
import { tellWhatIsAsked } from './asked-for.ts';
import { createCalm } from './calm.ts';
import { checkDocument } from './check-document.ts';
import { type CommandId, type Commands, REOPEN, SHOW_RULE } from './commands.ts';
import { convertReport } from './convert-report.ts';
import { convertTable } from './convert-table.ts';
import { createCursorHints } from './cursor-hints.ts';
import { watchEncodings } from './encoding.ts';
import { fixAll } from './fix-all.ts';
import { type IgnoreHereAnswers, ignoreHere } from './ignore-here.ts';
import { keepReports } from './kept-reports.ts';
import { createListedFindings } from './listed-findings.ts';
import { newReport } from './new-report.ts';
import { goToNextOpen } from './next-open.ts';
import { createReportViews } from './report-view.ts';
import { showRule } from './rule-pages.ts';
import { createServerControl, type LoadClient } from './server-control.ts';
import { createStatusItem } from './status.ts';
import { openWord } from './word-drafts.ts';
import { checkWorkspace } from './workspace-check.ts';

/** The running extension. */
export interface Extension {
  run(command: CommandId, argument: unknown): unknown;
  stop(): Promise<void>;
}

/** Begins when somebody has a text open that may be a report, or calls a command. */
export function startExtension(context: vscode.ExtensionContext, loadClient: LoadClient): Extension {
  const log = vscode.window.createOutputChannel(vscode.l10n.t('Annual report check'), { log: true });
  const calm = createCalm(() => control.refresh());
  const encodings = watchEncodings(() => status.refresh());
  const status = createStatusItem(
    (document) => calm.mayCheck(document),
    (document) => encodings.wrong(document),
  );
  const asked = tellWhatIsAsked();
  const cursorHints = createCursorHints((document) => control.refreshHints(document));
  const kept = keepReports((document) => {
    // A server runs when a text is a report, and not because it might be one.
    if (kept.has(document)) void control.start();
    control.serveKept();
  });
  const control = createServerControl(context, loadClient, {
    log,
    calm,
    asked,
    cursorHints,
    kept,
    onStatus(params) {
      status.update(params);
      views.checked(params.uri);
    },
    onEnded: (startsAgain) => (startsAgain ? status.outdated() : status.clear()),
  });
  const views = createReportViews(context, {
    draw(uri, page) {
      const params: ReportViewParams = { uri, page, version: String(context.extension.packageJSON.version) };
      return control.request<ReportViewResult>(REPORT_VIEW, params);
    },
    edit(uri, edit) {
      const params: EditReportParams = { uri, edit };
      return control.request<EditReportResult>(EDIT_REPORT, params);
    },
    mayCheck: (document) => calm.mayCheck(document),
  });
  const listed = createListedFindings(
    (params: CheckTextParams) => control.checkText(params),
    (document) => encodings.wrong(document) !== undefined,
  );
  const checkNow = async (document: vscode.TextDocument): Promise<void> => {
    calm.demand(document);
    const params: CheckLargeArguments = { uri: document.uri.toString() };
    await control.request('workspace/executeCommand', { command: CHECK_LARGE, arguments: [params] });
    control.refresh();
  };
  const commands: Commands = {
    'nianbao.checkDocument': () => checkDocument(checkNow, (document) => encodings.refuse(document)),
    'nianbao.checkWorkspace': () => checkWorkspace(listed),
    'nianbao.showReportView': () => views.show(),
    'nianbao.saveReportView': (to) => views.save(to instanceof vscode.Uri ? to : undefined),
    'nianbao.newReport': (answers) => newReport((params) => control.request<string>(NEW_REPORT, params), answers),
    'nianbao.nextOpen': goToNextOpen,
    'nianbao.fixAll': fixAll,
    'nianbao.convertTable': convertTable,
    'nianbao.openWord': openWord,
    'nianbao.convertReport': (to) => convertReport((params) => control.request<ConvertResult>(CONVERT, params), to),
    'nianbao.restartServer': () => control.restart(),
    'nianbao.showLog': () => log.show(),
    // Only the server's own code action calls it.
    [ASK_NAME]: (argument) => askName(argument as AskNameArguments),
    [IGNORE_HERE]: (argument) => ignoreHere(argument as IgnoreHereAnswers),
    [REOPEN]: (uri) => encodings.reopen(uri),
    [SHOW_RULE]: (rule) => showRule(context, rule),
  };
  context.subscriptions.push(log, status, encodings, calm, asked, cursorHints, views, listed, kept);
  kept.start();
  return { run: (command, argument) => commands[command](argument), stop: () => control.stop() };
}
