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

/**
 * This many blanks after a label are a row that was left blank: a head's covered places are fewer, or belong to no row.
 */
const WHOLE_ROW = 7;

const CHINESE_DIGIT = /^[零〇一二三四五六七八九十两]$/;

/** @param rowALine whether a line of the layout is a row, so that what follows a value in its line is a value too. */
export function toRuns(text: string, cells: Cells, rowALine: boolean): Run[] {
  const builder = new RunBuilder(text, cells, rowALine);
  for (let index = 0; index < cells.length; index++) builder.take(index);
  return builder.finish();
}

/** Cuts a stream of cells into runs. The cells of runs move up to where cells have been dropped. */
class RunBuilder {
  readonly #text: string;
  readonly #cells: Cells;
  readonly #rowALine: boolean;
  readonly #runs: Run[] = [];
  #kept = 0;
  #labels: number[] = [];
  #values: number[] = [];
  /** Blanks of the row at hand that a merged cell may cover. */
  #covered: number[] = [];
  #current: LineOfCells | undefined;
  /** Of the last value. */
  #line: LineOfCells | undefined;
  #row = -1;
  #valueRow = -1;

  constructor(text: string, cells: Cells, rowALine: boolean) {
    this.#text = text;
    this.#cells = cells;
    this.#rowALine = rowALine;
  }

  /** The next cell of the stream. */
  take(index: number): void {
    const row = this.#cells.row(index);
    const startsRow = row !== this.#row;
    if (startsRow) this.#startRow(index, row);
    const kind = this.#cells.kind(index);
    if (kind === 'blank' && (startsRow || this.#covered.length > 0)) {
      this.#covered.push(index); // A merged cell covers this place, unless the row turns out to hold values only.
      return;
    }
    const isLabel =
      kind === 'label' && !standsForNumber(this.#text, this.#cells, index, this.#values.at(-1), this.#rowALine);
    if (isLabel) this.#label(index, row);
    else this.#value(index, row);
    if (this.#covered.length > 0) this.#covered = [];
  }

  finish(): Run[] {
    this.#close();
    this.#cells.cut(this.#kept);
    return this.#runs;
  }

  #startRow(index: number, row: number): void {
    // A line of nothing but blanks below its label, as where label and numbers stand on two lines.
    if (this.#covered.length >= WHOLE_ROW && this.#labels.length > 0 && this.#values.length === 0) {
      this.#values = this.#covered;
      this.#valueRow = this.#row;
      this.#line = this.#current;
    }
    if (this.#covered.length > 0) this.#covered = [];
    if (this.#rowALine) this.#current = lineFrom(this.#cells, index);
    this.#row = row;
  }

  #label(index: number, row: number): void {
    if (this.#values.length > 0) {
      if (this.#holdsRun(row)) this.#close();
      this.#values = [];
      this.#line = undefined;
    }
    this.#labels.push(index);
  }

  /** Few blanks between two labels of one row are covered cells. */
  #holdsRun(row: number): boolean {
    return (
      this.#values.length >= WHOLE_ROW ||
      this.#valueRow !== row ||
      this.#values.some((value) => this.#cells.kind(value) === 'value')
    );
  }

  #value(index: number, row: number): void {
    for (const blank of this.#covered) this.#values.push(blank);
    this.#values.push(index);
    this.#valueRow = row;
    this.#line = this.#current;
  }

  #close(): void {
    if (this.#labels.length > 0 || this.#values.length > 0) {
      const cells = this.#cells;
      const from = this.#kept;
      const parts = this.#labels.map((label) => foldLabel(cells.text(this.#text, label)));
      for (const label of this.#labels) cells.move(label, this.#kept++);
      for (const value of this.#values) cells.move(value, this.#kept++);
      const [only = ''] = parts;
      const key = parts.length < 2 ? only : parts.join('');
      this.#runs.push({ cells, from, to: this.#kept, parts, key, line: this.#line });
    }
    this.#labels = [];
    this.#values = [];
    this.#line = undefined;
  }
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
