// The view follows its text, and says when there is none any more.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Session, startSession } from './support/session.ts';

let session: Session | undefined;

beforeAll(async () => {
  session = await startSession();
});

afterAll(() => session?.stop());

test('what is out of date is not shown as if it held', async () => {
  if (!session) throw new Error('no workbench');
  const { page, open, goTo, command, step, shoot, webview } = session;
  const state = webview.locator('.state');
  await step('checked', async () => {
    await open('pipe-rows.txt');
    await page.locator('.statusbar-item', { hasText: 'Annual report 2023' }).waitFor();
    await command('Show the Report Check');
    await webview.locator('button.count.failed').waitFor();
    expect(await state.innerText()).toBe('');
  });
  await step('changed, and checked again', async () => {
    await goTo(28, 20);
    await page.keyboard.type('4');
    await expect.poll(() => webview.locator('td[data-cell="requests/new/natural"] .number').innerText()).toMatch(/4/);
    await expect.poll(() => state.innerText()).toBe('');
    await page.keyboard.press('Control+z');
  });
  await step('closed', async () => {
    await page.locator('.tab:not(.dirty)[data-resource-name="pipe-rows.txt"] .codicon-close').first().click();
    await expect.poll(() => state.innerText()).toBe('文稿已关闭，以下是关闭前的结果。');
    expect(await webview.locator('body.stale').count()).toBe(1);
  });
  await shoot('view of a text that is closed');
});
