import type { FormTable } from '../../forms/index.ts';
import { planOf, type RowPlan, type TablePlan, type Wordings } from '../../forms/plan.ts';
import { type Span, span } from '../../text/span.ts';
import type { Cell, ExtraRow, Label, StrayTable, Table, TableRow, TornRow } from '../report.ts';
import { align, type Match, type PlacedMatch } from './align.ts';
import { toCell } from './cell-value.ts';
import { copiesOf } from './copies.ts';
import { isTorn, withoutSlipped } from './disorder.ts';
import { type HeadCell, misplacedHeads } from './head-order.ts';
import { compareLabels, rowLabel } from './labels.ts';
import { type LayoutId, layoutById, type RawCell, shownText } from './layouts/index.ts';
import { toTable } from './read-table.ts';
import { hasValue, type PlacedRun, type Run } from './runs.ts';
import { fitToWidth, isPushed, isShifted, isShort, type Shape, shapeOf, withoutBlankEnds } from './shape.ts';
import { bareLabels, displacedRows } from './strays.ts';
import type { Stream } from './stream.ts';

/** What was read of a statutory table, and what of it was not. */
export interface TableRead {
  readonly table: Table | undefined;
  readonly strays: readonly StrayTable[];
}

/**
 * One statutory table from the runs of the draft; undefined when none of its rows is there. Of several copies that one
 * is read of which the prose says most numbers, else the last.
 * @param said the numbers in the prose
 */
export function readTable(
  text: string,
  stream: Stream,
  form: FormTable,
  said: () => ReadonlySet<string>,
): TableRead | undefined {
  const copies = copiesOf(stream.runs, planOf(form));
  const reads = copies.flatMap(({ from, to }) => {
    const read = readCopy(text, stream.part(from, to), form);
    return read ? [read] : [];
  });
  if (reads.length < 2) return readCopy(text, stream, form);
  const numbers = said();
  const scores = reads.map(({ table }) => (table ? saidOf(table, numbers) : -1));
  const chosen = scores.lastIndexOf(Math.max(...scores));
  const table = reads[chosen]?.table;
  const strays = reads.flatMap((read, index): StrayTable[] => {
    const { table: other } = read;
    if (index === chosen || !other) return [...read.strays];
    return [{ id: form.id, form, why: 'copy', span: other.span, same: table !== undefined && isSame(table, other) }];
  });
  return { table, strays };
}

/** A number of one digit stands in any prose; the longer one is, the more it says. */
const saidOf = (table: Table, numbers: ReadonlySet<string>): number =>
  [...table.cells.values()].reduce((sum, { raw }) => sum + (numbers.has(raw) ? raw.length - 1 : 0), 0);

const isSame = (table: Table, other: Table): boolean =>
  [...table.cells].every(([id, { raw }]) => other.cells.get(id)?.raw === raw);

function readCopy(text: string, stream: Stream, form: FormTable): TableRead | undefined {
  const plan = planOf(form);
  const { runs } = stream;
  const placed = ({ row, run, at, how, found }: Match): PlacedMatch => ({
    row,
    run: stream.placed(run, at),
    at,
    how,
    found,
  });
  const inOrder = align(runs, plan);
  const matches = inOrder.map(placed);
  const first = matches[0];
  const layout = first && stream.chunkAt(first.at)?.content.layout;
  // A single row may be a coincidence in some other table of the draft; two are the statutory one.
  if (!layout || (matches.length < 2 && plan.rows.length > 4)) return undefined;
  const { rows: all, displaced } = readAll(text, stream, runs, plan, inOrder, matches, layout);
  const rows = withoutSlipped(all);
  const start = Math.min(headStart(first.run), ...rows.map(({ span: own }) => own.start));
  const end = Math.max(...rows.map(({ span: own }) => own.end));
  const place = span(start, end);
  if (isTorn(runs, [...inOrder, ...displaced], rows, plan, territoryOf(stream, runs, matches))) {
    return { table: undefined, strays: [{ id: form.id, form, why: 'torn', span: place, same: false }] };
  }
  const found = new Set(rows.map(({ row }) => row));
  const wrapping = layoutById(layout).wraps;
  const table = toTable(form, layout, {
    span: place,
    rows,
    missingRows: plan.rows.flatMap(({ row }) => (found.has(row) ? [] : [row])),
    extraRows: extraRows(text, stream, runs, matches, new Set(displaced.map(({ at }) => at))),
    heads: readHeads(text, stream, plan, matches, wrapping),
  });
  return { table, strays: [] };
}

