import { LanguageClient, type ServerOptions, TransportKind } from 'vscode-languageclient/node';
import { NODE_OPTIONS } from '../../server/src/lsp/protocol.ts';
import { type CreateClient, clientName, clientOptions, listen } from './language-client.ts';

/** The library shows pop-ups of its own, in English; here the caller decides what is worth one. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

/** The server as a process of its own. Loaded when the first report is open. */
export const createClient: CreateClient = (context, events) => {
  const module = context.asAbsolutePath('dist/server.cjs');
  const server: ServerOptions = {
    run: { module, transport: TransportKind.ipc, options: { execArgv: [...NODE_OPTIONS] } },
    debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
  };
  return listen(new QuietClient('nianbao', clientName(), server, clientOptions(events)), events);
};
