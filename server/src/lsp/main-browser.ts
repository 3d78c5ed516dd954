import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import type { Runtime } from './runtime.ts';
import { startServer } from './server.ts';

/** A worker reaches no files: the editor is asked for them. */
const runtime: Runtime = {
  fileSchemes: [],
  readFile: async () => undefined,
  readConfig: async () => undefined,
  readPack: async () => undefined,
  timer: {
    setImmediate(callback) {
      const handle = setTimeout(callback, 0);
      return { dispose: () => clearTimeout(handle) };
    },
    setTimeout(callback, milliseconds) {
      const handle = setTimeout(callback, milliseconds);
      return { dispose: () => clearTimeout(handle) };
    },
  },
};

/** The worker itself; its own type would need a library that contradicts the one for pages. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

startServer(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), runtime);
