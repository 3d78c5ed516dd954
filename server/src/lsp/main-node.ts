import { Console } from 'node:console';
import { existsSync } from 'node:fs';
import { createConnection as createSocket } from 'node:net';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import {
  type Connection,
  createConnection,
  IPCMessageReader,
  IPCMessageWriter,
  type ResponseMessage,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { readConfig, readPack, readText } from './node-files.ts';
import { Messages, WholeMessages } from './node-messages.ts';
import { engine, type Runtime } from './runtime.ts';
import { type Server, startServer } from './server.ts';

/** The pages stand beside the bundle's folder, in the extension and in the package alike. */
function packagedPages(): string | undefined {
  const folder = join(__dirname, '..', 'docs', 'rules');
  return existsSync(folder) ? `${pathToFileURL(folder).href}/{rule}.md` : undefined;
}

const timer: Runtime['timer'] = {
  setImmediate(callback) {
    const handle = setImmediate(callback);
    return { dispose: () => clearImmediate(handle) };
  },
  setTimeout(callback, milliseconds) {
    const handle = setTimeout(callback, milliseconds);
    return { dispose: () => clearTimeout(handle) };
  },
};

// Most editors start a server with --stdio; one that names no transport means the same.
const TRANSPORT = /^--(stdio|node-ipc|socket|pipe)\b/;

/** A pause before work that is done once after the first check and that nobody should wait for. */
const IDLE = 2_000; // milliseconds

/** The streams of the transport that the arguments name; undefined for Node's own channel. */
function streams(argv: readonly string[]): readonly [Readable, Writable] | undefined {
  if (argv.includes('--node-ipc')) return undefined;
  if (argv.includes('--stdio')) {
    // Standard output is the protocol's alone.
    globalThis.console = new Console(process.stderr);
    return [process.stdin, process.stdout];
  }
  const named = (name: string): string | undefined =>
    argv.flatMap((argument, at) => (argument === name ? [argv[at + 1]] : argument.split(`${name}=`).slice(1)))[0];
  const port = named('--socket');
  const socket = port === undefined ? createSocket(named('--pipe') ?? '') : createSocket(Number(port), '127.0.0.1');
  return [socket, socket];
}

/** @param hasEnded tells whether the client has said farewell. */
function connect(hasEnded: () => boolean): Connection {
  const [input, output] = streams(process.argv) ?? [];
  if (!input || !output) return createConnection(new IPCMessageReader(process), new IPCMessageWriter(process));
  const writer = new StreamMessageWriter(new WholeMessages(output));
  const reader = new Messages(input, {
    outOfStep() {
      process.stderr.write('nianbao: 收到的消息头不合规定，服务已结束 / a malformed header came in, the server ends\n');
      process.exit(1);
    },
    noMessage(code, message) {
      const answer: ResponseMessage = { jsonrpc: '2.0', id: null, error: { code, message } };
      void writer.write(answer);
    },
  });
  const end = (): void => process.exit(hasEnded() ? 0 : 1);
  reader.onClose(end);
  output.on('error', () => process.exit(1));
  return createConnection(reader, writer);
}

/** @param checked called some time after a report was checked, and so most of the program was used; and at the end */
export function main(checked: () => void): void {
  if (!process.argv.slice(2).some((argument) => TRANSPORT.test(argument))) process.argv.push('--stdio');

  // The library watches standard input and the client's process id; a closed IPC channel or a broken pipe end it as well.
  process.on('disconnect', () => process.exit(1));

  const rulePages = packagedPages();
  let isFirst = true;
  let server: Server | undefined;
  server = startServer(
    connect(() => server?.hasEnded === true),
    {
      ...(rulePages !== undefined && { rulePages }),
      fileSchemes: ['file'],
      readFile: async (uri) => readText(uri),
      readConfig: async (uri, workspace) => readConfig(uri, workspace),
      readPack: async (uri, home) => readPack(uri, home),
      listFiles: async (folder) =>
        folder.startsWith('file:') ? (await import('./node-listing.ts')).listFiles(folder) : [],
      timer,
      engine: {
        ...engine,
        lint(...report) {
          if (isFirst) {
            setTimeout(checked, IDLE).unref();
            process.once('exit', checked);
          }
          isFirst = false;
          return engine.lint(...report);
        },
      },
    },
  );
}
