// The saved page, printed as a reader prints it.
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../../scripts/workbench/browser.ts';
import { lint, readReport } from '../../../server/src/index.ts';
import { reportPage } from '../../../server/src/language/report-page.ts';
import { reportView } from '../../../server/src/language/report-view.ts';
import { type DraftOptions, draft } from '../../support/draft.ts';
import { screenshots } from './support/session.ts';

let browser: Browser | undefined;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser?.close());

function pageOf(options: DraftOptions, locale: 'zh' | 'en' = 'zh'): string {
  const { text, format } = draft(options);
  const view = reportView(readReport(text, { format }), lint(text, { format, locale }), locale);
  return reportPage(view, { file: '报告.txt', date: '2025-01-20', version: '1.0.0' }, locale);
}

async function printed(html: string, name: string): Promise<number> {
  if (!browser) throw new Error('no browser');
  const page = await browser.newPage();
  await page.setContent(html);
  await page.screenshot({ path: join(screenshots, `${name}.png`), fullPage: true });
  const pdf = await page.pdf({ preferCSSPageSize: true, path: join(screenshots, `${name}.pdf`) });
  await page.close();
  return pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
}

test.each([
  ['2021', 'zh'],
  ['2021', 'en'],
  ['2019', 'zh'],
] as const)('a clean report of the form of %s in %s is two sheets of A4', async (form, locale) => {
  expect(await printed(pageOf({ form, seed: 4, size: 'large' }, locale), `page ${form} ${locale}`)).toBe(2);
});

test('one with findings shows them first', async () => {
  const cells = { 'requests/new/total': '99', 'requests/granted/ngo': '' };
  const pages = await printed(pageOf({ seed: 4, cells, say: { 1: '建立feedback机制。' } }), 'page with findings');
  expect(pages).toBeLessThanOrEqual(3);
});
