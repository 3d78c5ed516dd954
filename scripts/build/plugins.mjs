// What the build does to the bundles beyond what esbuild does by itself: all of it for the sake of a quick start.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

let cues;

/** The prefilter's cues, derived here instead of at every first draft. */
export const builtCues = {
  name: 'built-cues',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]built-cues\.ts$/ }, ({ path: file }) => {
      const script = path.join(import.meta.dirname, 'cues.mjs');
      cues ??= execFileSync(process.execPath, ['--import', 'tsx', script], { encoding: 'utf8' }).trim();
      const source = readFileSync(file, 'utf8');
      const contents = source.replace(' = {};', () => ` = JSON.parse(${JSON.stringify(cues)});`);
      if (contents === source) throw new Error(`${file} has no place for the cues`);
      return { contents, loader: 'ts' };
    }),
};

/** Parts that most uses never load, each a file of its own: the client without a report, Word without a document. */
const LAZY_PARTS = {
  'extension.ts': './extension.cjs',
  'language-client-node.ts': './language-client.cjs',
  'word/bundle.ts': './word.cjs',
};

export const lazyParts = {
  name: 'lazy-parts',
  setup: ({ onResolve }) =>
    onResolve({ filter: /\.ts$/ }, ({ kind, path: module }) => {
      const [, file] = Object.entries(LAZY_PARTS).find(([part]) => `/${module}`.endsWith(`/${part}`)) ?? [];
      return kind === 'dynamic-import' && file ? { path: file, external: true } : undefined;
    }),
};

/** Of the manifest, programs need to know their version. */
export const versionOnly = {
  name: 'version-only',
  setup: ({ onLoad }) =>
    onLoad({ filter: /package\.json$/ }, ({ path: file }) => {
      const { version } = JSON.parse(readFileSync(file, 'utf8'));
      return { contents: JSON.stringify({ version }), loader: 'json' };
    }),
};

/** What the protocol's library needs of Node for things that are never asked of it here is loaded when it is used. */
const LAZY_BUILTINS = /^(?:child_process|crypto)$/;

export const lazyBuiltins = {
  name: 'lazy-builtins',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: LAZY_BUILTINS }, ({ path: builtin, namespace }) =>
      namespace === 'lazy' ? { path: builtin, external: true } : { path: builtin, namespace: 'lazy' },
    );
    onLoad({ filter: LAZY_BUILTINS, namespace: 'lazy' }, ({ path: builtin }) => ({
      contents: `module.exports = new Proxy({}, { get: (_, name) => require('${builtin}')[name] });`,
    }));
  },
};

/**
 * The protocol's library hands its six hundred names on from file to file, and each time TypeScript's helper makes a
 * getter of every one. Nothing changes after it is loaded, so a copy does as well.
 */
export const plainExports = {
  name: 'plain-exports',
  setup: ({ onLoad }) =>
    onLoad(
      { filter: /vscode-(?:languageserver|languageserver-protocol|jsonrpc|languageclient)[\\/]lib[\\/].*\.js$/ },
      ({ path: file }) => ({
        contents: readFileSync(file, 'utf8').replace(
          ', p)) __createBinding(exports, m, p);',
          ', p)) exports[p] = m[p];',
        ),
      }),
    ),
};

/** For the same reason: our files take the names that they use, where esbuild would copy all of them for each file. */
export const namedImports = {
  name: 'named-imports',
  setup({ onResolve, onLoad }) {
    const library = /^vscode-languageserver$/;
    onResolve({ filter: library }, ({ path: name, namespace }) =>
      namespace === 'file' ? { path: name, namespace: 'names' } : undefined,
    );
    onLoad({ filter: library, namespace: 'names' }, ({ path: name }) => {
      const names = Object.keys(createRequire(import.meta.url)(name));
      const exported = names.map((each) => `export const ${each} = /* @__PURE__ */ (() => library.${each})();`);
      return {
        contents: [`const library = require('${name}');`, ...exported].join('\n'),
        resolveDir: import.meta.dirname,
      };
    });
  },
};
