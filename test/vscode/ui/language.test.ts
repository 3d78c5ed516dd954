// What is drawn into a draft with a wrong total: the lens above its table, the sum beside it, colours, the hover.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Session, startSession } from './support/session.ts';

let session: Session | undefined;

beforeAll(async () => {
  session = await startSession();
});

afterAll(() => session?.stop());

test('a wrong total is said above its table and beside it, and explained under the mouse', async () => {
  if (!session) throw new Error('no workbench');
  const { page, shoot, step, open, goTo, hover } = session;
  await step('open the draft', () => open('pipe-rows.txt'));
  await step('go to the total', () => goTo(51, 9));
  const lens = page.locator('.codelens-decoration', { hasText: '不成立' }).first();
  const hint = page.locator('.view-line', { hasText: 'Σ 3' }).first();
  await step('lens and hint', async () => {
    await hint.waitFor();
    expect(await hint.innerText()).toContain('（七）总计');
  });
  await shoot('language 1 hint');
  await step('hover', () =>
    hover(hint.getByText('总计').first(), page.locator('.monaco-hover', { hasText: '（七）总计' })),
  );
  await shoot('language 2 hover');
  await step('the lens above the table', async () => {
    await goTo(25, 1);
    await lens.waitFor();
    expect(await lens.innerText()).toMatch(/^勾稽 \d+\/39 成立，\d+ 条不成立/);
  });
  await shoot('language 3 lens');
  await step('completion', async () => {
    await goTo(3, 1);
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.waitForTimeout(400); // a list that is asked for, as a hand does, and not one that opens while typing
    await page.keyboard.press('Control+Space');
    const rows = page.locator('.suggest-widget .monaco-list-row');
    await rows.filter({ hasText: '予以公开2件、无法提供1件' }).waitFor();
    // The draft says it already.
    expect(await rows.filter({ hasText: '新收政府信息公开申请' }).count()).toBe(0);
  });
  await shoot('language 4 completion');
});
