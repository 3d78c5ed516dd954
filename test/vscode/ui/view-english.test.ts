// The view for who reads English: its own words and the findings', with the form's labels as the form prints them.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Session, startSession } from './support/session.ts';

let session: Session | undefined;

beforeAll(async () => {
  session = await startSession({ 'nianbao.language': 'en' });
});

afterAll(() => session?.stop());

test('the view speaks English', async () => {
  if (!session) throw new Error('no workbench');
  const { page, open, command, step, shoot, webview } = session;
  await step('open', async () => {
    await open('pipe-rows.txt');
    await page.locator('.statusbar-item', { hasText: 'Annual report 2023' }).waitFor();
    await command('Show the Report Check');
    await webview.locator('h2', { hasText: 'Statutory tables' }).waitFor();
  });
  await step('a finding', async () => {
    await webview.locator('button.count.failed', { hasText: 'failed' }).click();
    await webview.locator('li.item.error .text').first().waitFor();
    const said = await webview.locator('li.item .text').allInnerTexts();
    expect(said.every((text) => /[a-z]{3}/.test(text))).toBe(true);
    const total = webview.locator('td[data-cell="requests/resultTotal/natural"]');
    await total.click();
    await webview.locator('#card button.fix', { hasText: 'Change' }).first().waitFor();
  });
  await shoot('view in English');
});
