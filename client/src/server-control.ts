import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { CreateClient, Events } from './language-client.ts';

/** Starts, restarts, stops and asks the language server. */
export interface ServerControl {
  start(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
  /** Asks the server, which is started first if it must be. Undefined: it does not run, or has no answer. */
  request<R>(method: string, params: object): Promise<R | undefined>;
  /** The same for an answer of diagnostics, as the editor wants them. */
  requestDiagnostics(method: string, params: object): Promise<vscode.Diagnostic[] | undefined>;
  /** Has the diagnostics of all open documents asked for again. */
  refresh(): void;
}

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
      client = createClient(context, { ...events, onGivenUp });
      await client.start();
    } catch (error) {
      client = undefined;
      log.error(error instanceof Error ? error : String(error));
      void tellFailure(vscode.l10n.t('The annual report check could not be started. The log says why.'));
    }
  }

  async function stop(): Promise<void> {
    const old = client;
    client = undefined;
    events.onEnded();
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
    stop: () => inTurn(stop),
    restart: () =>
      inTurn(async () => {
        await stop();
        await start();
      }),
    request,
    async requestDiagnostics(method, params) {
      const found = await request<Parameters<BaseLanguageClient['protocol2CodeConverter']['asDiagnostics']>[0]>(
        method,
        params,
      );
      return found && client?.protocol2CodeConverter.asDiagnostics(found);
    },
    refresh() {
      const feature = client?.getFeature('textDocument/diagnostic');
      for (const document of vscode.workspace.textDocuments) {
        const provider = feature?.getProvider(document);
        if (!provider) continue;
        provider.onDidChangeDiagnosticsEmitter.fire();
        return; // One provider serves all documents.
      }
    },
  };
  return control;
}
