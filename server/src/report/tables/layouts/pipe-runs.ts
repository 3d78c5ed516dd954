import { isPrinted } from '../../../forms/grid.ts';
import type { Layout } from './layout.ts';
import { readPipes } from './pipes.ts';

/** How many pipes a merged cell leaves behind: in the drafts seen 100 to 400. */
const RUN = '|'.repeat(120);

/**
 * Rows whose covered places have become hundreds of pipes, so that several rows, or a row and the heading after it,
 * share a line. Such lines are split at the runs before anything else is read (lines.ts); a piece is a row or a cell.
 */
export const pipeRuns: Layout = {
  id: 'pipe-runs',
  between: ' | ',
  read: (text, lines) => readPipes(text, lines, false),
  write: (grid) =>
    grid.map((row) => {
      const cells = row.filter(isPrinted).map(({ text }) => text);
      return `${cells.join(' | ')} ${cells.length < row.length ? RUN : '|'}`;
    }),
};
