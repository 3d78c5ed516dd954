// The README's first step, as a person does it: a new file, a draft pasted into it, and then some time to look.
import { readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Session, startSession } from './support/session.ts';

let session: Session | undefined;

beforeAll(async () => {
  session = await startSession();
});

afterAll(() => session?.stop());

const here = (): Session => {
  if (!session) throw new Error('no workbench');
  return session;
};

/** Long enough for the editor to have guessed a language, which it does half a second after the last change. */
const LOOK = 3_000;

test('a pasted draft stays a report, whatever language the editor takes it for', async () => {
  const { page, workspace, step, shoot, newText, paste, command } = here();
  const text = readFileSync(join(workspace, 'fixtures', 'pipe-rows.txt'), 'utf8');
  const status = page.locator('.statusbar-item', { hasText: '2023' });
  const problem = page.locator('.markers-panel .monaco-list-row', { hasText: '「（七）总计」自然人列为 0' });
  const button = page.locator('.editor-actions a[aria-label*="Show the Report Check"]');
  await step('paste', async () => {
    await newText();
    await paste(text);
    await status.waitFor();
    await page.waitForTimeout(LOOK);
    await page.keyboard.press('Control+Shift+M');
    await problem.waitFor();
    expect(await status.innerText()).toMatch(/2 errors, \d warnings/);
    await button.waitFor();
    await page.locator('.statusbar-item', { hasText: 'Annual report (政府信息公开' }).waitFor();
  });
  await shoot('pasted, three seconds later');

  const ini = page.locator('.statusbar-item[aria-label^="Ini"]');
  const chooseIni = async (): Promise<void> => {
    await page.keyboard.press('Control+1');
    await command('Change Language Mode');
    await page.locator('.quick-input-widget input[type=text]').fill('Ini');
    await page.locator('.quick-input-widget .monaco-list-row', { hasText: 'Ini' }).first().click();
  };
  await step('another language, chosen by hand', async () => {
    // The first choice may be taken for a late guess of the editor's own, and taken back.
    await expect
      .poll(
        async () => {
          if (!(await ini.isVisible())) await chooseIni();
          await page.waitForTimeout(LOOK);
          return ini.isVisible();
        },
        { timeout: 30_000 },
      )
      .toBe(true);
    await problem.waitFor();
    await button.waitFor();
    expect(await status.innerText()).toMatch(/2 errors, \d warnings/);
  });
  await step('what is typed then is checked', async () => {
    await page.keyboard.press('Control+1');
    await page.keyboard.press('Control+End');
    await page.keyboard.type('\n对外答复的 deadline 不够明确。');
    await page.locator('.markers-panel .monaco-list-row', { hasText: 'deadline' }).first().waitFor();
  });
  await shoot('still a report as ini');
});

test('a draft that was pasted and is saved under a name is checked as it stands', async () => {
  const { page, workspace, step, shoot, newText, paste } = here();
  const status = page.locator('.statusbar-item', { hasText: '2023' });
  const path = join(workspace, 'fixtures', 'saved.txt');
  await step('save', async () => {
    const original = join(workspace, 'fixtures', 'pipe-rows.txt');
    const pasted = readFileSync(original, 'utf8');
    // Beside it the copy would rightly be called a second filing.
    rmSync(original);
    await page.getByRole('treeitem', { name: 'pipe-rows.txt' }).waitFor({ state: 'detached' });
    await newText();
    await paste(pasted);
    await status.waitFor();
    await page.waitForTimeout(LOOK);
    const before = await status.innerText();
    await page.keyboard.press('Control+s');
    const name = page.locator('.quick-input-widget input[type=text]');
    await expect.poll(() => name.inputValue()).toMatch(/\.txt$/);
    await name.fill(path);
    await page.keyboard.press('Enter');
    await page.locator('.tab.active', { hasText: 'saved.txt' }).waitFor();
    await page.waitForTimeout(LOOK);
    await expect.poll(() => status.innerText()).toBe(before);
    await page.locator('.statusbar-item', { hasText: 'Annual report (政府信息公开' }).waitFor();
  });
  await shoot('saved under a name');
});

test('a file without an ending', async () => {
  const { page, workspace, step, open } = here();
  renameSync(join(workspace, 'fixtures', 'cell-lines.txt'), join(workspace, 'fixtures', 'draft'));
  await step('open', async () => {
    await page.getByRole('treeitem', { name: 'cell-lines.txt' }).waitFor({ state: 'detached' });
    await open('draft');
    await page.locator('.statusbar-item', { hasText: /Annual report 20\d\d/ }).waitFor();
    await page.waitForTimeout(LOOK);
    await page.locator('.statusbar-item', { hasText: 'Annual report (政府信息公开' }).waitFor();
    await page.locator('.statusbar-item', { hasText: /Annual report 20\d\d/ }).waitFor();
  });
});

const corpus = process.env.NIANBAO_CORPUS;
const seeds = corpus ? readdirSync(join(corpus, 'seeds')).filter((name) => name.endsWith('.txt')) : [];

test.skipIf(seeds.length === 0)('every seed (needs NIANBAO_CORPUS)', async () => {
  const { page, step, newText, paste } = here();
  for (const seed of seeds) {
    await step(seed, async () => {
      await newText();
      await paste(readFileSync(join(corpus ?? '', 'seeds', seed), 'utf8'));
      const status = page.locator('.statusbar-item', { hasText: /Annual report 20\d\d · .*(?:error|warning)/ });
      await status.waitFor();
      await page.waitForTimeout(LOOK);
      await status.waitFor();
      await page.locator('.statusbar-item', { hasText: 'Annual report (政府信息公开' }).waitFor();
    });
  }
});
