// `npm run test:vscode`: runs test/vscode/suite inside a real VS Code, always through @vscode/test-electron.
//   default                              the workbench from npm in a headless Chromium
//   VSCODE_EXECUTABLE_PATH=/path/to/code an installed VS Code
//   VSCODE_TEST=electron                 a VS Code downloaded by @vscode/test-electron (VSCODE_VERSION, else stable)
import { chmodSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { root } from '../workbench/paths.ts';
import { makeWorkspace } from './workspace.ts';

const suite = join(root, 'test', 'vscode', 'suite');
const out = join(root, 'out', 'vscode');

/** VS Code loads the suite as CommonJS; mocha is found in node_modules at run time. */
async function bundleSuite(): Promise<string> {
  rmSync(out, { recursive: true, force: true });
  const tests = readdirSync(suite).filter((name) => name.endsWith('.test.ts'));
  await build({
    entryPoints: ['index.ts', ...tests].map((name) => join(suite, name)),
    outdir: out,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
  return join(out, 'index.cjs');
}

function chosenVSCode(): { vscodeExecutablePath: string } | { version: string } {
  const { VSCODE_EXECUTABLE_PATH, VSCODE_TEST, VSCODE_VERSION } = process.env;
  if (VSCODE_EXECUTABLE_PATH) return { vscodeExecutablePath: VSCODE_EXECUTABLE_PATH };
  if (VSCODE_TEST === 'electron') return { version: VSCODE_VERSION ?? 'stable' };
  const path = join(import.meta.dirname, process.platform === 'win32' ? 'workbench-code.cmd' : 'workbench-code.mjs');
  chmodSync(path, 0o755); // An archive of the sources may have lost the bit.
  return { vscodeExecutablePath: path };
}

const workspace = makeWorkspace();
try {
  await runTests({
    ...chosenVSCode(),
    extensionDevelopmentPath: root,
    extensionTestsPath: await bundleSuite(),
    launchArgs: [workspace, '--disable-extensions'],
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(workspace, { recursive: true, force: true });
}
