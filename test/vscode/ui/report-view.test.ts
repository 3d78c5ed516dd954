// The panel 年报检查: what it shows, the ways between it and the text, and what is entered in it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { picture } from './support/pictures.ts';
import { type Session, startSession } from './support/session.ts';

let session: Session | undefined;

beforeAll(async () => {
  // A row on one line can be read from the page.
  session = await startSession({ '[nianbao]': { 'editor.wordWrap': 'off' }, 'nianbao.inlayHints.columnNames': 'off' });
});

afterAll(() => session?.stop());

const background = (element: Element) => getComputedStyle(element).backgroundColor;

const here = (): Session => {
  if (!session) throw new Error('no workbench');
  return session;
};

const cell = (id: string) => here().webview.locator(`td[data-cell="requests/${id}"]`);
const number = (id: string) => cell(id).locator('.number');
/** Waits until a cell has it. */
const hasFocus = (id: string) =>
  expect.poll(() => here().webview.locator(':focus').getAttribute('data-cell')).toBe(`requests/${id}`);
const line = (text: string | RegExp) => here().page.locator('.view-line', { hasText: text });

test('the report is drawn beside its text, and each leads to the other', async () => {
  const { page, shoot, step, open, goTo, click, webview } = here();
  const total = cell('resultTotal/natural');

  await step('open the view by its button', async () => {
    await open('pipe-rows.txt');
    await page.locator('.editor-actions a[aria-label*="Show the Report Check"]').click();
    await page.locator('.tab', { hasText: 'Report check: pipe-rows.txt' }).waitFor();
    await total.waitFor();
  });
  await step('cells are coloured by their outcome', async () => {
    const classes = (name: string) => webview.locator(`td.${name}`).count();
    expect([await classes('error'), await classes('not-checked')]).toEqual([2, 0]);
    const passed = webview.locator('td.passed');
    expect(await passed.count()).toBeGreaterThan(150);
    expect(await total.evaluate(background)).not.toBe(await passed.first().evaluate(background));
    // A unit that does not belong there is no wrong sum.
    const unit = webview.locator('td[data-cell="proactive/licence/decisions"]');
    expect(await unit.getAttribute('class')).toContain('warning');
    expect(await unit.evaluate(background)).not.toBe(await total.evaluate(background));
    expect(await webview.locator('header h1').innerText()).toContain('2023年政府信息公开工作年度报告');
  });
  await step('a screen reader is told row, column, value and what is wrong', async () => {
    expect(await total.getAttribute('aria-label')).toMatch(
      /^「（七）总计」自然人列，0，「（七）总计」自然人列为 0，各项之和为 3/,
    );
    expect(await total.getAttribute('role')).toBe('gridcell');
  });
  await step('sums stand beside the totals, and the balance below', async () => {
    expect(await total.locator('.sum').getAttribute('data-sum')).toBe('Σ 3');
    expect(await cell('new/total').locator('.sum.differs').count()).toBe(0);
    expect(await webview.locator('tr.balance td').first().innerText()).toBe('3≠0');
  });
  await step('a click on a cell selects its number in the text, and the cell keeps the focus', async () => {
    await total.click();
    await page.locator('.monaco-editor .selected-text').first().waitFor();
    expect(await total.evaluate((element) => element === document.activeElement)).toBe(true);
    await webview.locator('#card button.fix').first().waitFor();
  });
  await shoot('view beside the text');
  await step('Ctrl+Enter goes to the text', async () => {
    await page.keyboard.press('Control+Enter');
    await page.locator('.statusbar-item', { hasText: 'Ln 51, Col 10 (1 selected)' }).waitFor();
  });
  await step('the cursor marks the cell that it stands in', async () => {
    await goTo(20, 1);
    await expect.poll(() => webview.locator('.current').count()).toBe(0);
    await goTo(51, 33);
    await expect.poll(() => webview.locator('td.current').count()).toBe(1);
  });
  await step('what was found leads the list, and the count leads to it', async () => {
    await webview.locator('button.count.failed').click();
    expect(await webview.getByRole('radio', { name: /^不符/ }).isChecked()).toBe(true);
    const levels = await webview.locator('li.item:visible .level').allInnerTexts();
    expect(levels).toEqual(levels.toSorted((a, b) => '错误警告信息提示'.indexOf(a) - '错误警告信息提示'.indexOf(b)));
    expect(await webview.locator('details.in-order').isVisible()).toBe(false);
  });
  await shoot('view filtered');
  await step('by place it follows the text', async () => {
    await webview.locator('select[name=sort]').selectOption('place');
    const at = await webview
      .locator('ul.problems li')
      .evaluateAll((all) => all.map((one) => Number((one as HTMLElement).dataset.at)));
    expect(at).toEqual(at.toSorted((a, b) => a - b));
  });
  await step('a finding in the list leads to the text', async () => {
    const finding = webview.locator('li.item button.go', { hasText: 'workflow' });
    await click(finding, page.locator('.statusbar-item', { hasText: 'Ln 59, Col 27 (8 selected)' }));
  });
});

