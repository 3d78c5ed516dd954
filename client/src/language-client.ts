import * as vscode from 'vscode';
import {
  CloseAction,
  ErrorAction,
  type ErrorHandler,
  LanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  type ServerOptions,
  TransportKind,
} from 'vscode-languageclient/node';
import {
  type InitializationOptions,
  READ_FILE,
  type ReadFileParams,
  type ReadFileResult,
  STATUS,
  type StatusParams,
} from '../../server/src/lsp/protocol.ts';
import { isDraft, LANGUAGES } from './reports.ts';
import { RULE_LINK } from './rule-pages.ts';
import type { StatusItem } from './status.ts';

const CONFIG_FILES = '**/.nianbao.json';

/** A server that ends more often than this in a row is not started again. */
const MOST_RESTARTS = 4;
const A_ROW = 3 * 60_000;

/** The library shows pop-ups of its own, in English; here the caller decides what is worth one. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

export interface Events {
  readonly log: vscode.LogOutputChannel;
  readonly status: StatusItem;
  /** The server ended too often and stays down. */
  readonly onGivenUp: () => void;
}

/** The language client for this extension's server, not started yet. Loaded when the first report is open. */
export function createClient(context: vscode.ExtensionContext, events: Events): LanguageClient {
  const module = context.asAbsolutePath('dist/server.cjs');
  const server: ServerOptions = {
    run: { module, transport: TransportKind.ipc },
    debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
  };
  const initializationOptions: InitializationOptions = { readFiles: true, asksReasons: true, rulePages: RULE_LINK };
  const options: LanguageClientOptions = {
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
        if (isDraft(document) || vscode.languages.match({ pattern: CONFIG_FILES }, document) > 0) await next(document);
      },
    },
  };
  const client = new QuietClient('nianbao', vscode.l10n.t('Annual report check'), server, options);
  client.onNotification(STATUS, (status: StatusParams) => events.status.update(status));
  client.onRequest(READ_FILE, readConfigFile);
  return client;
}

/** A crash is mended without a word but in the log and for a moment in the status bar: no draft is lost by it. */
function restarting({ log, status, onGivenUp }: Events): ErrorHandler {
  const ends: number[] = [];
  return {
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed() {
      status.clear();
      const now = Date.now();
      ends.push(now);
      const recent = ends.filter((end) => now - end < A_ROW).length;
      if (recent > MOST_RESTARTS) {
        onGivenUp();
        return { action: CloseAction.DoNotRestart, handled: true };
      }
      log.warn(`The server ended and is started again (${recent})`);
      vscode.window.setStatusBarMessage(vscode.l10n.t('The annual report check was restarted'), 5_000);
      return { action: CloseAction.Restart, handled: true };
    },
  };
}

/** The server may ask for configuration files on file systems that it can't reach, and for no others. */
async function readConfigFile({ uri }: ReadFileParams): Promise<ReadFileResult> {
  if (!uri.endsWith('/.nianbao.json')) return null;
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.parse(uri)));
  } catch {
    return null; // there is none
  }
}
