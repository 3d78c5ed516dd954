import { Console } from 'node:console';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Connection, createConnection } from 'vscode-languageserver/node';
import { readConfig, readText } from './node-files.ts';
import { WholeMessages } from './node-messages.ts';
import { engine, type Runtime } from './runtime.ts';
import { startServer } from './server.ts';

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

/** Nobody should wait for what is done once, in no hurry, after the first check. */
const IDLE = 2_000; // milliseconds

function connect(): Connection {
  if (!process.argv.includes('--stdio')) return createConnection();
  // Standard output is the protocol's alone.
  globalThis.console = new Console(process.stderr);
  return createConnection(process.stdin, new WholeMessages(process.stdout));
}

/** @param checked called some time after a report was checked, and so most of the program was used; and at the end */
export function main(checked: () => void): void {
  if (!process.argv.slice(2).some((argument) => TRANSPORT.test(argument))) process.argv.push('--stdio');

  // The library watches standard input and the client's process id; a closed IPC channel or a broken pipe end it as well.
  process.on('disconnect', () => process.exit(1));
  process.stdout.on('error', () => process.exit(1));

  const rulePages = packagedPages();
  let isFirst = true;
  startServer(connect(), {
    ...(rulePages !== undefined && { rulePages }),
    fileSchemes: ['file'],
    readFile: async (uri) => readText(uri),
    readConfig: async (uri, workspace) => readConfig(uri, workspace),
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
  });
}
