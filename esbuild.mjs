// Bundles everything that runs into dist/. `--production` minifies, `--watch` rebuilds on change.
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build, context } from 'esbuild';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/**
 * The language client stays a file of its own, required when the first report is open: half a megabyte that an editor
 * without a report never loads.
 */
const lazyLanguageClient = {
  name: 'lazy-language-client',
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/language-client-node\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './language-client.cjs', external: true } : undefined,
    ),
};

const common = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  minify: production,
  sourcemap: !production,
  // jsonc-parser's first entry requires its parts at run time, where no bundle can hold them.
  mainFields: ['module', 'main'],
  logLevel: 'info',
};

const commonjs = { ...common, format: 'cjs', external: ['vscode'] };

const browser = { ...common, platform: 'browser', target: 'es2022', mainFields: ['browser', 'module', 'main'] };

const bundles = [
  {
    ...commonjs,
    entryPoints: ['client/src/main-node.ts'],
    outfile: 'dist/client.cjs',
    plugins: [lazyLanguageClient],
    // require, not import(): only require finds the editor's `vscode` module.
    supported: { 'dynamic-import': false },
  },
  { ...commonjs, entryPoints: ['client/src/language-client-node.ts'], outfile: 'dist/language-client.cjs' },
  { ...commonjs, entryPoints: ['server/src/lsp/main-node.ts'], outfile: 'dist/server.cjs' },
  { ...common, format: 'esm', entryPoints: ['server/src/index.ts'], outfile: 'dist/index.js' },
  {
    ...common,
    format: 'esm',
    entryPoints: ['server/src/cli/main.ts'],
    outfile: 'dist/cli.js',
  },
  {
    ...browser,
    format: 'cjs',
    external: ['vscode'],
    entryPoints: ['client/src/main-browser.ts'],
    outfile: 'dist/web/client.js',
  },
  { ...browser, format: 'iife', entryPoints: ['server/src/lsp/main-browser.ts'], outfile: 'dist/web/server.js' },
  {
    ...browser,
    format: 'iife',
    entryPoints: ['client/src/webview/report-view.ts'],
    outfile: 'dist/webview/report-view.js',
  },
];

function writeTypes() {
  const bin = createRequire(import.meta.url).resolve('typescript/package.json');
  execFileSync(process.execPath, [path.join(path.dirname(bin), 'bin', 'tsc'), '-p', 'tsconfig.types.json'], {
    stdio: 'inherit',
  });
}

rmSync('dist', { recursive: true, force: true });
mkdirSync('dist', { recursive: true });
writeFileSync('dist/server.js', "import './server.cjs';\n");
if (watch) {
  for (const bundle of bundles) await (await context(bundle)).watch();
} else {
  await Promise.all(bundles.map((bundle) => build(bundle)));
  writeTypes();
}
