import * as vscode from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { type CreateClient, clientName, clientOptions, type Events, listen } from './language-client.ts';

/** A worker, a new one at each start: the one before it may hang. */
function workers(script: string) {
  let worker: Worker | undefined;
  return {
    async start(): Promise<MessageTransports> {
      worker?.terminate();
      worker = new Worker(script);
      return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
    },
    end: (): void => worker?.terminate(),
  };
}

/** Without the library's own pop-ups, and with an end to the worker, which would outlive its client. */
class WorkerClient extends LanguageClient {
  readonly #end: () => void;

  constructor({ start, end }: ReturnType<typeof workers>, events: Events) {
    super('nianbao', clientName(), start, clientOptions(events));
    this.#end = end;
  }

  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }

  override async dispose(timeout?: number): Promise<void> {
    try {
      await super.dispose(timeout);
    } finally {
      this.#end();
    }
  }
}

/** The server in a worker, in a VS Code that runs in a browser alone. */
export const createClient: CreateClient = ({ extensionUri }, events) => {
  const script = vscode.Uri.joinPath(extensionUri, 'dist', 'web', 'server.js').toString(true);
  return listen(new WorkerClient(workers(script), events), events);
};
