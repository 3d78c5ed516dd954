import { defineLayout } from './layout.ts';
import { printedTexts, readPipes } from './pipes.ts';

/** How many pipes a merged cell leaves behind: in the drafts seen 100 to 400. */
const RUN = '|'.repeat(120);

/**
 * Rows whose covered places have become hundreds of pipes, so that several rows, or a row and the heading after it,
 * share a line. Such lines are split at the runs before anything else is read (lines.ts); a piece is a row or a cell.
 */
export const pipeRuns = defineLayout({
  id: 'pipe-runs',
  rowALine: false,
  wraps: false,
  showsBlanks: true,
  showsMerged: false,
  markup: false,
  standsApart: false,
  fits: ({ sign }) => sign === 'pipe-run',
  between: ' | ',
  read: (text, lines) => readPipes(text, lines, false),
  write: (grid) =>
    grid.map((row) => {
      const cells = printedTexts(row);
      return `${cells.join(' | ')} ${cells.length < row.length ? RUN : '|'}`;
    }),
});
