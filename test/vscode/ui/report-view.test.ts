// The panel 年报检查: what it shows, and the ways between it and the text.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { picture } from './support/pictures.ts';
import { type Session, screenshots, startSession } from './support/session.ts';

let session: Session | undefined;

beforeAll(async () => {
  session = await startSession();
});

afterAll(() => session?.stop());

const background = (element: Element) => getComputedStyle(element).backgroundColor;

test('the report is drawn beside its text, and each leads to the other', async () => {
  if (!session) throw new Error('no workbench');
  const { page, workspace, shoot, step, open, command, goTo, click, webview } = session;
  const total = webview.locator('td[title*="「（七）总计」自然人列为 0，各项之和为 3，少 3"]');

  await step('open the view by its button', async () => {
    await open('pipe-rows.txt');
    await page.locator('.editor-actions a[aria-label*="Show the Report Check"]').click();
    await page.locator('.tab', { hasText: 'Report check: pipe-rows.txt' }).waitFor();
    await total.waitFor();
  });
  await step('cells are coloured by their outcome', async () => {
    const classes = (name: string) => webview.locator(`td.${name}`).count();
    expect([await classes('failed'), await classes('not-checked')]).toEqual([3, 0]);
    const passed = webview.locator('td.passed');
    expect(await passed.count()).toBeGreaterThan(150);
    expect(await total.evaluate(background)).not.toBe(await passed.first().evaluate(background));
    expect(await webview.locator('header h1').innerText()).toContain('2023年政府信息公开工作年度报告');
  });
  await step('a click on a cell selects its number in the text', async () => {
    await click(total, page.locator('.statusbar-item', { hasText: 'Ln 51, Col 10 (1 selected)' }));
  });
  await shoot('view beside the text');
  await picture(page, 'view', { x: 350, y: 430, width: 1050, height: 350 }, [total]);

  await step('the cursor marks the cell that it stands in', async () => {
    await goTo(20, 1);
    await expect.poll(() => webview.locator('.current').count()).toBe(0);
    await goTo(51, 33);
    await expect.poll(() => webview.locator('td.current').innerText()).toContain('0');
    expect(await webview.locator('td.failed.current').count()).toBe(1);
  });
  await step('a click counts though the report is drawn anew before the button is released', async () => {
    await goTo(20, 1);
    await total.hover();
    await page.mouse.down();
    await webview
      .locator('main')
      .evaluate((main) => window.postMessage({ type: 'update', version: 1, body: `${main.innerHTML}<p>anew</p>` }));
    await page.mouse.up();
    await page.locator('.statusbar-item', { hasText: 'Ln 51, Col 10 (1 selected)' }).waitFor();
    await webview.getByText('anew').waitFor();
  });
  await step('keys: arrows from cell to cell, Enter to the text', async () => {
    await total.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.locator('.statusbar-item', { hasText: /Ln 51, Col 14 \(1 selected\)/ }).waitFor();
  });
  await step('the list can be narrowed to what failed', async () => {
    const passed = webview.locator('li.check.passed');
    expect(await passed.first().isVisible()).toBe(true);
    await webview.getByRole('radio', { name: '不符' }).check();
    await expect.poll(() => passed.first().isVisible()).toBe(false);
    await webview.locator('li.item.failed', { hasText: 'workflow' }).waitFor();
  });
  await shoot('view filtered');
  await step('a finding in the list leads to the text', async () => {
    const finding = webview.locator('li.item.failed', { hasText: 'workflow' });
    await click(finding, page.locator('.statusbar-item', { hasText: 'Ln 59, Col 27 (8 selected)' }));
  });

  await step('it follows the text, and keeps its filter', async () => {
    await goTo(51, 9);
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.type('3');
    await expect.poll(() => webview.locator('td.failed').count()).toBe(2);
    expect(await webview.getByRole('radio', { name: '不符' }).isChecked()).toBe(true);
  });

  await step('saved as one page', async () => {
    await command('Save the Report Check as a Page to Print');
    const name = page.locator('.quick-input-widget input[type=text]');
    await expect.poll(() => name.inputValue()).toContain('pipe-rows-检查.html');
    await page.keyboard.press('Enter');
    const file = join(workspace, 'fixtures', 'pipe-rows-检查.html');
    await expect.poll(() => existsSync(file)).toBe(true);
    const printed = await page.context().newPage();
    await printed.setContent(readFileSync(file, 'utf8'));
    expect(await printed.locator('td.failed').count()).toBe(2);
    expect(await printed.locator('fieldset').isVisible()).toBe(false);
    await printed.screenshot({ path: join(screenshots, 'saved page.png') });
    await printed.close();
  });

  const colourOf = (text: string) =>
    page
      .locator('.view-line', { hasText: text })
      .locator('span span')
      .first()
      .evaluate((element) => getComputedStyle(element).color);
  const headingsStandOut = async () =>
    expect.poll(async () => (await colourOf('五、存在的主要问题')) !== (await colourOf('结果维持'))).toBe(true);
  await step('dark theme', async () => {
    await command('Notifications: Clear All Notifications');
    await command('Preferences: Toggle between Light/Dark Themes');
    await webview.locator('body.vscode-dark').waitFor();
    await headingsStandOut();
  });
  await shoot('dark theme');
  await step('high contrast', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Control+t');
    const theme = page.locator('.quick-input-widget .monaco-list-row', { hasText: 'Dark High Contrast' });
    await theme.first().waitFor();
    await page.keyboard.type('Dark High Contrast');
    await page.locator('.quick-input-widget .monaco-list-row.focused', { hasText: 'Dark High Contrast' }).waitFor();
    await page.keyboard.press('Enter');
    await webview.locator('body.vscode-high-contrast').waitFor();
    // Colour is not all that tells cells apart.
    expect(await webview.locator('td.failed .mark').first().innerText()).toBe('✗');
    await headingsStandOut();
  });
  await shoot('high contrast');
});
