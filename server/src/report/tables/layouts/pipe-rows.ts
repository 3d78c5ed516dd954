import { defineLayout } from './layout.ts';
import { printedTexts, readPipes, tidyPipes } from './pipes.ts';

/** A row a line, cells separated by pipes: a web page's table copied as text. Merged cells stand once. */
export const pipeRows = defineLayout({
  id: 'pipe-rows',
  offered: { zh: '竖线分隔，每行一条', en: 'rows parted by pipes' },
  rowALine: true,
  wraps: false,
  showsBlanks: true,
  showsMerged: false,
  markup: false,
  standsApart: false,
  fits: ({ piped, pipedRows, filled }) => piped * 2 > filled && pipedRows * 3 > piped,
  between: ' | ',
  read: (text, lines) => readPipes(text, lines, false),
  write: (grid) => grid.map((row) => `${printedTexts(row).join(' | ')} |`),
  tidy: (lines) => lines.map(tidyPipes),
});
