import { type Grid, isPrinted } from '../../server/src/forms/grid.ts';

/** Ways in which pipes stand beside and between cells in pasted drafts; the product itself writes only one of each. */

const texts = (row: Grid[number]): string[] => row.filter(isPrinted).map(({ text }) => text);

/** `|` alone, then `cell |`. */
export const pipeBeforeCell = (grid: Grid): string[] =>
  grid.flatMap((row) => texts(row).flatMap((text) => ['|', `${text} |`]));

/** `| ` and an indented `cell |`. */
export const pipeBeforeIndented = (grid: Grid): string[] =>
  grid.flatMap((row) => texts(row).flatMap((text) => ['| ', `    ${text} |`]));

/** A pipe opens each row, and empty lines stand everywhere. */
export const pipesAround = (grid: Grid): string[] =>
  grid.flatMap((row) => ['|', '', ...texts(row).flatMap((text) => [text, '', '|', ''])]);

/** Only the row's beginning has a line of its own. */
export const pipeAtRowStart = (grid: Grid): string[] =>
  grid.flatMap((row) => ['| ', ...texts(row).map((text) => `    ${text} |`)]);

const RUN = '|'.repeat(214);

/** Every cell spans so many columns that a run stands between any two. */
export const runsBetweenCells = (grid: Grid): string[] => grid.map((row) => `${texts(row).join(` ${RUN} `)} ${RUN}`);

/** A whole table on one line. */
export const runsBetweenRows = (grid: Grid): string[] => [
  grid.map((row) => `${texts(row).join(' | ')} |${RUN}`).join(' '),
];