/** The stretch of lines in which the rows stand, without what belongs to another table above. */
function territoryOf(stream: Stream, runs: readonly Run[], matches: readonly PlacedMatch[]) {
  const first = matches[0]?.at ?? 0;
  const last = matches.at(-1)?.at ?? 0;
  const from = headFrom(stream, undefined, { at: first });
  let to = last + 1;
  const chunk = stream.chunkAt(last);
  while (to < runs.length && to - last < LONGEST_HEAD && stream.chunkAt(to) === chunk) to++;
  return { from, to };
}

function readAll(
  text: string,
  stream: Stream,
  runs: readonly Run[],
  plan: TablePlan,
  inOrder: readonly Match[],
  matches: readonly PlacedMatch[],
  layout: LayoutId,
): { rows: TableRow[]; displaced: readonly Match[] } {
  const { wraps: wrapping } = layoutById(layout);
  const shape = shapeOf(matches);
  const placed = (match: Match): PlacedMatch => ({ ...match, run: stream.placed(match.run, match.at) });
  const displaced = displacedRows(runs, inOrder, plan, (match) => {
    const width = match.row.cells.length;
    return fitToWidth(placed(match).run.values, width, shape.padding).length === width;
  });
  const elsewhere = new Set(displaced.map(({ row }) => row));
  let keys: string | undefined;
  const allKeys = (): string => {
    keys ??= runs.map(({ key }) => key).join('\n');
    return keys;
  };
  const rows: TableRow[] = [];
  for (const [index, match] of matches.entries()) {
    // Rows whose values may stand here without their labels, as a PDF prints them.
    const between = wrapping ? plan.rows.slice(match.row.index + 1, matches[index + 1]?.row.index) : [];
    const unlabelled = elsewhere.size === 0 ? between : between.filter((row) => !elsewhere.has(row));
    rows.push(...readRows(text, match, unlabelled, runs[match.at + 1], wrapping, shape, allKeys));
  }
  for (const match of displaced) {
    rows.push(...readRows(text, placed(match), [], runs[match.at + 1], wrapping, shape, allKeys));
  }
  const found = new Set(rows.map(({ row }) => row));
  for (const { row, at, part } of bareLabels(runs, [...inOrder, ...displaced].sort(byRow), plan)) {
    const label = runs[at] && stream.placed(runs[at], at).labels[part];
    if (label && !found.has(row.row)) rows.push(bareRow(text, row, label));
  }
  if (rows.length > found.size || displaced.length > 0) {
    rows.sort((a, b) => (plan.byKey.get(a.row.key)?.index ?? 0) - (plan.byKey.get(b.row.key)?.index ?? 0));
  }
  return { rows, displaced };
}

const byRow = (a: Match, b: Match): number => a.row.index - b.row.index;

/** A label without numbers. */
function bareRow(text: string, { row, cells }: RowPlan, { start, end }: RawCell): TableRow {
  const label: Label = { span: span(start, end), raw: text.slice(start, end), expected: row.label, match: 'same' };
  return { row, label, groups: NO_LABELS, span: label.span, cells: [], torn: tornOf(text, [], cells.length) };
}

