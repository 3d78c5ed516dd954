import type { TextFormat } from '../../report.ts';

const TAG = /<(?:html|body|table|tr|td)[\s/>]/i;

/** Is the draft an HTML source? It says so, or its tags do; plain text and Markdown may hold a table, too. */
export const isHtml = (text: string, format: TextFormat | undefined): boolean =>
  format === 'html' || (text.includes('<') && TAG.test(text));
