// Bundles everything that runs into dist/ (or `--outdir DIR`), with the licences and the list of what is in it.
// `--production` minifies, `--watch` rebuilds on change.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build, context } from 'esbuild';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');
const named = process.argv.indexOf('--outdir');
const out = named < 0 ? 'dist' : process.argv[named + 1];
if (!out) throw new Error('--outdir needs a folder');

/** The parts of the client that an editor without a report never loads, each a file of its own. */
const LAZY_PARTS = { 'extension.ts': './extension.cjs', 'language-client-node.ts': './language-client.cjs' };

const lazyParts = {
  name: 'lazy-parts',
  setup: ({ onResolve }) =>
    onResolve({ filter: /\.ts$/ }, ({ kind, path: module }) => {
      const file = kind === 'dynamic-import' && LAZY_PARTS[path.basename(module)];
      return file ? { path: file, external: true } : undefined;
    }),
};

const common = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  minify: production,
  sourcemap: !production,
  // jsonc-parser's first entry requires its parts at run time, where no bundle can hold them.
  mainFields: ['module', 'main'],
  metafile: true,
  // The notices that a licence wants kept stay in the bundles themselves, beside the file that collects them.
  legalComments: 'eof',
  logLevel: 'info',
};

const commonjs = { ...common, format: 'cjs', external: ['vscode'] };

const browser = { ...common, platform: 'browser', target: 'es2022', mainFields: ['browser', 'module', 'main'] };

const bundles = [
  {
    ...commonjs,
    entryPoints: ['client/src/main-node.ts'],
    outfile: `${out}/client.cjs`,
    plugins: [lazyParts],
    // require, not import(): only require finds the editor's `vscode` module.
    supported: { 'dynamic-import': false },
  },
  { ...commonjs, entryPoints: ['client/src/extension.ts'], outfile: `${out}/extension.cjs` },
  { ...commonjs, entryPoints: ['client/src/language-client-node.ts'], outfile: `${out}/language-client.cjs` },
  { ...commonjs, entryPoints: ['server/src/lsp/main-node.ts'], outfile: `${out}/server.cjs` },
  { ...common, format: 'esm', entryPoints: ['server/src/index.ts'], outfile: `${out}/index.js` },
  {
    ...common,
    format: 'esm',
    entryPoints: ['server/src/cli/main.ts'],
    outfile: `${out}/cli.js`,
  },
  {
    ...browser,
    format: 'cjs',
    external: ['vscode'],
    entryPoints: ['client/src/main-browser.ts'],
    outfile: `${out}/web/client.js`,
  },
  { ...browser, format: 'iife', entryPoints: ['server/src/lsp/main-browser.ts'], outfile: `${out}/web/server.js` },
  {
    ...browser,
    format: 'iife',
    entryPoints: ['client/src/webview/report-view.ts'],
    outfile: `${out}/webview/report-view.js`,
  },
];

function writeTypes() {
  const bin = createRequire(import.meta.url).resolve('typescript/package.json');
  execFileSync(
    process.execPath,
    [path.join(path.dirname(bin), 'bin', 'tsc'), '-p', 'tsconfig.types.json', '--outDir', path.resolve(out, 'types')],
    {
      stdio: 'inherit',
    },
  );
}

/** @param results of esbuild's builds: they say which packages have bytes in the bundles. */
function writeSupplyChain(results) {
  const folder = mkdtempSync(path.join(tmpdir(), 'nianbao-build-'));
  try {
    const file = path.join(folder, 'metafiles.json');
    writeFileSync(file, JSON.stringify(results.map(({ metafile }) => metafile)));
    execFileSync(process.execPath, ['--import', 'tsx', 'scripts/supply-chain/write.ts', file, out], {
      stdio: 'inherit',
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
writeFileSync(path.join(out, 'server.js'), "import './server.cjs';\n");
if (watch) {
  for (const bundle of bundles) await (await context(bundle)).watch();
} else {
  const results = await Promise.all(bundles.map((bundle) => build(bundle)));
  writeTypes();
  writeSupplyChain(results);
}
