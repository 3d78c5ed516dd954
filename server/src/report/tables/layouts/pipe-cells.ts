import { defineLayout } from './layout.ts';
import { printedTexts, readPipes, tidyPipes } from './pipes.ts';

/** A cell a line; the row's last line carries one more pipe for every place that a merged cell covers. */
export const pipeCells = defineLayout({
  id: 'pipe-cells',
  offered: { zh: '竖线分隔，每格一行', en: 'a cell a line with pipes' },
  rowALine: false,
  wraps: false,
  showsBlanks: true,
  showsMerged: false,
  markup: false,
  standsApart: false,
  fits: ({ piped, filled }) => piped * 2 > filled,
  between: ' |\n',
  read: (text, lines) => readPipes(text, lines, true),
  write: (grid) =>
    grid.flatMap((row) => {
      const cells = printedTexts(row).map((text) => `${text} |`);
      const covered = row.length - cells.length;
      const last = cells.pop() ?? '|';
      return [...cells, covered > 0 ? `${last} ${'|'.repeat(covered)}` : last];
    }),
  tidy: (lines) => lines.map(tidyPipes),
});
