// A report from nothing by typing alone: the text in the editor, the numbers in the view.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Session, startSession } from './support/session.ts';

let session: Session | undefined;

beforeAll(async () => {
  session = await startSession();
});

afterAll(() => session?.stop());

/** For each place that waits, what is typed there; lines end with Enter. */
const OVERVIEW: readonly (readonly string[])[] = [
  ['青溪县城关镇河西路6号'],
  ['0599-8200111'],
  ['坚持以公开为常态、不公开为例外。', '及时发布规划、预算和民生项目的办理结果。'],
  ['本年度新收政府信息公开申请3件，结转下年度继续办理1件。'],
  ['完善信息发布审核制度。', '定期清理失效内容。'],
  ['优化门户网站栏目设置，方便群众查阅。'],
  ['将政务公开纳入年度培训计划，明确专人负责。'],
];
const PROBLEMS: readonly (readonly string[])[] = [
  ['政策解读的形式还不够丰富。'],
  ['将增加图解和视频解读，听取群众意见。'],
];

test('is calm all the way, and clean in the end', async () => {
  if (!session) throw new Error('no workbench');
  const { page, open, command, step, shoot, webview } = session;
  const status = page.locator('.statusbar-item', { hasText: 'Annual report 2025' });
  const cell = (id: string) => webview.locator(`td[data-cell="requests/${id}"]`);
  /** Errors, warnings and what else the status item counts. */
  const findings = async () =>
    [...(await status.innerText()).matchAll(/(\d+) (?:error|warning|info|hint)/g)].reduce(
      (sum, [, n]) => sum + Number(n),
      0,
    );
  const calm = async () => expect(await findings()).toBeLessThanOrEqual(3);

  await step('a new report, with its first open place selected', async () => {
    const box = page.locator('.quick-input-widget input[type=text]');
    await open('pipe-rows.txt');
    await page.locator('.statusbar-item', { hasText: 'Annual report 2023' }).waitFor();
    await command('New Annual Report');
    await page.locator('.quick-input-title', { hasText: 'New annual report' }).waitFor();
    await box.fill('2025');
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-message', { hasText: 'Full name' }).waitFor();
    await box.fill('青溪县水利局');
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-widget .monaco-list-row.focused', { hasText: 'Department' }).waitFor();
    await page.keyboard.press('Enter');
    await status.waitFor();
    await page.locator('.statusbar-item', { hasText: '5 selected' }).waitFor();
    await calm();
  });
  await shoot('from nothing 1');
  /** Goes from place to place and types, key by key as somebody writes; nothing may offer itself meanwhile. */
  const write = async (text: readonly (readonly string[])[], isAtFirst: boolean): Promise<void> => {
    for (const [index, lines] of text.entries()) {
      if (index > 0 || !isAtFirst) await page.keyboard.press('Shift+Alt+n');
      await page.locator('.statusbar-item', { hasText: '5 selected' }).waitFor();
      for (const [at, line] of lines.entries()) {
        if (at > 0) await page.keyboard.press('Enter');
        await page.keyboard.type(line, { delay: 5 });
        expect(await page.locator('.suggest-widget:visible').count()).toBe(0);
      }
      await calm();
    }
  };
  await step('the text', () => write(OVERVIEW, true));
  await shoot('from nothing 2, the text');
  await step('a row of a table names its columns at the cursor', async () => {
    await page.keyboard.press('Shift+Alt+n');
    await page
      .locator('.view-line', { hasText: /自然人:/ })
      .first()
      .waitFor();
    expect(await page.locator('.view-line', { hasText: /自然人:/ }).count()).toBe(1);
  });
  await shoot('from nothing 3, the names of the columns');
  await step('the numbers', async () => {
    await command('Show the Report Check');
    await cell('new/natural').click();
    await page.keyboard.type('3');
    await page.keyboard.press('Enter');
    await cell('granted/natural').click();
    await page.keyboard.type('2');
    await page.keyboard.press('Enter');
    await cell('carriedOut/natural').click();
    await page.keyboard.type('1');
    await page.keyboard.press('Tab');
    await expect.poll(() => cell('carriedOut/natural').locator('.number').innerText()).toBe('1');
    await calm();
  });
  await shoot('from nothing 4, numbers');
  await step('the rest of the tables', async () => {
    for (const table of ['requests', 'review']) {
      await webview.locator(`button[data-table=${table}][data-fill=rest]`).click();
      await expect.poll(() => webview.locator(`table[data-table=${table}] td.open`).count()).toBe(0);
      await calm();
    }
    await expect.poll(() => cell('resultTotal/total').locator('.number').innerText()).toBe('2');
  });
  await step('the rest of the text', async () => {
    await cell('resultTotal/total').press('Control+Enter');
    await page.locator('.statusbar-item', { hasText: '1 selected' }).waitFor();
    await write(PROBLEMS, false);
    await expect.poll(() => status.innerText()).toContain('nothing found');
    await webview.locator('.none').waitFor();
  });
  await shoot('from nothing 5, clean');
});
