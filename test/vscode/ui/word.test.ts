// A clerk's colleague sends a Word document: it is opened, one thing is mended, it is saved, and it is a document still.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readWord } from '../../../server/src/word/bundle.ts';
import { draft } from '../../support/draft.ts';
import { LAYOUTS } from '../../support/layouts.ts';
import { bodyOf, word } from '../../word/ooxml.ts';
import { accepted, partsOf, rejected } from '../../word/revisions.ts';
import { type Session, screenshots, startSession } from './support/session.ts';

let session: Session | undefined;
let file = '';

const html = LAYOUTS.find(({ format }) => format === 'html') ?? LAYOUTS[0];
const written = draft({ layout: html, say: { 6: '对外答复的 workflow 还不够顺畅。' } });
const bytes = word(bodyOf(written.text));

const shown = (document: Uint8Array): string => {
  const read = readWord(document);
  return typeof read === 'string' ? read : read.text;
};

beforeAll(async () => {
  session = await startSession();
  file = join(session.workspace, 'fixtures', 'report.docx');
  writeFileSync(file, bytes);
});

afterAll(() => session?.stop());

test('a Word document is opened, mended and saved, and LibreOffice opens it', async () => {
  if (!session) throw new Error('no workbench');
  const { page, step, shoot, open, command, quickFixes } = session;
  const problem = page.locator('.markers-panel .monaco-list-row', { hasText: 'workflow' });
  // The editor knows what opens a document once it knows its extensions.
  await step('another draft', async () => {
    await open('pipe-rows.txt');
    await page.locator('.statusbar-item', { hasText: '2023' }).waitFor();
    await command('View: Close All Editors');
    await page.locator('.tab').waitFor({ state: 'detached' });
  });
  await step('open', async () => {
    await page.getByRole('treeitem', { name: 'report.docx' }).dblclick();
    await page.locator('.tab.active', { hasText: 'report.docx.txt' }).waitFor();
    await page.keyboard.press('Control+Shift+M');
    await problem.first().waitFor();
  });
  await shoot('word 1 opened');
  await step('the problem leads to its place', async () => {
    await problem.first().dblclick({ position: { x: 100, y: 10 } });
    await page.locator('.monaco-editor .squiggly-warning').first().waitFor();
  });
  const fix = page.locator('.action-widget .monaco-list-row', { hasText: '工作流程' });
  await step('fix', async () => {
    await quickFixes(fix);
    await page.keyboard.press('Enter');
    await problem.first().waitFor({ state: 'detached' });
  });
  await step('save', async () => {
    await page.keyboard.press('Control+s');
    await page.locator('.tab.active:not(.dirty)').waitFor();
    await expect.poll(() => partsOf(new Uint8Array(readFileSync(file)))['word/document.xml']).toContain('<w:ins ');
  });
  await shoot('word 2 saved');
  const saved = new Uint8Array(readFileSync(file));
  expect(shown(rejected(saved))).toBe(shown(bytes));
  expect(shown(accepted(saved))).toContain('工作流程');
  const profile = `-env:UserInstallation=file://${join(session.workspace, 'profile')}`;
  const office = spawnSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', screenshots, file]);
  if (office.error) console.log('LibreOffice is not installed: the saved document was not opened in it.');
  else expect(readFileSync(join(screenshots, 'report.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
});
