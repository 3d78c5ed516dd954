// Bundles everything that runs into dist/ (or `--outdir DIR`), with the licences and the list of what is in it.
// `--production` minifies, `--watch` rebuilds on change.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build, context } from 'esbuild';
import {
  builtCues,
  lazyBuiltins,
  lazyParts,
  namedImports,
  plainExports,
  versionOnly,
} from './scripts/build/plugins.mjs';
import { writeTypes } from './scripts/build/types.mjs';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');
const named = process.argv.indexOf('--outdir');
const out = named < 0 ? 'dist' : process.argv[named + 1];
if (!out) throw new Error('--outdir needs a folder');

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
  {
    ...commonjs,
    entryPoints: ['client/src/extension.ts'],
    outfile: `${out}/extension.cjs`,
    plugins: [lazyParts],
    supported: { 'dynamic-import': false },
  },
  {
    ...commonjs,
    entryPoints: ['client/src/language-client-node.ts'],
    outfile: `${out}/language-client.cjs`,
    plugins: [plainExports],
  },
  {
    ...commonjs,
    entryPoints: ['server/src/lsp/main-node.ts'],
    outfile: `${out}/server-main.cjs`,
    plugins: [versionOnly, lazyBuiltins, plainExports, namedImports],
  },
  {
    ...commonjs,
    entryPoints: ['server/src/cli/main.ts'],
    outfile: `${out}/cli-main.cjs`,
    define: { 'import.meta.dirname': '__dirname' },
    plugins: [versionOnly, lazyParts],
    // Compiled code that was kept can ask for another file by require alone.
    supported: { 'dynamic-import': false },
  },
  { ...commonjs, entryPoints: ['server/src/word/bundle.ts'], outfile: `${out}/word.cjs` },
  { ...common, format: 'esm', entryPoints: ['server/src/index.ts'], outfile: `${out}/index.mjs` },
  {
    ...browser,
    format: 'cjs',
    external: ['vscode'],
    entryPoints: ['client/src/main-browser.ts'],
    outfile: `${out}/web/client.js`,
    plugins: [plainExports],
  },
  {
    ...browser,
    format: 'iife',
    entryPoints: ['server/src/lsp/main-browser.ts'],
    outfile: `${out}/web/server.js`,
    plugins: [versionOnly, plainExports, namedImports],
  },
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

/** esbuild leaves regular expressions as they are written; V8 holds a text of ASCII alone in half the memory. */
function escapeAll(file) {
  const escaped = (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
  writeFileSync(file, readFileSync(file, 'utf8').replace(/[^\0-\x7f]/g, escaped));
}

const digestOf = (file) => createHash('sha256').update(readFileSync(file)).digest('hex');

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
  const results = await Promise.all(
    bundles.map((bundle) => build({ ...bundle, plugins: [...(bundle.plugins ?? []), builtCues] })),
  );
  for (const launcher of launchers) {
    const bundle = path.join(out, launcher.bundle);
    if (production) escapeAll(bundle);
    await build(launcherOf(launcher, digestOf(bundle)));
  }
  writeTypes(path.resolve(out, 'types'));
  writeSupplyChain(results);
}
