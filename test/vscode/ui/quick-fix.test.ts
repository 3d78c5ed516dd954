// What a user sees and does: a squiggle, a row in the Problems panel, the menu of Ctrl+., the fix, the file saved.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeWorkspace } from '../../../scripts/test/workspace.ts';
import { launchBrowser, newPage } from '../../../scripts/workbench/browser.ts';
import { installWorkbench } from '../../../scripts/workbench/install.ts';
import { root } from '../../../scripts/workbench/paths.ts';
import { startServer, type WorkbenchServer, workbenchUrl } from '../../../scripts/workbench/server.ts';
import { changeOf } from '../suite/support/text-change.ts';

const screenshots = join(root, 'test', 'vscode', 'screenshots');
const settings = {
  'nianbao.language': 'zh',
  'editor.fontFamily': "'Noto Sans Mono CJK SC', monospace",
  'workbench.colorTheme': 'Default Light Modern',
};

let workspace: string;
let server: WorkbenchServer | undefined;
let browser: Browser | undefined;
let page: Page;

beforeAll(async () => {
  rmSync(screenshots, { recursive: true, force: true });
  mkdirSync(screenshots, { recursive: true });
  workspace = makeWorkspace();
  server = await startServer({ entry: installWorkbench(), settings });
  browser = await launchBrowser();
  page = await newPage(browser);
  page.setDefaultTimeout(20_000);
  await page.goto(workbenchUrl(server, { folder: join(workspace, 'fixtures'), extensionDevelopmentPath: root }));
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(workspace, { recursive: true, force: true });
});

const shoot = (name: string) => page.screenshot({ path: join(screenshots, `${name}.png`) });

/** With a picture of what was there instead, when a step fails. */
async function step<T>(name: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    await shoot(`failed ${name}`);
    throw new Error(`${name}: ${error instanceof Error ? error.message : error}`);
  }
}

test('a total left at zero is underlined, explained, and set to its sum', async () => {
  const file = join(workspace, 'fixtures', 'pipe-rows.txt');
  const before = readFileSync(file, 'utf8');

  await step('open the draft', async () => {
    await page.getByRole('treeitem', { name: 'pipe-rows.txt' }).dblclick();
    await page.waitForSelector('.monaco-editor .view-line');
  });
  const problem = page.locator('.markers-panel .monaco-list-row', {
    hasText: '「（七）总计」自然人列为 0，各项之和为 3，少 3',
  });
  await step('Problems panel', async () => {
    await page.keyboard.press('Control+Shift+M');
    await problem.waitFor();
    expect(await problem.innerText()).toContain('table/broken-total');
    await page.locator('.statusbar-item', { hasText: '2023' }).waitFor();
  });
  await step('squiggle', async () => {
    await problem.dblclick({ position: { x: 100, y: 10 } }); // on the message: further right is a link
    await page.locator('.monaco-editor .squiggly-error').first().waitFor();
  });
  await shoot('1 findings');

  const title = '将「（七）总计」自然人列由 0 改为 3';
  await step('quick fix menu', async () => {
    await page.keyboard.press('Control+.');
    await page.locator('.action-widget .monaco-list-row', { hasText: title }).waitFor();
  });
  await shoot('2 quick fixes');

  await step('apply and save', async () => {
    // The preferred fix comes first and has the focus.
    await page.locator('.action-widget .monaco-list-row.focused', { hasText: title }).waitFor();
    await page.keyboard.press('Enter');
    await problem.waitFor({ state: 'detached' });
    await page.locator('.monaco-editor.focused').first().waitFor();
    await page.keyboard.press('Control+s');
    await expect.poll(() => readFileSync(file, 'utf8'), { timeout: 10_000 }).not.toBe(before);
  });
  await shoot('3 fixed');

  await step('page of the rule', async () => {
    await page.locator('.markers-panel .monaco-list-row a', { hasText: 'text/untranslated' }).first().click();
    await page.locator('.tab', { hasText: 'untranslated.md' }).waitFor();
    const preview = page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
    await preview.getByText('text/untranslated').first().waitFor();
  });
  await shoot('4 page of the rule');
  expect(changeOf(before, readFileSync(file, 'utf8'))).toEqual([
    '-（七）总计 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |',
    '+（七）总计 | 3 | 0 | 0 | 0 | 0 | 0 | 0 |',
  ]);
});
