import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '../rules/rule.ts';

/** The pages stand in docs/rules of the package: one folder above the bundle, three above this file. */
const FOLDERS = ['../docs/rules', '../../../docs/rules'].map((path) => join(import.meta.dirname, path));

/**
 * A rule's page in Markdown, without what only the repository needs: generator's markers, links between the pages and
 * the words for the test beside an example. Undefined when the package was installed without its documentation.
 */
export function readRulePage(id: string): string | undefined {
  for (const folder of FOLDERS) {
    try {
      return toRead(readFileSync(join(folder, `${id}.md`), 'utf8').replaceAll('\r\n', '\n'));
    } catch {
      // The other place, or none.
    }
  }
  return undefined;
}

const toRead = (page: string): string =>
  `${page
    .replace(/^<!--.*-->\n?/gm, '')
    .replace(/^```draft .*$/gm, '```')
    .replace(/\[([^\]\n]+)\]\([^)\n]+\.md\)/g, '$1')
    .trim()}\n`;

/** The page for a reader of one language: English readers get title, table and summary. */
export function pageIn(page: string, locale: Locale): string {
  if (locale === 'zh') return page;
  const head = page.slice(0, page.indexOf('\n## '));
  const summary = page.slice(page.indexOf(SUMMARY) + SUMMARY.length);
  return `${head.trim()}\n\n${summary.trim()}\n`;
}

const SUMMARY = '\n## English\n';
