import type { TextFormat } from '../report.ts';

const TAG = /<(?:html|body|table|tr|td)[\s/>]/iy;

/** Is the draft an HTML source? It says so, or its tags do; plain text and Markdown may hold a table, too. */
export const isHtml = (text: string, format: TextFormat | undefined): boolean => format === 'html' || hasTag(text);

function hasTag(text: string): boolean {
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    TAG.lastIndex = at;
    if (TAG.test(text)) return true;
  }
  return false;
}