test('numbers are entered as in a spreadsheet, and each is an edit of the draft', async () => {
  const { page, shoot, step, webview } = here();
  const entry = webview.locator('#entry');

  await step('typing begins it; the sums follow each key; Enter goes down', async () => {
    await webview.getByRole('radio', { name: /^全部/ }).check();
    await cell('new/ngo').click();
    await page.keyboard.type('4');
    await entry.waitFor();
    await expect.poll(() => cell('new/total').locator('.sum').getAttribute('data-sum')).toBe('Σ 7');
    expect(await line('一、本年新收').first().innerText()).toMatch(/2\s\|\s1\s\|\s0\s\|\s0\s\|\s0\s\|\s0\s\|\s3/);
  });
  await shoot('view, a number is entered');
  await step('it is written on Enter', async () => {
    await page.keyboard.press('Enter');
    await line(/一、本年新收.*2.\|.1.\|.0.\|.4.\|.0.\|.0.\|.3/)
      .first()
      .waitFor();
    await hasFocus('carriedIn/ngo');
    await expect.poll(() => cell('new/ngo').getAttribute('class')).toContain('error');
    expect(await cell('new/total').locator('.sum.differs').getAttribute('data-sum')).toBe('Σ 7');
  });
  const says = [cell('new/ngo'), cell('new/total')];
  await picture(page, 'view', { x: 350, y: 300, width: 1050, height: 290 }, says);
  await step('undo takes it back, and the view keeps the focus', async () => {
    await page.keyboard.press('Control+z');
    await line(/一、本年新收.*2.\|.1.\|.0.\|.0.\|.0.\|.0.\|.3/)
      .first()
      .waitFor();
    await expect.poll(() => number('new/ngo').innerText()).toBe('0');
    expect(await webview.locator('body').evaluate(() => document.activeElement !== document.body)).toBe(true);
  });
  await step('F2 edits, arrows move in it, Esc gives it up', async () => {
    await cell('new/business').click();
    await page.keyboard.press('F2');
    await entry.waitFor();
    await page.keyboard.press('End');
    await page.keyboard.type('5');
    await page.keyboard.press('Escape');
    await expect.poll(() => number('new/business').innerText()).toBe('1');
    expect(await entry.isVisible()).toBe(false);
  });
  await step('Tab and Shift+Tab go on and back', async () => {
    await page.keyboard.press('Tab');
    await hasFocus('new/research');
    await page.keyboard.type('6');
    await page.keyboard.press('Tab');
    await page.keyboard.type('7');
    await page.keyboard.press('Shift+Tab');
    await hasFocus('new/research');
    await line(/一、本年新收.*2.\|.1.\|.6.\|.7.\|.0.\|.0.\|.3/)
      .first()
      .waitFor();
  });
  await step('= writes the sum', async () => {
    await cell('new/total').click();
    await page.keyboard.press('=');
    await line(/一、本年新收.*2.\|.1.\|.6.\|.7.\|.0.\|.0.\|.16/)
      .first()
      .waitFor();
  });
  await step('what is no number is refused, and says so', async () => {
    await cell('new/legal').click();
    await page.keyboard.type('abcd');
    await page.keyboard.press('Enter');
    await webview.locator('#card', { hasText: /Only a number|只能填数字/ }).waitFor();
    expect(await number('new/legal').innerText()).toBe('0');
  });
  await step('a block from a spreadsheet goes over a range', async () => {
    await cell('denied.secret/natural').click();
    await webview.locator('body').evaluate((body) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', '1\t2\t0\n3\t0\t4\n');
      (document.activeElement ?? body).dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    });
    await line(/1\.属于国家秘密.\|.1.\|.2.\|.0.\|.0/)
      .first()
      .waitFor();
    await line(/2\.其他法律行政法规禁止公开.\|.3.\|.0.\|.4.\|.0/)
      .first()
      .waitFor();
  });
  await step('the totals are filled in at once', async () => {
    await webview.locator('button[data-table=requests][data-fill=totals]').click();
    await expect.poll(() => number('resultTotal/total').innerText()).toBe('13');
    expect(await number('denied.secret/total').innerText()).toBe('3');
    await expect.poll(() => cell('resultTotal/total').getAttribute('class')).toContain('passed');
  });
  await shoot('view, after entering');
  await step('a fix is chosen at the cell', async () => {
    const unit = webview.locator('td[data-cell="proactive/licence/decisions"]');
    await unit.click();
    await page.keyboard.press('Alt+ArrowDown');
    expect(
      await webview
        .locator('#card button.fix')
        .first()
        .evaluate((element) => element === document.activeElement),
    ).toBe(true);
    await shoot('view, fixes of a cell');
    await page.keyboard.press('Enter');
    await line(/^行政许可.\|.35.\|/)
      .first()
      .waitFor();
  });
  await step('leaving the field by the mouse writes it, too', async () => {
    await cell('carriedIn/natural').dblclick();
    await entry.waitFor();
    await page.keyboard.type('9');
    await cell('granted/natural').click();
    await line(/^二、上年结转.*.\|.9.\|/)
      .first()
      .waitFor();
  });
});

