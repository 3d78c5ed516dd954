import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { StatusItem } from './status.ts';

/** Starts, restarts and stops the language server. */
export interface ServerControl {
  start(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export function createServerControl(
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
  status: StatusItem,
): ServerControl {
  let client: LanguageClient | undefined;
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
      const { createClient } = await import('./language-client.ts');
      const onGivenUp = (): void => {
        client = undefined;
        void tellFailure(vscode.l10n.t('The annual report check ended several times in a row and was switched off.'));
      };
      client = createClient(context, { log, status, onGivenUp });
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
    status.clear();
    // A server that has died cannot be stopped any more; that is no reason not to go on.
    await old?.dispose().catch((error: unknown) => log.warn(String(error)));
  }

  const control: ServerControl = {
    start: () => inTurn(start),
    stop: () => inTurn(stop),
    restart: () =>
      inTurn(async () => {
        await stop();
        await start();
      }),
  };
  return control;
}
