// The rest of what a person sees: hover, status, ignoring, a new report, the whole workspace, the walkthrough.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { picture } from './support/pictures.ts';
import { type Session, startSession } from './support/session.ts';

let session: Session | undefined;

beforeAll(async () => {
  // The fixtures share their prose, which is another matter.
  session = await startSession({ 'nianbao.rules': { peer: 'off' } });
});

afterAll(() => session?.stop());

const here = (): Session => {
  if (!session) throw new Error('no workbench');
  return session;
};

test('hover: what a cell is, what its equation says, and what is wrong', async () => {
  const { page, open, goTo, command, step, shoot } = here();
  await step('hover', async () => {
    await open('pipe-rows.txt');
    await page.locator('.statusbar-item', { hasText: '2023' }).waitFor();
    await goTo(51, 9);
    await page.locator('.monaco-editor .squiggly-error').first().waitFor();
    await command('Show or Focus Hover');
    const hover = page.locator('.monaco-hover:visible', { hasText: '不等于' });
    await hover.waitFor();
    expect(await hover.innerText()).toContain('「（七）总计」自然人列为 0，各项之和为 3，少 3');
  });
  await shoot('hover, lens and hints');
  await page.keyboard.press('Escape');
});

test('status: how much was checked, and the way to all of it', async () => {
  const { page, step, shoot, hover } = here();
  await step('status hover', async () => {
    const popup = page.locator('.monaco-hover:visible', { hasText: ' checks: ' });
    await hover(page.locator('.statusbar-item', { hasText: '2023' }), popup);
    expect((await popup.innerText()).replace(/\s+/g, ' ')).toMatch(
      /Findings: 2 errors, \d warnings.* \d{3} checks: \d{3} passed, \d failed; \d+ not checked/,
    );
    expect(await popup.locator('a', { hasText: 'report view' }).count()).toBe(1);
  });
  await shoot('status');
  await page.mouse.move(700, 500);
});

test('ignoring: asks why, and writes the reason above the paragraph', async () => {
  const { page, open, step, shoot, quickFixes } = here();
  const comment = page.locator('.view-line', { hasText: 'nianbao-ignore' });
  await step('ignore', async () => {
    await open('markdown.md');
    const problem = page.locator('.markers-panel .monaco-list-row', { hasText: 'date/wrong-year' });
    await page.keyboard.press('Control+Shift+M');
    await problem.dblclick({ position: { x: 100, y: 10 } });
    await page.locator('.monaco-editor.focused').first().waitFor();
    await page.locator('.statusbar-item', { hasText: 'Ln 7, Col 13 (4 selected)' }).waitFor();
    await quickFixes(page.locator('.action-widget .monaco-list-row', { hasText: '在此忽略' }));
    // By keys: the menu does not take a click before the mouse has moved.
    const focused = page.locator('.action-widget .monaco-list-row.focused');
    for (let tries = 0; tries < 20 && !(await focused.innerText()).includes('在此忽略'); tries++) {
      await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('Enter');
    const reason = page.locator('.quick-input-widget input[type=text]');
    await reason.waitFor();
    await shoot('the reason is asked for');
    await reason.fill('上年数据，正文需对照');
    await page.keyboard.press('Enter');
    await comment.waitFor();
    await problem.waitFor({ state: 'detached' });
  });
  await shoot('ignored');
  await picture(page, 'ignore', { x: 350, y: 35, width: 800, height: 300 }, [comment]);
  await step('undo', async () => {
    await page.locator('.monaco-editor .view-line').first().click();
    await page.keyboard.press('Control+z');
    await comment.waitFor({ state: 'detached' });
  });
});

test('all reports of the workspace: findings of files that nobody has opened', async () => {
  const { page, command, step, shoot } = here();
  const file = page.locator('.markers-panel .monaco-list-row', { hasText: 'pipe-cells-row-ends.txt' }).first();
  await step('workspace', async () => {
    await command('Annual Report 年报: Check All Reports of the Workspace');
    await page.locator('.statusbar-item', { hasText: '7 annual reports checked' }).waitFor();
    await file.waitFor();
  });
  await shoot('workspace');
  const clip = { x: 350, y: 570, width: 800, height: 310 };
  const other = page.locator('.markers-panel .monaco-list-row', { hasText: 'structure/heading-number' });
  await picture(page, 'workspace', clip, [file, other]);
});

test('an empty list is shown together with how much was checked', async () => {
  const { page, open, command, step, shoot } = here();
  await step('clean', async () => {
    await open('pipe-cells.txt');
    await page.locator('.statusbar-item', { hasText: '2 warnings' }).waitFor();
    await command('Annual Report 年报: Fix All Problems That Can Be Fixed Safely');
    const status = page.locator('.statusbar-item', { hasText: 'nothing found in' });
    await status.waitFor();
    expect(await status.innerText()).toMatch(/nothing found in \d{3} checks/);
    await page.keyboard.press('Control+j'); // No panel below.
  });
  await shoot('nothing found');
});

test('a new report: year, body, kind', async () => {
  const { page, command, step, shoot } = here();
  await step('new report', async () => {
    const box = page.locator('.quick-input-widget input[type=text]');
    const title = page.locator('.quick-input-title');
    await command('Annual Report 年报: New Annual Report');
    await title.getByText('New annual report').waitFor();
    // The year after that of the latest report that is open.
    await expect.poll(() => box.inputValue()).toBe('2025');
    await box.fill('2026');
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-message', { hasText: 'Full name' }).waitFor();
    await box.fill('松河镇人民政府');
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-widget .monaco-list-row.focused', { hasText: 'Township government' }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.view-line', { hasText: '松河镇人民政府2026年政府信息公开工作年度报告' }).waitFor();
  });
  await shoot('new report');
  await step('it is saved as a text, under a name that says what it is', async () => {
    await page.keyboard.press('Control+s');
    const name = page.locator('.quick-input-widget input[type=text]');
    await expect.poll(() => name.inputValue()).toMatch(/\/政府信息公开工作年度报告\.txt$/);
    await shoot('new report, saved as');
    await page.keyboard.press('Escape');
  });
});

test('the walkthrough has its five steps with their pictures', async () => {
  const { page, open, command, step, shoot } = here();
  await step('walkthrough', async () => {
    await command('Welcome: Open Walkthrough...');
    const choice = page.locator('.quick-input-widget .monaco-list-row', { hasText: 'Check an annual report' });
    await page.locator('.quick-input-widget input[type=text]').fill('Check an annual report');
    await choice.first().click();
    await page.locator('.getting-started-step').nth(4).waitFor();
    expect(await page.locator('.getting-started-step').count()).toBe(5);
    const image = page.locator('.getting-started-media img:visible');
    await expect
      .poll(() => image.evaluate((one) => (one instanceof HTMLImageElement ? one.naturalWidth : 0)))
      .toBeGreaterThan(300);
  });
  await shoot('walkthrough');
  await step('a step is ticked off', async () => {
    await open('pipe-rows.txt');
    await page.locator('.statusbar-item', { hasText: '2023' }).waitFor();
    await command('Annual Report 年报: Show the Report Check');
    await page.locator('.tab', { hasText: 'Report check: pipe-rows.txt' }).waitFor();
    await page.locator('.tab', { hasText: 'Walkthrough' }).click();
    const ticks = page.locator('.getting-started-step .codicon-getting-started-step-checked');
    await expect.poll(() => ticks.count(), { timeout: 10_000 }).toBe(1);
  });
  await shoot('walkthrough, a step done');
});
