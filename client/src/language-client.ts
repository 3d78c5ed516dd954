import * as vscode from 'vscode';
import {
  type BaseLanguageClient,
  CloseAction,
  ErrorAction,
  type ErrorHandler,
  type LanguageClientOptions,
  type Middleware,
  RevealOutputChannelOn,
  vsdiag,
} from 'vscode-languageclient';
import {
  CHOOSE_CHANGES,
  type InitializationOptions,
  READ_FILE,
  type ReadFileParams,
  type ReadFileResult,
  STATUS,
  type StatusParams,
} from '../../server/src/lsp/protocol.ts';
import type { tellWhatIsAsked } from './asked-for.ts';
import type { Calm } from './calm.ts';
import { chooseChanges } from './choose-changes.ts';
import type { CursorHints } from './cursor-hints.ts';
import { isDraft, LANGUAGES } from './drafts.ts';
import { handOver, keepOrder } from './in-order.ts';
import type { KeptReports } from './kept-reports.ts';
import { RULE_LINK } from './rule-pages.ts';

/** The settings file and rule packs. */
const CONFIG_FILES = '**/{.nianbao.json,*.nianbao-pack.json}';

/** A server that ends more often than this in a row is not started again. */
const MOST_RESTARTS = 4;
const A_ROW = 3 * 60_000;

export interface Events {
  readonly log: vscode.LogOutputChannel;
  readonly calm: Calm;
  readonly asked: ReturnType<typeof tellWhatIsAsked>;
  readonly cursorHints: CursorHints;
  /** The reports that have been recognised. */
  readonly kept: KeptReports;
  readonly onStatus: (status: StatusParams) => void;
  /** The server has ended. Its results are out of date and, unless another one is started, gone. */
  readonly onEnded: (startsAgain: boolean) => void;
  /** The server ended too often and stays down. */
  readonly onGivenUp: () => void;
}

/** Makes the client of one kind of machine, not started yet. */
export type CreateClient = (context: vscode.ExtensionContext, events: Events) => BaseLanguageClient;

export const clientName = (): string => vscode.l10n.t('Annual report check');

/** What is the same on every machine: the documents, the messages, and what happens when the server ends. */
export function clientOptions(events: Events): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    readFiles: true,
    followsCursor: true,
    asksReasons: true,
    asksNames: true,
    choosesChanges: true,
    rulePages: RULE_LINK,
  };
  return {
    // No scheme: files, untitled documents and virtual file systems alike.
    documentSelector: [...LANGUAGES.map((language) => ({ language })), { pattern: CONFIG_FILES }],
    initializationOptions,
    outputChannel: events.log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationFailedHandler: () => false,
    diagnosticPullOptions: { onChange: true, onTabs: true },
    errorHandler: restarting(events),
    middleware: {
      didOpen: async (document, next) => {
        const { kept } = events;
        if (isDraft(document) || kept.has(document) || vscode.languages.match({ pattern: CONFIG_FILES }, document) > 0)
          await next(document);
      },
      sendNotification: handOver,
      provideDiagnostics: calmly(events.calm),
      provideCompletionItem: events.asked.middleware,
      provideInlayHints: events.cursorHints.middleware,
    },
  };
}

export function listen<C extends BaseLanguageClient>(client: C, { onStatus }: Events): C {
  keepOrder(client);
  client.onNotification(STATUS, onStatus);
  client.onRequest(READ_FILE, readConfigFile);
  client.onRequest(CHOOSE_CHANGES, chooseChanges);
  return client;
}

const { full, unChanged } = vsdiag.DocumentDiagnosticReportKind;

/** Leaves out what waits while somebody types, and asks nothing while it is not time for a check. */
function calmly(calm: Calm): NonNullable<Middleware['provideDiagnostics']> {
  // The server does not repeat what it has told already, but what waited must be shown in the end.
  const told = new WeakMap<vscode.TextDocument, vsdiag.FullDocumentDiagnosticReport>();
  return async (document, previousResultId, token, next) => {
    if (document instanceof vscode.Uri) return next(document, previousResultId, token);
    if (!calm.mayCheck(document)) {
      return previousResultId === undefined
        ? { kind: full, items: [] }
        : { kind: unChanged, resultId: previousResultId };
    }
    const report = await next(document, previousResultId, token);
    if (!report) return report;
    calm.checked(document);
    if (report.kind === full) told.set(document, report);
    const complete = told.get(document);
    if (!complete || complete.resultId !== report.resultId) return report;
    return { ...complete, items: calm.filter(document, complete.items) };
  };
}

/**
 * A crash is recovered from: no draft is lost by it. The log records each, the status bar shows the first of a row for
 * a moment.
 */
function restarting({ log, onEnded, onGivenUp }: Events): ErrorHandler {
  const ends: number[] = [];
  return {
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed() {
      const now = Date.now();
      ends.push(now);
      const recent = ends.filter((end) => now - end < A_ROW).length;
      onEnded(recent <= MOST_RESTARTS);
      if (recent > MOST_RESTARTS) {
        onGivenUp();
        return { action: CloseAction.DoNotRestart, handled: true };
      }
      log.warn(`The server ended and is started again (${recent})`);
      if (recent === 1) {
        vscode.window.setStatusBarMessage(vscode.l10n.t('The annual report check was restarted'), 5_000);
      }
      return { action: CloseAction.Restart, handled: true };
    },
  };
}

/** The server may ask for configuration files on file systems that it can't reach, and for no others. */
async function readConfigFile({ uri }: ReadFileParams): Promise<ReadFileResult> {
  if (!/(?:\/\.nianbao|\.nianbao-pack)\.json$/.test(uri)) return null;
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.parse(uri)));
  } catch {
    return null; // there is none
  }
}
