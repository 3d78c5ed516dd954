import type { RowPlan } from '../../forms/plan.ts';
import type { PlacedMatch } from './align.ts';
import { type RawCell, shownText } from './layouts/index.ts';
import type { PlacedRun } from './runs.ts';

/** Leading blanks are places under merged labels, trailing ones padding; neither is a value once a row has enough. */
export function fitToWidth(
  values: readonly RawCell[],
  width: number,
  padding: Shape['padding'] = 'before',
): readonly RawCell[] {
  let from = 0;
  let to = values.length;
  const dropLeading = (): void => {
    while (to - from > width && values[from]?.kind === 'blank') from++;
  };
  const dropTrailing = (): void => {
    while (to - from > width && values[to - 1]?.kind === 'blank') to--;
  };
  for (const drop of padding === 'before' ? [dropLeading, dropTrailing] : [dropTrailing, dropLeading]) drop();
  return from === 0 && to === values.length ? values : values.slice(from, to);
}

/** How a draft fills its rows up to the table's width, learnt from the rows in which it is plain. */
export interface Shape {
  /** Whether the blanks of merged cells stand before the values (tab rows) or after them (`| |||`). */
  readonly padding: 'before' | 'after';
  /** Whether the last place of a row, its total, is nearly always filled in. */
  readonly fillsLast: boolean;
  /** The usual number of cells of a line with so many labels and numbers; undefined where none is usual. */
  usualCells(labels: number, width: number): number | undefined;
}

export function shapeOf(matches: readonly PlacedMatch[]): Shape {
  let before = 0;
  let blankLast = 0;
  const seen = new Map<number, Map<number, number>>();
  for (const { run, row } of matches) {
    const width = row.cells.length;
    if (run.values.at(-1)?.kind === 'blank') blankLast++;
    if (run.values.length > width) {
      before += Number(run.values[0]?.kind === 'blank') - Number(run.values.at(-1)?.kind === 'blank');
    }
    if (!run.line) continue;
    const kind = kindOf(run.line.labels, width);
    const counts = seen.get(kind) ?? new Map<number, number>();
    counts.set(run.line.cells, (counts.get(run.line.cells) ?? 0) + 1);
    seen.set(kind, counts);
  }
  const usual = new Map<number, number>();
  const lengths = new Set<number>();
  for (const [kind, counts] of seen) {
    const [[cells, lines] = [0, 0]] = [...counts].sort((a, b) => b[1] - a[1]);
    lengths.add(cells);
    if (lines >= ENOUGH_LINES) usual.set(kind, cells);
  }
  const [any] = lengths;
  // Where all kinds of lines are equally long the table is a full grid, and every line should be.
  const full = seen.size > 1 && lengths.size === 1;
  return {
    padding: before < 0 ? 'after' : 'before',
    fillsLast: blankLast <= MOST_BLANK,
    usualCells: (labels, width) => usual.get(kindOf(labels, width)) ?? (full ? any : undefined),
  };
}

/** With more blank ends than this a draft leaves its totals blank, or pads its rows. */
const MOST_BLANK = 2;

/** No row of the form has so many numbers. */
const WIDEST = 64;
const kindOf = (labels: number, width: number): number => labels * WIDEST + width;

/** This many lines of one length make it the usual one. */
const ENOUGH_LINES = 3;

/**
 * A line shorter than its kind, with a blank among what would be its values: a covered place may have slipped into the
 * place of the lost cell, and every number would stand one column off.
 */
export const isShort = ({ line }: PlacedRun, values: readonly RawCell[], width: number, shape: Shape): boolean =>
  line !== undefined &&
  values.length === width &&
  line.cells < (shape.usualCells(line.labels, width) ?? 0) &&
  values.some(({ kind }) => kind === 'blank') &&
  values.some(({ kind }) => kind === 'value');

/**
 * A cell was lost and the rest moved up: the total's place is blank, and what stands before it is at least the sum of
 * the others, as a total is. Every column would be judged by its neighbour's number.
 */
export function isShifted(text: string, values: readonly RawCell[], { cells }: RowPlan, { fillsLast }: Shape): boolean {
  const total = cells.at(-1);
  if (!fillsLast || total?.column.key !== 'total' || values.length !== cells.length) return false;
  if (values.at(-1)?.kind !== 'blank' || values.length < LONG_ENOUGH) return false;
  const numbers = values.slice(0, -1).map((value) => Number(shownText(text, value).trim() || Number.NaN));
  const last = numbers.pop() ?? 0;
  const sum = numbers.reduce((all, number) => all + number, 0);
  return sum > 0 && last >= sum;
}

/**
 * A cell too many in front, and the row's total fell off its end: the first place is blank, and what stands in the
 * total's is less than the sum of the others, as no total is.
 */
export function isPushed(text: string, values: readonly RawCell[], { cells }: RowPlan): boolean {
  if (cells.at(-1)?.column.key !== 'total' || values.length !== cells.length || values.length < LONG_ENOUGH)
    return false;
  if (values.findIndex(({ kind }) => kind === 'blank') !== 0 || values.slice(1).some(({ kind }) => kind === 'blank')) {
    return false;
  }
  const numbers = values.slice(1).map((value) => Number(shownText(text, value).trim() || Number.NaN));
  const last = numbers.pop() ?? 0;
  return last < numbers.reduce((all, number) => all + number, 0);
}

/** The seven columns of the requests; a block of the review table has its total in the middle of its row. */
const LONG_ENOUGH = 7;

export function withoutBlankEnds(values: readonly RawCell[]): readonly RawCell[] {
  const first = values.findIndex(({ kind }) => kind !== 'blank');
  const last = values.findLastIndex(({ kind }) => kind !== 'blank');
  return values.slice(Math.max(first, 0), last + 1);
}
