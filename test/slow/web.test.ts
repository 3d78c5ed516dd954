// The web extension in a VS Code that runs in a browser alone, of the oldest version that is supported.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeWorkspace } from '../../scripts/test/workspace.ts';
import { launchBrowser, newPage } from '../../scripts/workbench/browser.ts';
import { installWebWorkbench } from '../../scripts/workbench/install-web.ts';
import { root } from '../../scripts/workbench/paths.ts';

const tests = join(root, 'out', 'web', 'index.js');

let workspace: string;
let server: ChildProcess | undefined;
let browser: Browser | undefined;

/** `localhost`, not its number: the editor's worker runs under a name below it. */
const freePort = () =>
  new Promise<number>((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(address && typeof address === 'object' ? address.port : 0));
    });
  });

async function serve(): Promise<string> {
  const { entry, options } = installWebWorkbench();
  const port = await freePort();
  const all = {
    ...options,
    browserType: 'none',
    host: 'localhost',
    port,
    extensionDevelopmentPath: root,
    extensionTestsPath: tests,
    folderPath: join(workspace, 'fixtures'),
  };
  let said = '';
  const script = 'require(process.argv[1]).open(JSON.parse(process.argv[2]))';
  server = spawn(process.execPath, ['-e', script, entry, JSON.stringify(all)], { stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [server.stdout, server.stderr]) stream?.on('data', (part) => (said += part));
  const url = `http://localhost:${port}/`;
  for (let tries = 0; tries < 300; tries++) {
    if (server.exitCode !== null) break;
    const up = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (up) return url;
    await delay(100);
  }
  throw new Error(`the server for the browser did not start:\n${said}`);
}

beforeAll(async () => {
  workspace = makeWorkspace();
  mkdirSync(join(workspace, 'fixtures', '.vscode'));
  await build({
    entryPoints: [join(root, 'test', 'vscode', 'web', 'index.ts')],
    outfile: tests,
    bundle: true,
    format: 'cjs',
    platform: 'browser',
    external: ['vscode'],
    logLevel: 'warning',
  });
  // Messages in Chinese, in whatever language the editor itself is.
  await writeFile(join(workspace, 'fixtures', '.vscode', 'settings.json'), '{ "nianbao.language": "zh" }');
});

afterAll(async () => {
  await browser?.close();
  server?.kill();
  await rm(workspace, { recursive: true, force: true });
});

test('findings, a quick fix, settings, the workspace, a new report and the page, all without a server', async () => {
  const url = await serve();
  browser = await launchBrowser();
  const page = await newPage(browser);
  const log: string[] = [];
  const outside: string[] = [];
  page.context().on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (/^http/.test(protocol) && !/^(?:127\.0\.0\.1|.*\.localhost|localhost)$/.test(hostname))
      outside.push(request.url());
  });
  const ended = new Promise<number>((done) => {
    page.exposeFunction('codeAutomationLog', (type: string, args: unknown[]) => {
      log.push([type, ...args.map((part) => (typeof part === 'string' ? part : JSON.stringify(part)))].join(' '));
    });
    page.exposeFunction('codeAutomationExit', (code: number) => done(code));
  });
  await page.goto(url);
  const code = await Promise.race([ended, delay(180_000, -1)]);
  const passed = log.filter((line) => line.includes('passed: '));
  expect(code, log.slice(-30).join('\n')).toBe(0);
  expect(passed.length).toBe(4);
  expect(outside.filter((address) => /nianbao/.test(address))).toEqual([]);
});
