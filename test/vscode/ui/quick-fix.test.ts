// What a user sees and does: a squiggle, a row in the Problems panel, the menu of Ctrl+., the fix, the file saved.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeOf } from '../suite/support/text-change.ts';
import { picture } from './support/pictures.ts';
import { type Session, startSession } from './support/session.ts';

let session: Session | undefined;

beforeAll(async () => {
  session = await startSession();
});

afterAll(() => session?.stop());

test('a total left at zero is underlined, explained, and set to its sum', async () => {
  if (!session) throw new Error('no workbench');
  const { page, workspace, shoot, step, open, quickFixes, webview } = session;
  const file = join(workspace, 'fixtures', 'pipe-rows.txt');
  const before = readFileSync(file, 'utf8');

  await step('open the draft', () => open('pipe-rows.txt'));
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
  await picture(page, 'findings', { x: 350, y: 330, width: 690, height: 440 }, [problem]);

  const title = '将「（七）总计」自然人列由 0 改为 3';
  const fixes = page.locator('.action-widget .monaco-list-row', { hasText: title });
  await step('quick fix menu', () => quickFixes(fixes));
  await shoot('2 quick fixes');
  await picture(page, 'quick-fixes', { x: 350, y: 300, width: 690, height: 330 }, [fixes]);

  await step('apply and save', async () => {
    // The preferred fix comes first and has the focus.
    await page.locator('.action-widget .monaco-list-row.focused', { hasText: title }).waitFor();
    await page.keyboard.press('Enter');
    await problem.waitFor({ state: 'detached' });
    await page.locator('.monaco-editor.focused').first().waitFor();
    await page.keyboard.press('Control+s');
    await expect.poll(() => readFileSync(file, 'utf8')).not.toBe(before);
  });
  await shoot('3 fixed');

  await step('page of the rule', async () => {
    await page.locator('.markers-panel .monaco-list-row a', { hasText: 'text/untranslated' }).first().click();
    await page.locator('.tab', { hasText: 'untranslated.md' }).waitFor();
    await webview.getByText('text/untranslated').first().waitFor();
  });
  await shoot('4 page of the rule');
  expect(changeOf(before, readFileSync(file, 'utf8'))).toEqual([
    '-（七）总计 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |',
    '+（七）总计 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |',
  ]);
});
