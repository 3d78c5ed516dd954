import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { launchBrowser, newPage } from '../workbench/browser.ts';
import { installWorkbench } from '../workbench/install.ts';
import { type Opening, startServer, workbenchUrl } from '../workbench/server.ts';

const TIMEOUT_MS = 400_000;

/** Complaints about native modules that the workbench does without; they say nothing about the extension. */
const EXPECTED = /spdlog|watchdog|ripgrep|open-vsx|service ?worker/i;

function openingFrom(args: readonly string[]): Opening {
  const option = (name: string) => args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
  const folder = args.find((arg) => !arg.startsWith('-'));
  const extensionDevelopmentPath = option('extensionDevelopmentPath');
  if (!folder || !extensionDevelopmentPath) throw new Error('usage: <folder> --extensionDevelopmentPath=<folder>');
  return { folder, extensionDevelopmentPath, extensionTestsPath: option('extensionTestsPath') };
}

/** With NIANBAO_CONNECTIONS set: no process may reach beyond this machine, and who tries is written into that file. */
const connections = process.env.NIANBAO_CONNECTIONS;

function guarded(env: Record<string, string>): Record<string, string> {
  if (!connections) return env;
  const preload = join(import.meta.dirname, 'connections.cjs');
  return { ...env, NIANBAO_CONNECTIONS: connections, NODE_OPTIONS: `--require "${preload}"` };
}

/**
 * What the browser asks of other machines; its own rules refuse it. What succeeds has not left this machine: VS Code
 * gives local files the names of a host that its service worker answers for.
 */
function record(page: Page): void {
  page.context().on('requestfailed', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (!connections || !/^(?:http|ws)s?:$/.test(protocol) || hostname === '127.0.0.1') return;
    const who = request.serviceWorker() ? 'service worker' : request.frame().url();
    const line = { event: 'refused', what: 'browser', host: hostname, who, url: request.url() };
    appendFileSync(connections, `${JSON.stringify(line)}\n`);
  });
}

/** Opens the workbench in a headless Chromium and waits until the suite has run there. */
async function runSuite(opening: Opening, env: Record<string, string>): Promise<{ code: number; log: string[] }> {
  const log: string[] = [];
  const server = await startServer({ entry: installWorkbench(), env: guarded(env) });
  try {
    const browser = await launchBrowser();
    try {
      const page = await newPage(browser);
      record(page);
      const ended = new Promise<number>((done) => {
        // The two functions that VS Code for the web calls when it runs an extension's tests.
        page.exposeFunction('codeAutomationLog', (type: string, args: unknown[]) => {
          log.push([type, ...args].map((part) => (typeof part === 'string' ? part : JSON.stringify(part))).join(' '));
        });
        page.exposeFunction('codeAutomationExit', (code: number) => done(code));
      });
      await page.goto(workbenchUrl(server, opening));
      const code = await Promise.race([ended, delay(TIMEOUT_MS, undefined, { ref: false })]);
      if (code === undefined) log.push(`error: no result after ${TIMEOUT_MS / 1000} s`);
      return { code: code ?? 1, log };
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
  }
}

/** Runs a suite in the workbench and prints its report. Returns the exit status. */
export async function runInWorkbench(args: readonly string[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-results-'));
  const report = join(folder, 'report.txt');
  const counts = join(folder, 'counts.json');
  try {
    const { code, log } = await runSuite(openingFrom(args), {
      NIANBAO_TEST_REPORT: report,
      NIANBAO_TEST_COUNTS: counts,
    });
    if (existsSync(report)) process.stdout.write(readFileSync(report, 'utf8'));
    const stats = existsSync(counts) ? JSON.parse(readFileSync(counts, 'utf8')) : { tests: 0, passes: 0 };
    if (code === 0 && stats.passes > 0) return 0;
    if (stats.tests === 0) console.error('没有任何测试运行。No test ran.');
    const errors = log.filter((line) => /^error/.test(line) && !EXPECTED.test(line));
    console.error(errors.slice(-10).join('\n'));
    return 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
