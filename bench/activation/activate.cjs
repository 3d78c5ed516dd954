// activate.cjs BUNDLE TEXT: loads an extension's bundle and activates it in an editor that has one text open, which is
// no report. Prints the milliseconds that took. The editor is a stand-in that answers everything at no cost.
const Module = require('node:module');
const { readFileSync } = require('node:fs');

const [, , bundle, file] = process.argv;
const text = readFileSync(file, 'utf8');
const uri = { scheme: 'file', path: '/notes.txt', toString: () => 'file:///notes.txt' };
const document = { uri, languageId: 'plaintext', version: 1, isClosed: false, lineCount: 9, getText: () => text };

/** Whatever is asked of it, called or constructed, is it again; what must be a plain value is given. */
const standIn = (known) => {
  const proxy = new Proxy(class {}, {
    get: (_, name) => {
      if (name in known) return known[name];
      if (name === Symbol.toPrimitive) return () => '';
      if (name === Symbol.iterator) return () => [][Symbol.iterator]();
      return name === 'then' || name === 'prototype' ? undefined : nothing;
    },
    set: () => true,
    apply: () => nothing,
    construct: () => nothing,
  });
  return proxy;
};
const nothing = standIn({});
const editor = standIn({
  workspace: standIn({ textDocuments: [document] }),
  window: standIn({ activeTextEditor: { document }, visibleTextEditors: [] }),
  l10n: { t: (message) => message },
});
// A bundle copies a module's own names and keeps its prototype, so what is to be found must be inherited.
const vscode = Object.create(editor);

const load = Module._load;
Module._load = (name, ...rest) => (name === 'vscode' ? vscode : load(name, ...rest));

const context = { subscriptions: [], extensionPath: __dirname, asAbsolutePath: (path) => path, extensionUri: uri };
const start = process.hrtime.bigint();
const extension = require(bundle);
extension.activate(context);
const ms = Number(process.hrtime.bigint() - start) / 1e6;
process.stdout.write(JSON.stringify({ ms, loaded: Object.keys(require.cache).length }));
process.exit(0);