/** The matched row and, where a PDF printed their numbers in one go, the unlabelled rows that follow it. */
function readRows(
  text: string,
  match: PlacedMatch,
  unlabelled: readonly RowPlan[],
  next: Run | undefined,
  wrapping: boolean,
  shape: Shape,
  allKeys: () => string,
): TableRow[] {
  const { run, row } = match;
  const width = row.cells.length;
  const label = rowLabel(text, match, next);
  const groups = groupLabels(text, match, wrapping);
  const values = fitToWidth(run.values, width, shape.padding);
  const torn = (own: readonly RawCell[]): TableRow[] => [
    { row: row.row, label, groups, span: rowSpan(label, own), cells: [], torn: tornOf(text, own, width) },
  ];
  if (isShort(run, values, width, shape) || isShifted(text, values, row, shape) || isPushed(text, values, row))
    return torn(withoutBlankEnds(values));
  if (values.length === width) return [toRow(text, row, label, groups, values)];
  const together = [row, ...unlabelled.filter(({ block }) => block === row.block)];
  if (values.length !== width * together.length || !printsTogether(text, match, values, together, allKeys)) {
    return torn(values);
  }
  return together.map((each, index) => {
    const own = values.slice(index * width, (index + 1) * width);
    return index === 0 ? toRow(text, each, label, groups, own) : toRow(text, each, undefined, NO_LABELS, own);
  });
}

/**
 * None of the other labels was lost, wherever it stands; no row above waits for numbers in this run; and every row adds
 * up. Else the numbers may as well be those of other rows.
 */
function printsTogether(
  text: string,
  { run, row }: PlacedMatch,
  values: readonly RawCell[],
  together: readonly RowPlan[],
  allKeys: () => string,
): boolean {
  const own = run.parts.slice(0, -1);
  if (own.some((part) => part !== row.label && part.length > 3 && !row.heads.has(part) && !row.groups.has(part))) {
    return false;
  }
  if (!together.slice(1).every(({ label }) => allKeys().includes(label.slice(0, LABEL_BEGIN)))) return false;
  const width = row.cells.length;
  if (row.cells.at(-1)?.column.key !== 'total') return true;
  return together.every((_, index) => {
    const numbers = values.slice(index * width, (index + 1) * width).map((value) => Number(shownText(text, value)));
    return numbers.slice(0, -1).reduce((sum, number) => sum + number, 0) === numbers.at(-1);
  });
}

function toRow(
  text: string,
  row: RowPlan,
  label: Label | undefined,
  groups: readonly Label[],
  values: readonly RawCell[],
): TableRow {
  const cells = toCells(text, row, values);
  return { row: row.row, label, groups, span: rowSpan(label, values), cells, torn: undefined };
}

/** One cell a column; `values` are as many as the row has columns. */
export const toCells = (text: string, { row, cells }: RowPlan, values: readonly RawCell[]): Cell[] =>
  cells.map(({ id, column }, index) => toCell(text, id, row, column, values[index] ?? NOWHERE));

const NOWHERE: RawCell = { start: 0, end: 0, kind: 'blank', row: 0, shown: undefined };

export function rowSpan(label: Label | undefined, values: readonly RawCell[]): Span {
  const start = label?.span.start ?? values[0]?.start ?? 0;
  return span(Math.min(start, values[0]?.start ?? start), Math.max(label?.span.end ?? 0, values.at(-1)?.end ?? 0));
}

export function tornOf(text: string, values: readonly RawCell[], expected: number): TornRow {
  const filled = values.filter((value) => value.kind !== 'blank');
  return {
    values: values.map((value) => span(value.start, value.end)),
    expected,
    allZero: filled.every((value) => text.slice(value.start, value.end) === '0'),
  };
}

/** How many of a run's label cells come before the row's own label. */
function cellsBefore({ run, found }: PlacedMatch): number {
  let own = found.length;
  let count = run.parts.length;
  while (count > 0 && own > 0) own -= run.parts[--count]?.length ?? 0;
  return count;
}

/** So much of a wrapped label stands in one piece. */
const LABEL_BEGIN = 6;

const NO_LABELS: readonly Label[] = [];

