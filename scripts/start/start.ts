// `npm start`: builds, shows what the command line finds in samples/, tells where the page to try it on is, and opens
// samples/ in VS Code with the extension.
//   npm start -- --workbench   in the browser, also where a desktop VS Code is installed
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildPage } from '../page/build.ts';
import { installWorkbench } from '../workbench/install.ts';
import { root } from '../workbench/paths.ts';
import { startServer, workbenchUrl } from '../workbench/server.ts';
import { openInDesktop } from './desktop.ts';
import { openInBrowser } from './open-browser.ts';
import { wayPage } from './way-page.ts';

const samples = join(root, 'samples');
const heading = (text: string) => console.log(`\n■ ${text}\n`);

function node(...args: string[]): number {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  return status ?? 1;
}

/** By Ctrl+C or `kill`, or because npm has been ended: the shell between npm and this process keeps its signals. */
const askedToStop = () =>
  new Promise<void>((done) => {
    // Stays in place: npm may pass on a Ctrl+C that this process has had from the terminal already.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => done());
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && done(), 500).unref();
  });

async function serveWorkbench(): Promise<void> {
  const entry = installWorkbench();
  const stop = askedToStop();
  const server = await startServer({ entry, chinese: true });
  const url = workbenchUrl(server, { folder: samples, extensionDevelopmentPath: root });
  console.log(`在浏览器中打开 Open in a browser:\n\n    ${url}\n`);
  const page = wayPage(url);
  if (openInBrowser(page.href)) console.log('浏览器已打开。The browser has been opened.');
  console.log('按 Ctrl+C 结束。Press Ctrl+C to stop.');
  await stop;
  page.remove();
  await server.stop();
  console.log('\n已结束。Stopped.');
}

async function start(): Promise<number> {
  heading('构建 Build');
  if (node('esbuild.mjs') !== 0) return 1;
  heading('命令行检查 samples/ 的结果 What the command line finds in samples/');
  if (node(join('dist', 'cli.js'), 'samples') > 1) return 1; // 1: there are findings, as there should be
  heading('网页版：不装任何软件，双击就能用 The page: nothing to install');
  const { file } = await buildPage(join(root, 'out', 'page', 'index.html'));
  console.log(pathToFileURL(file).href);
  heading('VS Code');
  if (process.argv.includes('--workbench') || !openInDesktop(samples)) await serveWorkbench();
  return 0;
}

try {
  process.exitCode = await start();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
