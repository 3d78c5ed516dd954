import { foldLabel } from '../../text/fold.ts';
import type { Cells, RawCell } from './layouts/index.ts';
import { mayStandForNumber } from './layouts/layout.ts';

/**
 * The stream of cells cut into runs: label cells, then the values that follow them. What a layout does to a label
 * (wrapping it, splitting it over cells, putting merged group labels before it) ends up inside one run's labels.
 */
export interface Run {
  /** The cells of its chunk, run by run: here from `from` on the labels, then the values up to `to`. */
  readonly cells: Cells;
  readonly from: number;
  readonly to: number;
  /** Each label folded. */
  readonly parts: readonly string[];
  /** The labels joined and folded: the row's label is its end. */
  readonly key: string;
  /** How many cells the line of the values has in all, and how many of them are labels; in layouts with a row a line. */
  readonly line: LineOfCells | undefined;
}

interface LineOfCells {
  readonly cells: number;
  readonly labels: number;
}

/** A run with its cells where they stand in the draft. */
export interface PlacedRun extends Pick<Run, 'parts' | 'key' | 'line'> {
  readonly labels: readonly RawCell[];
  readonly values: readonly RawCell[];
}

/** @param start where the text of the run's chunk begins in the draft. */
export function placed({ cells, from, to, parts, key, line }: Run, start: number): PlacedRun {
  const labels: RawCell[] = [];
  const values: RawCell[] = [];
  for (let index = from; index < to; index++) {
    (index < from + parts.length ? labels : values).push(cells.at(index, start));
  }
  return { labels, values, parts, key, line };
}

export const countValues = ({ from, to, parts }: Run): number => to - from - parts.length;

export function hasValue({ cells, from, to, parts }: Run): boolean {
  for (let index = from + parts.length; index < to; index++) if (cells.kind(index) === 'value') return true;
  return false;
}

/** So many blanks after a label are a row that was left blank: a head's covered places are fewer, or belong to no row. */
const WHOLE_ROW = 7;

const CHINESE_DIGIT = /^[零〇一二三四五六七八九十两]$/;

/** @param rowALine whether a line of the layout is a row, so that what follows a value in its line is a value too. */
export function toRuns(text: string, cells: Cells, rowALine: boolean): Run[] {
  const runs: Run[] = [];
  let kept = 0; // cells of runs; they move up to where cells have been dropped
  let labels: number[] = [];
  let values: number[] = [];
  let covered: number[] = [];
  let current: LineOfCells | undefined;
  let line: LineOfCells | undefined; // the line of the last value
  const isValue = (index: number): boolean => cells.kind(index) === 'value';
  const close = (): void => {
    if (labels.length > 0 || values.length > 0) {
      const from = kept;
      const parts = labels.map((label) => foldLabel(cells.text(text, label)));
      for (const label of labels) cells.move(label, kept++);
      for (const value of values) cells.move(value, kept++);
      const [only = ''] = parts;
      const key = parts.length < 2 ? only : parts.join('');
      runs.push({ cells, from, to: kept, parts, key, line });
    }
    labels = [];
    values = [];
    line = undefined;
  };
  let lastRow = -1;
  let valueRow = -1; // of the last value
  for (let index = 0; index < cells.length; index++) {
    const kind = cells.kind(index);
    const row = cells.row(index);
    const startsRow = row !== lastRow;
    if (startsRow) {
      // A line of nothing but blanks below its label, as where label and numbers stand on two lines.
      if (covered.length >= WHOLE_ROW && labels.length > 0 && values.length === 0) {
        values = covered;
        valueRow = lastRow;
        line = current;
      }
      if (covered.length > 0) covered = [];
      if (rowALine) current = lineFrom(cells, index);
      lastRow = row;
    }
    if (kind === 'blank' && (startsRow || covered.length > 0)) {
      covered.push(index); // A merged cell covers this place, unless the row turns out to hold values only.
      continue;
    }
    if (kind === 'label' && !standsForNumber(text, cells, index, values.at(-1), rowALine)) {
      // Few blanks between two labels of one row are covered cells.
      const isRun = values.length >= WHOLE_ROW || valueRow !== row || values.some(isValue);
      if (values.length > 0) {
        if (isRun) close();
        values = [];
        line = undefined;
      }
      labels.push(index);
    } else {
      for (const blank of covered) values.push(blank);
      values.push(index);
      valueRow = row;
      line = current;
    }
    if (covered.length > 0) covered = [];
  }
  close();
  cells.cut(kept);
  return runs;
}

/** The line that begins with a cell. */
function lineFrom(cells: Cells, first: number): LineOfCells {
  const row = cells.row(first);
  let labels = 0;
  let next = first;
  for (; next < cells.length && cells.row(next) === row; next++) if (cells.kind(next) === 'label') labels++;
  return { cells: next - first, labels };
}

/** 七 behind a label and before numbers, or as all that its row has beside the label. */
function isInFirstPlace(text: string, cells: Cells, index: number): boolean {
  if (!mayStandForNumber(cells.text(text, index))) return false;
  const row = cells.row(index);
  let before = index - 1;
  while (before >= 0 && cells.kind(before) === 'blank' && cells.row(before) === row) before--;
  if (before < 0 || cells.kind(before) !== 'label' || cells.row(before) !== row) return false;
  const isLast = index + 1 === cells.length || cells.row(index + 1) !== row;
  return isLast || cells.kind(index + 1) === 'value';
}

/** Text in a number's place (两件, 三) is a value; the same characters alone on a line may be a vertical label. */
function standsForNumber(
  text: string,
  cells: Cells,
  index: number,
  previous: number | undefined,
  rowALine: boolean,
): boolean {
  if (previous === undefined || cells.kind(previous) !== 'value') return isInFirstPlace(text, cells, index);
  if (rowALine) return cells.row(previous) === cells.row(index);
  const isBeforeValue = index + 1 < cells.length && cells.kind(index + 1) === 'value';
  return isBeforeValue && CHINESE_DIGIT.test(text.slice(cells.start(index), cells.end(index)));
}