test('in a dark theme and in high contrast', async () => {
  const { page, shoot, step, webview, command } = here();
  const colourOf = (text: string) =>
    page
      .locator('.view-line', { hasText: text })
      .locator('span span')
      .first()
      .evaluate((element) => getComputedStyle(element).color);
  const headingsStandOut = async () =>
    expect.poll(async () => (await colourOf('二、主动公开')) !== (await colourOf('行政处罚'))).toBe(true);
  await step('dark theme', async () => {
    await page.locator('.view-line', { hasText: '行政处罚' }).first().click();
    await command('Notifications: Clear All Notifications');
    await command('Preferences: Toggle between Light/Dark Themes');
    await webview.locator('body.vscode-dark').waitFor();
    await headingsStandOut();
    await cell('new/total').click();
  });
  await shoot('dark theme');
  await step('high contrast', async () => {
    await page.locator('.view-line', { hasText: '行政处罚' }).first().click();
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Control+t');
    const theme = page.locator('.quick-input-widget .monaco-list-row', { hasText: 'Dark High Contrast' });
    await theme.first().waitFor();
    await page.keyboard.type('Dark High Contrast');
    await page.locator('.quick-input-widget .monaco-list-row.focused', { hasText: 'Dark High Contrast' }).waitFor();
    await page.keyboard.press('Enter');
    await webview.locator('body.vscode-high-contrast').waitFor();
    // Colour is not all that tells cells apart.
    expect(await webview.locator('td.error .mark').first().getAttribute('data-mark')).toBe('✗');
    await headingsStandOut();
    await cell('new/total').click();
  });
  await shoot('high contrast');
});