/** Merged labels before the row's own: 三、本年度办理结果, （三）不予公开. */
function groupLabels(text: string, match: PlacedMatch, wrapping: boolean): readonly Label[] {
  const { groups } = match.row;
  const count = groups.size === 0 ? 0 : cellsBefore(match);
  return count === 0 ? NO_LABELS : compareLabels(text, match.run, count, groups, wrapping);
}

/** Above the first row of each block. */
function readHeads(
  text: string,
  stream: Stream,
  plan: TablePlan,
  matches: readonly PlacedMatch[],
  wrapping: boolean,
): Label[] {
  const heads: Label[] = [];
  for (const [index, match] of matches.entries()) {
    const previous = matches[index - 1];
    if (previous?.row.block === match.row.block) continue;
    const expected = headsAbove(plan, previous?.row, match.row);
    const cells: HeadCell[] = [];
    for (let at = headFrom(stream, previous, match); at < match.at; at++) {
      const run = stream.runs[at];
      if (!run) continue;
      const own = stream.placed(run, at);
      for (const label of compareLabels(text, own, run.parts.length, expected, wrapping)) heads.push(label);
      cells.push(...headCells(text, own, run.parts.length));
    }
    const before = cellsBefore(match);
    heads.push(...compareLabels(text, match.run, before, expected, wrapping));
    cells.push(...headCells(text, match.run, before));
    // Where heads are wrapped, their pieces stand in any order: one that is not found may be there.
    const misplaced = misplacedHeads(cells, match.row.block);
    if (misplaced.length > 0) heads.push(...misplaced.filter(({ match: how }) => !wrapping || how === 'exchanged'));
  }
  return heads;
}

export const headCells = (text: string, { labels, parts }: PlacedRun, count = labels.length): HeadCell[] =>
  labels
    .slice(0, count)
    .map(({ start, end }, at) => ({ key: parts[at] ?? '', raw: text.slice(start, end), span: span(start, end) }));

/**
 * What may stand above a row: its block's head, and whole blocks whose rows were not found. Where 行政许可 is missing,
 * its caption 第二十条第（五）项 is no slip for the next one's.
 */
function headsAbove(plan: TablePlan, previous: RowPlan | undefined, row: RowPlan): Wordings {
  const skipped = plan.rows.slice((previous?.index ?? -1) + 1, row.index).filter(({ block }) => block !== row.block);
  const lost = skipped.filter(({ block }) => block !== previous?.block);
  return lost.length === 0 ? row.heads : new Map([...row.heads, ...lost.flatMap(({ heads }) => [...heads])]);
}

/** A head has at most this many runs; what comes before them is something else. */
const LONGEST_HEAD = 40;

/** The first run after the previous matched one in the same stretch of lines: where a block's head begins. */
function headFrom(stream: Stream, previous: PlacedMatch | undefined, { at }: Pick<PlacedMatch, 'at'>): number {
  const furthest = Math.max(previous ? previous.at + 1 : 0, at - LONGEST_HEAD);
  const chunk = stream.chunkAt(at);
  let from = at;
  while (from > furthest && stream.chunkAt(from - 1) === chunk) from--;
  return from;
}

const headStart = ({ labels, values }: PlacedRun): number => labels[0]?.start ?? values[0]?.start ?? 0;

/** Runs with values between the first row and the last that are no row. */
function extraRows(
  text: string,
  stream: Stream,
  runs: readonly Run[],
  matches: readonly PlacedMatch[],
  displaced: ReadonlySet<number>,
): ExtraRow[] {
  const extra: ExtraRow[] = [];
  for (const [index, { at }] of matches.entries()) {
    for (let between = at + 1; between < (matches[index + 1]?.at ?? 0); between++) {
      const run = runs[between];
      if (!run || displaced.has(between) || !hasValue(run)) continue;
      const { labels, values } = stream.placed(run, between);
      const label = labels.at(-1);
      const start = label?.start ?? values[0]?.start ?? 0;
      extra.push({
        label: label ? text.slice(label.start, label.end) : '',
        span: span(start, values.at(-1)?.end ?? start),
        values: withoutBlankEnds(values).length,
      });
    }
  }
  return extra;
}
