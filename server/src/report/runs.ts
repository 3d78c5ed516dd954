import { foldLabel } from '../text/fold.ts';
import { type RawCell, shownText } from './cells/index.ts';

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
  /** Which stretch of table lines it stands in. */
  readonly chunk: number;
  /** How many cells the line of the values has in all, and how many of them are labels; in layouts with a row a line. */
  readonly line?: { readonly cells: number; readonly labels: number };
}

/** So many blanks after a label are a row that was left blank: a head's covered places are fewer, or belong to no row. */
const WHOLE_ROW = 7;

const CHINESE_DIGIT = /^[零〇一二三四五六七八九十两]$/;

export function toRuns(text: string, cells: readonly RawCell[], chunk: number, rowALine: boolean): Run[] {
  const runs: Run[] = [];
  let labels: RawCell[] = [];
  let values: RawCell[] = [];
  let covered: RawCell[] = [];
  const lines = rowALine ? countCells(cells) : undefined;
  const close = (): void => {
    if (labels.length > 0 || values.length > 0) {
      const parts = labels.map((cell) => foldLabel(shownText(text, cell)));
      const line = lines?.get(values.at(-1)?.row ?? -1);
      runs.push({ labels, parts, key: parts.join(''), values, chunk, ...(line && { line }) });
    }
    labels = [];
    values = [];
  };
  for (const [index, cell] of cells.entries()) {
    const startsRow = cells[index - 1]?.row !== cell.row;
    if (startsRow) {
      // A line of nothing but blanks below its label, as where label and numbers stand on two lines.
      if (covered.length >= WHOLE_ROW && labels.length > 0 && values.length === 0) values = covered;
      covered = [];
    }
    if (cell.kind === 'blank' && (startsRow || covered.length > 0)) {
      covered.push(cell); // A merged cell covers this place, unless the row turns out to hold values only.
      continue;
    }
    if (cell.kind === 'label' && !standsForNumber(text, cells, index, rowALine, values)) {
      if (values.some((value) => value.kind === 'value') || values.at(-1)?.row !== cell.row) {
        if (values.length > 0) close();
      } else if (values.length >= WHOLE_ROW) close();
      else values = []; // Blanks between two labels of one row are covered cells.
      labels.push(cell);
    } else {
      for (const blank of covered) values.push(blank);
      values.push(cell);
    }
    covered = [];
  }
  close();
  return runs;
}

function countCells(cells: readonly RawCell[]): ReadonlyMap<number, { cells: number; labels: number }> {
  const lines = new Map<number, { cells: number; labels: number }>();
  for (const { row, kind } of cells) {
    const line = lines.get(row) ?? { cells: 0, labels: 0 };
    line.cells++;
    if (kind === 'label') line.labels++;
    lines.set(row, line);
  }
  return lines;
}

/** Text in a number's place (两件, 三) is a value; the same characters alone on a line may be a vertical label. */
function standsForNumber(
  text: string,
  cells: readonly RawCell[],
  index: number,
  rowALine: boolean,
  values: readonly RawCell[],
): boolean {
  const cell = cells[index];
  const previous = values.at(-1);
  if (!cell || previous?.kind !== 'value') return false;
  if (rowALine) return previous.row === cell.row;
  return CHINESE_DIGIT.test(text.slice(cell.start, cell.end)) && cells[index + 1]?.kind === 'value';
}
