import { foldLabel } from '../text/fold.ts';
import { type RawCell, rawCell, shownText } from './cells/index.ts';

/**
 * The stream of cells cut into runs: label cells, then the values that follow them. What a layout does to a label
 * (wrapping it, splitting it over cells, putting merged group labels before it) ends up inside one run's labels.
 */
export interface Run {
  readonly labels: readonly RawCell[];
  /** Each label folded. */
  readonly parts: readonly string[];
  /** The labels joined and folded: the row's label is its end. */
  readonly key: string;
  readonly values: readonly RawCell[];
  /** How many cells the line of the values has in all, and how many of them are labels; in layouts with a row a line. */
  readonly line: LineOfCells | undefined;
}

interface LineOfCells {
  readonly cells: number;
  readonly labels: number;
}

/** So many blanks after a label are a row that was left blank: a head's covered places are fewer, or belong to no row. */
const WHOLE_ROW = 7;

const CHINESE_DIGIT = /^[零〇一二三四五六七八九十两]$/;

/** @param rowALine whether a line of the layout is a row, so that what follows a value in its line is a value too. */
export function toRuns(text: string, cells: readonly RawCell[], rowALine: boolean): Run[] {
  const runs: Run[] = [];
  let labels: RawCell[] = [];
  let values: RawCell[] = [];
  let covered: RawCell[] = [];
  let current: LineOfCells | undefined;
  let line: LineOfCells | undefined; // the line of the last value
  const close = (): void => {
    if (labels.length > 0 || values.length > 0) {
      const parts = labels.map((cell) => foldLabel(shownText(text, cell)));
      const [only = ''] = parts;
      const key = parts.length < 2 ? only : parts.join('');
      // Copies are as long as need be; what has grown cell by cell holds room for a dozen more.
      runs.push({ labels: labels.slice(), parts, key, values: values.slice(), line });
    }
    labels = [];
    values = [];
    line = undefined;
  };
  for (let index = 0; index < cells.length; index++) {
    const cell = cells[index];
    if (!cell) continue;
    const startsRow = cells[index - 1]?.row !== cell.row;
    if (startsRow) {
      // A line of nothing but blanks below its label, as where label and numbers stand on two lines.
      if (covered.length >= WHOLE_ROW && labels.length > 0 && values.length === 0) {
        values = covered;
        line = current;
      }
      covered = [];
      if (rowALine) current = lineFrom(cells, index);
    }
    if (cell.kind === 'blank' && (startsRow || covered.length > 0)) {
      covered.push(cell); // A merged cell covers this place, unless the row turns out to hold values only.
      continue;
    }
    if (cell.kind === 'label' && !standsForNumber(text, cell, values.at(-1), cells[index + 1], rowALine)) {
      // Few blanks between two labels of one row are covered cells.
      const isRun = values.length >= WHOLE_ROW || values.at(-1)?.row !== cell.row || values.some(isValue);
      if (values.length > 0 && isRun) close();
      values = [];
      line = undefined;
      labels.push(cell);
    } else {
      for (const blank of covered) values.push(blank);
      values.push(cell);
      line = current;
    }
    if (covered.length > 0) covered = [];
  }
  close();
  return runs;
}

const isValue = ({ kind }: RawCell): boolean => kind === 'value';

export const hasValue = (run: Run): boolean => run.values.some(isValue);

/** The run so much further on in a text. */
export function movedRun(run: Run, by: number): Run {
  if (by === 0) return run;
  const { parts, key, line } = run;
  const move = ({ start, end, kind, row, shown }: RawCell): RawCell => rawCell(start + by, end + by, kind, row, shown);
  return { labels: run.labels.map(move), parts, key, values: run.values.map(move), line };
}

/** The line that begins with a cell. */
function lineFrom(cells: readonly RawCell[], first: number): LineOfCells {
  const row = cells[first]?.row;
  let labels = 0;
  let next = first;
  for (; cells[next]?.row === row && next < cells.length; next++) if (cells[next]?.kind === 'label') labels++;
  return { cells: next - first, labels };
}

/** Text in a number's place (两件, 三) is a value; the same characters alone on a line may be a vertical label. */
function standsForNumber(
  text: string,
  cell: RawCell,
  previous: RawCell | undefined,
  next: RawCell | undefined,
  rowALine: boolean,
): boolean {
  if (previous?.kind !== 'value') return false;
  if (rowALine) return previous.row === cell.row;
  return next?.kind === 'value' && CHINESE_DIGIT.test(text.slice(cell.start, cell.end));
}
