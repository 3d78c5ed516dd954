import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Counts } from '../../server/src/check/counts.ts';
import { CHECK_TEXT, type CheckTextParams, type CheckTextResult } from '../../server/src/lsp/protocol.ts';
import type { CreateClient, Events } from './language-client.ts';
import { serveAlso } from './serve-also.ts';

/** Starts, restarts, stops and asks the language server. */
export interface ServerControl {
  start(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
  /** Asks the server, which is started first if it must be. Undefined: it does not run, or has no answer. */
  request<R>(method: string, params: object): Promise<R | undefined>;
  /** Checks a text that is not open. Undefined: it is no report. */
  checkText(params: CheckTextParams): Promise<CheckedText | undefined>;
  /** Which reports there are, or in which languages, has changed. */
  serveKept(): void;
  /** Has the hints in a document asked for again. */
  refreshHints(document: vscode.TextDocument): void;
  /** Has the diagnostics of all open documents asked for again. */
  refresh(): void;
}

type Converter = BaseLanguageClient['protocol2CodeConverter'];

/** What was found in a text that is not open. */
export interface CheckedText {
  readonly diagnostics: vscode.Diagnostic[];
  readonly counts: Counts;
}

/** `State.Running`, whose module is not loaded before the first report. */
const RUNNING = 2;

/** The language client is half a megabyte: it is loaded when the first report is open. */
export type LoadClient = () => Promise<CreateClient>;

export function createServerControl(
  context: vscode.ExtensionContext,
  load: LoadClient,
  events: Omit<Events, 'onGivenUp'>,
): ServerControl {
  const { log } = events;
  let client: BaseLanguageClient | undefined;
  // One after the other: a restart in the middle of a start would leave two servers.
  let last: Promise<void> = Promise.resolve();
  const inTurn = (action: () => Promise<void>): Promise<void> => {
    last = last.then(action);
    return last;
  };

  const served = new Map<string, { dispose(): void }>();

  async function tellFailure(message: string): Promise<void> {
    const restart = vscode.l10n.t('Restart');
    const showLog = vscode.l10n.t('Show log');
    const choice = await vscode.window.showErrorMessage(message, restart, showLog);
    if (choice === restart) await control.restart();
    if (choice === showLog) log.show();
  }

  async function start(): Promise<void> {
    if (client) return;
    try {
      const createClient = await load();
      const onGivenUp = (): void => {
        client = undefined;
        void tellFailure(vscode.l10n.t('The annual report check ended several times in a row and was switched off.'));
      };
      const created = createClient(context, { ...events, onGivenUp });
      client = created;
      // Also after a crash: the library starts the server anew and knows of no text but those of its own selector.
      created.onDidChangeState(({ newState }) => {
        served.clear();
        if (newState === RUNNING && client === created) control.serveKept();
      });
      await created.start();
    } catch (error) {
      client = undefined;
      events.onEnded(false);
      log.error(error instanceof Error ? error : String(error));
      void tellFailure(vscode.l10n.t('The annual report check could not be started. The log says why.'));
    }
  }

  async function stop(startsAgain: boolean): Promise<void> {
    const old = client;
    client = undefined;
    events.onEnded(startsAgain);
    // A server that has died cannot be stopped any more; that is no reason not to go on.
    await old?.dispose().catch((error: unknown) => log.warn(String(error)));
  }

  async function request<R>(method: string, params: object): Promise<R | undefined> {
    await control.start();
    try {
      return (await client?.sendRequest<R | null>(method, params)) ?? undefined;
    } catch (error) {
      log.warn(`${method}: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    }
  }

  const control: ServerControl = {
    start: () => inTurn(start),
    stop: () => inTurn(() => stop(false)),
    restart: () =>
      inTurn(async () => {
        await stop(true);
        await start();
      }),
    request,
    refreshHints(document) {
      client?.getFeature('textDocument/inlayHint').getProvider(document)?.onDidChangeInlayHints.fire();
    },
    async checkText(params) {
      const found = await request<CheckTextResult>(CHECK_TEXT, params);
      const diagnostics = found?.diagnostics as Parameters<Converter['asDiagnostics']>[0] | undefined;
      const converted = diagnostics && (await client?.protocol2CodeConverter.asDiagnostics(diagnostics));
      return found && converted && { diagnostics: converted, counts: found.counts };
    },
    serveKept() {
      const running = client?.state === RUNNING ? client : undefined;
      const wanted = new Map(
        events.kept.foreign().map((document) => [`${document.languageId} ${document.uri.toString()}`, document]),
      );
      for (const [key, serving] of served) {
        if (wanted.has(key)) continue;
        serving.dispose();
        served.delete(key);
      }
      for (const [key, document] of wanted) {
        if (running && !served.has(key)) served.set(key, serveAlso(running, document));
      }
    },
    refresh() {
      const feature = client?.getFeature('textDocument/diagnostic');
      // One provider serves all documents of the usual languages.
      const providers = new Set(vscode.workspace.textDocuments.map((document) => feature?.getProvider(document)));
      for (const provider of providers) provider?.onDidChangeDiagnosticsEmitter.fire();
    },
  };
  return control;
}
