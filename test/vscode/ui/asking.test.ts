// Where the editor asks before it writes: changes that are ticked, the name of a body, a draft that was never saved.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DraftOptions, draft } from '../../support/draft.ts';
import { LAYOUTS } from '../../support/layouts.ts';
import { type Session, startSession } from './support/session.ts';

let session: Session | undefined;

beforeAll(async () => {
  session = await startSession({}, { chinese: true });
});

afterAll(() => session?.stop());

const here = (): Session => {
  if (!session) throw new Error('no workbench');
  return session;
};

async function openDraft(name: string, options: DraftOptions): Promise<string> {
  const { page, workspace, open } = here();
  const path = join(workspace, 'fixtures', name);
  writeFileSync(path, draft(options).text);
  await page.getByRole('treeitem', { name }).waitFor();
  await open(name);
  await page.locator('.statusbar-item', { hasText: /年报 20\d\d|年报 年度/ }).waitFor();
  return path;
}

const action = (text: string) => here().page.locator('.action-widget .monaco-list-row', { hasText: text });

/** By keys: the menu does not take a click before the mouse has moved. */
async function choose(text: string): Promise<void> {
  const focused = here().page.locator('.action-widget .monaco-list-row.focused');
  for (let tries = 0; tries < 20 && !(await focused.innerText()).includes(text); tries++) {
    await here().page.keyboard.press('ArrowDown');
  }
  await here().page.keyboard.press('Enter');
}

const WRONG = { 'requests/new/total': '91', 'requests/granted/total': '92' } as const;

test.each(['pipe-rows', 'cell-lines'])(
  'proposed totals are listed by their cells, all ticked, and what stays ticked is written: %s',
  async (name) => {
    const { page, step, shoot, command } = here();
    const layout = LAYOUTS.find((each) => each.name === name);
    const path = await openDraft(`totals-${name}.txt`, { ...(layout && { layout }), cells: WRONG });
    const rows = page.locator('.quick-input-widget .monaco-list-row');
    const ticked = page.locator('.quick-input-widget .quick-input-count');
    await step('the list', async () => {
      const lens = page.locator('.codelens-decoration a', { hasText: /查看 \d+ 处修改建议/ });
      // The lens stands above its table, below what is seen first.
      await command('Go to Symbol in Editor');
      await page.locator('.quick-input-widget input[type=text]').fill('@三、收到和处理');
      await page.keyboard.press('Enter');
      await lens.first().click();
      await page.locator('.quick-input-title', { hasText: '修改建议' }).waitFor();
      expect(await rows.count()).toBe(2);
      const said = await rows.allInnerTexts();
      expect(said[0]).toMatch(/本年新收.*总计.*91.*\d/);
      expect(said[1]).toMatch(/予以公开.*总计.*92.*\d/);
      expect(await ticked.innerText()).toBe('2 Selected');
    });
    await shoot(`changes are asked for, ${name}`);
    await step('one is taken out, the other is written', async () => {
      await rows.nth(1).click();
      await expect.poll(() => ticked.innerText()).toBe('1 Selected');
      await page.keyboard.press('Enter');
      await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
      // What was confirmed is written by the server: a save before it has come would be of the old text.
      await page.locator('.tab.active.dirty').waitFor();
      await page.keyboard.press('Control+1');
      await page.keyboard.press('Control+s');
      const expected = draft({ ...(layout && { layout }), cells: { 'requests/granted/total': '92' } }).text;
      await expect.poll(() => readFileSync(path, 'utf8')).toBe(expected);
    });
  },
);

test('a report that names nobody is given its title by asking for the name', async () => {
  const { page, step, shoot, quickFixes } = here();
  const prose = { preface: [], overview: ['（一）主动公开。2024年公开信息3条。'], signOff: [] };
  const path = await openDraft('nameless.txt', { title: 0, prose });
  const title = '填写机关名称，在文首写明标题…';
  await step('the name', async () => {
    await page.keyboard.press('Control+1');
    await page.keyboard.press('Control+Home');
    await quickFixes(action(title));
    await shoot('a name is missing');
    await choose(title);
    const box = page.locator('.quick-input-widget input[type=text]');
    await page.locator('.quick-input-title', { hasText: '机关' }).waitFor();
    await shoot('the name is asked for');
    await box.fill('青溪县水利局');
    await page.keyboard.press('Enter');
    await page.locator('.view-line', { hasText: '青溪县水利局2024年政府信息公开工作年度报告' }).waitFor();
    await page.keyboard.press('Control+s');
    await expect.poll(() => readFileSync(path, 'utf8')).toMatch(/^青溪县水利局2024年政府信息公开工作年度报告\n/);
  });
});

test('a draft that was never saved says why nothing can be ignored, and offers to be saved', async () => {
  const { page, step, shoot, newText, paste, quickFixes } = here();
  const title = '在此忽略（文稿尚未保存）…';
  await step('said', async () => {
    await newText();
    await paste(draft({ cells: { 'requests/new/total': '91' } }).text);
    await page.locator('.statusbar-item', { hasText: /年报 2024 .*错误/ }).waitFor();
    await page.keyboard.press('F8'); // to the first finding
    await page.locator('.peekview-widget, .marker-widget').first().waitFor();
    await page.keyboard.press('Escape');
    await quickFixes(action(title));
    await choose(title);
    await page.locator('.notification-toast', { hasText: '先保存' }).waitFor();
  });
  await shoot('ignoring before saving');
  await step('saved', async () => {
    await page.locator('.notification-toast').getByText('保存', { exact: true }).click();
    const name = page.locator('.quick-input-widget input[type=text]');
    await expect.poll(() => name.inputValue()).toMatch(/年度报告\.txt$/);
    await page.keyboard.press('Escape');
  });
});
