// The web extension in a VS Code that runs in a browser alone, of the oldest version that is supported.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { build } from 'esbuild';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeWorkspace } from '../../scripts/test/workspace.ts';
import { launchProfile } from '../../scripts/workbench/browser.ts';
import { installWebWorkbench } from '../../scripts/workbench/install-web.ts';
import { root } from '../../scripts/workbench/paths.ts';
import { actions } from '../vscode/ui/support/session.ts';

const tests = join(root, 'out', 'web', 'index.js');

let workspace: string;
const servers: ChildProcess[] = [];
let browser: BrowserContext | undefined;

/** `localhost`, not its number: the editor's worker runs under a name below it. */
const freePort = () =>
  new Promise<number>((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(address && typeof address === 'object' ? address.port : 0));
    });
  });

/** @param extensionTestsPath what runs inside the editor, when it is not a person who acts */
async function serve(extensionTestsPath?: string): Promise<string> {
  const { entry, options } = installWebWorkbench();
  const port = await freePort();
  const all = {
    ...options,
    browserType: 'none',
    host: 'localhost',
    port,
    extensionDevelopmentPath: root,
    extensionTestsPath,
    folderPath: join(workspace, 'fixtures'),
  };
  let said = '';
  const script = 'require(process.argv[1]).open(JSON.parse(process.argv[2]))';
  const server = spawn(process.execPath, ['-e', script, entry, JSON.stringify(all)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  servers.push(server);
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (part) => (said += part));
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
  browser = await launchProfile(join(workspace, 'browser'));
  // Messages in Chinese, in whatever language the editor itself is.
  await writeFile(join(workspace, 'fixtures', '.vscode', 'settings.json'), '{ "nianbao.language": "zh" }');
});

async function open(): Promise<Page> {
  if (!browser) throw new Error('no browser');
  return browser.newPage();
}

afterAll(async () => {
  await browser?.close();
  for (const server of servers) server.kill();
  await rm(workspace, { recursive: true, force: true });
});

test('findings, a quick fix, settings, the workspace, a new report and the page, all without a server', async () => {
  const url = await serve(tests);
  const page = await open();
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

test('a pasted draft stays a report, and numbers are entered in the view by keys', async () => {
  const page = await open();
  page.setDefaultTimeout(30_000);
  await page.goto(await serve());
  const { newText, paste, step, shoot, webview } = actions(page);
  const text = await readFile(join(workspace, 'fixtures', 'pipe-rows.txt'), 'utf8');
  const status = page.locator('.statusbar-item', { hasText: 'Annual report 2023' });
  const problem = page.locator('.markers-panel .monaco-list-row', { hasText: '「（七）总计」自然人列为 0' });
  await step('paste', async () => {
    await newText();
    await paste(text);
    await status.waitFor();
    await page.waitForTimeout(3_000); // the editor guesses a language meanwhile
    await page.keyboard.press('Control+Shift+M');
    await problem.waitFor();
    expect(await status.innerText()).toMatch(/2 errors, \d warnings/);
  });
  await shoot('browser alone 1, pasted');
  const cell = (id: string) => webview.locator(`td[data-cell="requests/${id}"]`);
  await step('the view', async () => {
    await page.keyboard.press('Control+j'); // no panel below
    await page.locator('.editor-actions a[aria-label*="Show the Report Check"]').click();
    await cell('resultTotal/natural').click();
    await page.keyboard.type('3');
    await page.keyboard.press('Tab');
    await expect.poll(() => webview.locator(':focus').getAttribute('data-cell')).toBe('requests/resultTotal/business');
    await expect.poll(() => cell('resultTotal/natural').locator('.number').innerText()).toBe('3');
    await cell('resultTotal/total').click();
    await page.keyboard.press('=');
    await expect.poll(() => cell('resultTotal/total').locator('.number').innerText()).toBe('3');
    await expect.poll(() => status.innerText()).not.toContain('error');
    await expect.poll(() => cell('resultTotal/total').getAttribute('class')).toContain('passed');
  });
  await shoot('browser alone 2, entered');
  await step('undone', async () => {
    for (const id of ['resultTotal/total', 'resultTotal/natural']) {
      await page.keyboard.press('Control+z');
      await expect.poll(() => cell(id).locator('.number').innerText()).toBe('0');
    }
    await expect.poll(() => status.innerText()).toContain('2 errors');
  });
});
