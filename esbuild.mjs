// Bundles everything that runs into dist/ (or `--outdir DIR`), with the licences and the list of what is in it.
// `--production` minifies, `--watch` rebuilds on change.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

/** Of the manifest, programs need to know their version. */
const versionOnly = {
  name: 'version-only',
  setup: ({ onLoad }) =>
    onLoad({ filter: /package\.json$/ }, ({ path: file }) => {
      const { version } = JSON.parse(readFileSync(file, 'utf8'));
      return { contents: JSON.stringify({ version }), loader: 'json' };
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
  { ...commonjs, entryPoints: ['server/src/lsp/main-node.ts'], outfile: `${out}/server-main.cjs` },
  {
    ...commonjs,
    entryPoints: ['server/src/cli/main.ts'],
    outfile: `${out}/cli-main.cjs`,
    define: { 'import.meta.dirname': '__dirname' },
    plugins: [versionOnly],
  },
  { ...common, format: 'esm', entryPoints: ['server/src/index.ts'], outfile: `${out}/index.mjs` },
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

/** The programs that are started: each runs its bundle with the code that V8 made of it before. */
const launchers = [
  { entry: 'server', outfile: 'server.cjs', bundle: 'server-main.cjs' },
  { entry: 'cli', outfile: 'cli.js', bundle: 'cli-main.cjs' },
];

/** @param digest names the content of the launcher's bundle; without one no compiled code is kept. */
const launcherOf = ({ entry, outfile }, digest) => ({
  ...commonjs,
  entryPoints: [`server/src/launch/${entry}.ts`],
  outfile: path.join(out, outfile),
  define: { BUILD: JSON.stringify(digest) },
});

const digestOf = (file) => createHash('sha256').update(readFileSync(file)).digest('hex');

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
mkdirSync(path.join(out, 'types'));
// Programs start sooner as CommonJS; the types are those of modules.
writeFileSync(path.join(out, 'package.json'), '{ "type": "commonjs" }\n');
writeFileSync(path.join(out, 'types', 'package.json'), '{ "type": "module" }\n');
writeFileSync(path.join(out, 'server.js'), "require('./server.cjs');\n");
if (watch) {
  const launched = launchers.map((launcher) => launcherOf(launcher, ''));
  for (const bundle of [...bundles, ...launched]) await (await context(bundle)).watch();
} else {
  const results = await Promise.all(bundles.map((bundle) => build(bundle)));
  await Promise.all(launchers.map((each) => build(launcherOf(each, digestOf(path.join(out, each.bundle))))));
  writeTypes();
  writeSupplyChain(results);
}
