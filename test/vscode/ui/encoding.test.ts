// A file from an older Windows program, as a Chinese user meets it: GB 18030, which VS Code opens as UTF-8.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { encode } from '../../../server/src/cli/encode.ts';
import { draft } from '../../support/draft.ts';
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

test('a file in another encoding is not checked but said to be one, and opened again as it should be', async () => {
  const { page, workspace, step, shoot, open, command } = here();
  const text = readFileSync(join(workspace, 'fixtures', 'pipe-rows.txt'), 'utf8');
  const bytes = encode({ text, encoding: 'gb18030', bom: false });
  if (!bytes) throw new Error('the fixture cannot be encoded');
  writeFileSync(join(workspace, 'fixtures', 'gb.txt'), bytes);
  const status = page.locator('.statusbar-item', { hasText: '年报 · GB 18030 编码，未核对' });
  const rows = page.locator('.markers-panel .monaco-list-row');
  await step('open', async () => {
    await page.getByRole('treeitem', { name: 'gb.txt' }).waitFor();
    await open('gb.txt');
    await status.waitFor();
    await page.keyboard.press('Control+Shift+M');
    await rows.filter({ hasText: '本文件是 GB 18030 编码' }).waitFor();
  });
  await shoot('encoding 1 told');
  await step('检查当前报告', async () => {
    await command('检查当前报告');
    await page.locator('.notification-toast', { hasText: 'GB 18030' }).waitFor();
    expect(await rows.count()).toBe(2); // the file and the one finding
  });
  await step('reopen', async () => {
    await page.locator('.notification-toast').getByText('以 GB 18030 编码重新打开').click();
    await page.locator('.statusbar-item', { hasText: /年报 2023 · 2021版 · 错误 2，警告 \d/ }).waitFor();
    await rows.filter({ hasText: '「（七）总计」自然人列为 0' }).waitFor();
    expect(await rows.filter({ hasText: 'GB 18030' }).count()).toBe(0);
  });
  await shoot('encoding 2 reopened');
});

test('a UTF-16 file: with its mark it is read as it is, without one it is said to be one', async () => {
  const { page, workspace, step, shoot, command } = here();
  const text = readFileSync(join(workspace, 'fixtures', 'pipe-rows.txt'), 'utf8');
  for (const bom of [true, false]) {
    const bytes = encode({ text, encoding: 'utf-16le', bom });
    if (!bytes) throw new Error('the fixture cannot be encoded');
    writeFileSync(join(workspace, 'fixtures', bom ? 'marked.txt' : 'unmarked.txt'), bytes);
  }
  const checked = page.locator('.statusbar-item', { hasText: /年报 2023 · 2021版 · 错误 2，警告 \d/ });
  const told = page.locator('.statusbar-item', { hasText: '年报 · UTF-16 LE 编码，未核对' });
  const finding = page.locator('.markers-panel .monaco-list-row', { hasText: '本文件是 UTF-16 LE 编码' });
  const tree = (name: string) => page.getByRole('treeitem', { name, exact: false });
  await step('with a mark', async () => {
    await command('View: Close All Editors');
    await tree('marked.txt').first().dblclick();
    await checked.waitFor();
    expect(await finding.count()).toBe(0);
  });
  await step('without one', async () => {
    await command('View: Close All Editors'); // The list shows a few findings only.
    await tree('unmarked.txt').dblclick();
    await page.getByText('Open Anyway').click(); // The editor takes it for no text.
    await page.locator('.quick-input-widget .monaco-list-row.focused', { hasText: 'Text Editor' }).waitFor();
    await page.keyboard.press('Enter');
    await told.waitFor();
    await finding.waitFor();
  });
  await shoot('encoding 3 UTF-16');
  await step('opened again', async () => {
    await told.click();
    await checked.waitFor();
    await finding.waitFor({ state: 'detached' });
    await page.locator('.view-line', { hasText: '青禾县林业局2023年' }).waitFor();
  });
});

test('a saved web page is checked, and no service of the editor complains of it', async () => {
  const { page, workspace, step, shoot, open } = here();
  const layout = LAYOUTS.find(({ format }) => format === 'html');
  writeFileSync(join(workspace, 'fixtures', 'page.html'), draft({ ...(layout && { layout }) }).text);
  await step('open', async () => {
    await page.getByRole('treeitem', { name: 'page.html' }).waitFor();
    await open('page.html');
    await page.locator('.statusbar-item', { hasText: '年报 2024 · 2021版 · 未发现问题' }).waitFor();
    await page.waitForTimeout(6_000); // a service that cannot start gives up five times first
    expect(await page.locator('.notification-toast', { hasNotText: 'GB 18030' }).allInnerTexts()).toEqual([]);
  });
  await shoot('web page');
});

test.each(['年报', 'annual report'])('the palette finds the commands by “%s” in a Chinese editor', async (words) => {
  const { page, step, shoot } = here();
  await step('palette', async () => {
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input[type=text]').fill(`>${words}`);
    await page.locator('.quick-input-widget .monaco-list-row', { hasText: '年报校对: 检查当前报告' }).waitFor();
  });
  await shoot(`palette ${words}`);
  await page.keyboard.press('Escape');
});

test('settings have labelled choices, and the issuer can be written without JSON', async () => {
  const { page, step, shoot } = here();
  await step('settings', async () => {
    await page.keyboard.press('Control+,');
    const search = page.locator('.settings-header .suggest-input-container');
    await search.waitFor();
    await page.keyboard.type('@ext:nianbao.nianbao-lint');
    await page.locator('.setting-item-contents', { hasText: '发布机关全称' }).locator('input').first().waitFor();
    await page.locator('.setting-item-contents', { hasText: '按名称判断' }).first().waitFor();
  });
  await shoot('settings');
  await step('when to check', async () => {
    await page.keyboard.press('Control+a');
    await page.keyboard.type('@id:nianbao.run');
    await page.locator('.setting-item-contents', { hasText: '边写边查' }).first().waitFor();
  });
});
