import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createConnection } from 'vscode-languageserver/node';
import { listFiles } from './node-files.ts';
import type { Runtime } from './runtime.ts';
import { startServer } from './server.ts';

/** The pages stand beside the bundle's folder, in the extension and in the package alike. */
function packagedPages(): string | undefined {
  const folder = join(__dirname, '..', 'docs', 'rules');
  return existsSync(folder) ? `${pathToFileURL(folder).href}/{rule}.md` : undefined;
}

const rulePages = packagedPages();

const runtime: Runtime = {
  ...(rulePages !== undefined && { rulePages }),
  fileSchemes: ['file'],
  async readFile(uri) {
    try {
      return new TextDecoder().decode(await readFile(fileURLToPath(uri)));
    } catch {
      return undefined; // most often: there is none
    }
  },
  listFiles: async (folder) => (folder.startsWith('file:') ? listFiles(folder) : []),
  timer: {
    setImmediate(callback) {
      const handle = setImmediate(callback);
      return { dispose: () => clearImmediate(handle) };
    },
    setTimeout(callback, milliseconds) {
      const handle = setTimeout(callback, milliseconds);
      return { dispose: () => clearTimeout(handle) };
    },
  },
};

// Most editors start a server with --stdio; one that names no transport means the same.
const TRANSPORT = /^--(stdio|node-ipc|socket|pipe)\b/;
if (!process.argv.slice(2).some((argument) => TRANSPORT.test(argument))) process.argv.push('--stdio');

// The library watches standard input and the client's process id; a closed IPC channel or a broken pipe end it as well.
process.on('disconnect', () => process.exit(1));
process.stdout.on('error', () => process.exit(1));

startServer(createConnection(), runtime);
