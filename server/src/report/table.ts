import { type CellId, cellId, equationsOf, type FormBlock, type FormRow, type FormTable } from '../forms/index.ts';
import { type Span, span } from '../text/span.ts';
import { align, type Match } from './align.ts';
import { readValue } from './cell-value.ts';
import { type LayoutId, type RawCell, rawCell } from './cells/index.ts';
import { compareLabels, rowLabel } from './labels.ts';
import type { Cell, ExtraRow, Label, Table, TableRow } from './report.ts';
import type { Run } from './runs.ts';

/** Layouts that break a cell over several lines. */
export const WRAPPING: ReadonlySet<LayoutId> = new Set(['space-rows', 'pdf-columns', 'cell-lines']);

/** One statutory table from the runs of the draft; undefined when none of its rows is there. */
export function readTable(
  text: string,
  runs: readonly Run[],
  form: FormTable,
  layoutOf: (chunk: number) => LayoutId,
): Table | undefined {
  const formRows = form.blocks.flatMap((block) => block.rows);
  const matches = align(runs, formRows);
  const first = matches[0];
  // A single row may be a coincidence in some other table of the draft; two are the statutory one.
  if (!first || (matches.length < 2 && formRows.length > 4)) return undefined;
  const blockOf = new Map(form.blocks.flatMap((block) => block.rows.map((row) => [row, block] as const)));
  const layout = layoutOf(first.run.chunk);
  const shape = shapeOf(matches, (row) => blockOf.get(row)?.columns.length ?? 0);
  const rows: TableRow[] = [];
  for (const [index, match] of matches.entries()) {
    const block = blockOf.get(match.row);
    if (!block) continue;
    const unlabelled = rowsBetween(formRows, match.row, matches[index + 1]?.row);
    const next = runs[runs.indexOf(match.run) + 1];
    rows.push(...readRows(text, form, block, match, unlabelled, next, WRAPPING.has(layout), shape));
  }
  const found = new Set(rows.map(({ row }) => row));
  const from = runs.indexOf(first.run);
  const to = runs.indexOf(matches.at(-1)?.run ?? first.run);
  return finish(form, layout, {
    span: span(headStart(runs, from), rows.at(-1)?.span.end ?? 0),
    rows,
    missingRows: formRows.filter((row) => !found.has(row)),
    extraRows: extraRows(text, runs.slice(from, to + 1), new Set(matches.map(({ run }) => run))),
    heads: readHeads(text, runs, matches, form, WRAPPING.has(layout)),
  });
}

type Parts = Pick<Table, 'span' | 'rows' | 'missingRows' | 'extraRows' | 'heads'>;

export function finish(form: FormTable, layout: LayoutId, parts: Parts): Table {
  const cells = new Map<CellId, Cell>();
  const byKey = new Map<string, TableRow>();
  for (const row of parts.rows) {
    byKey.set(row.row.key, row);
    for (const cell of row.cells) cells.set(cell.id, cell);
  }
  return {
    id: form.id,
    form,
    layout,
    ...parts,
    equations: equationsOf(form),
    cell: (id) => cells.get(id),
    row: (key) => byKey.get(key),
  };
}

/** Form rows after `row` and before `next`: rows whose values may stand here without their labels. */
function rowsBetween(rows: readonly FormRow[], row: FormRow, next: FormRow | undefined): readonly FormRow[] {
  const end = next ? rows.indexOf(next) : rows.length;
  return rows.slice(rows.indexOf(row) + 1, end);
}

/** The matched row and, where a PDF printed their numbers in one go, the unlabelled rows that follow it. */
function readRows(
  text: string,
  form: FormTable,
  block: FormBlock,
  match: Match,
  unlabelled: readonly FormRow[],
  next: Run | undefined,
  wrapping: boolean,
  shape: Shape,
): TableRow[] {
  const { run, row } = match;
  const width = block.columns.length;
  const label = rowLabel(text, match, next);
  const groups = groupLabels(text, match, wrapping);
  const values = fitToWidth(run.values, width, shape.padding);
  if (isShort(run, values, width, shape)) {
    const own = withoutBlankEnds(values);
    return [{ row, label, groups, span: rowSpan(label, own), cells: [], torn: tornOf(text, own, width) }];
  }
  if (values.length === width) return [toRow(text, form, block, row, label, groups, values)];
  const together = [row, ...unlabelled.filter((other) => block.rows.includes(other))];
  if (together.length > 1 && values.length === width * together.length) {
    return together.map((each, index) =>
      toRow(
        text,
        form,
        block,
        each,
        index === 0 ? label : undefined,
        index === 0 ? groups : [],
        values.slice(index * width, (index + 1) * width),
      ),
    );
  }
  return [{ row, label, groups, span: rowSpan(label, values), cells: [], torn: tornOf(text, values, width) }];
}

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
  return values.slice(from, to);
}

/** How a draft fills its rows up to the table's width, learnt from the rows in which it is plain. */
interface Shape {
  /** Whether the blanks of merged cells stand before the values (tab rows) or after them (`| |||`). */
  readonly padding: 'before' | 'after';
  /** The usual number of cells of a line with so many labels and numbers; undefined where none is usual. */
  usualCells(labels: number, width: number): number | undefined;
}

function shapeOf(matches: readonly Match[], widthOf: (row: FormRow) => number): Shape {
  let before = 0;
  const seen = new Map<string, Map<number, number>>();
  for (const { run, row } of matches) {
    const width = widthOf(row);
    if (run.values.length > width) {
      const [leading, trailing] = [run.values[0]?.kind === 'blank', run.values.at(-1)?.kind === 'blank'];
      before += Number(leading) - Number(trailing);
    }
    if (!run.line) continue;
    const kind = kindOf(run.line.labels, width);
    const counts = seen.get(kind) ?? new Map<number, number>();
    counts.set(run.line.cells, (counts.get(run.line.cells) ?? 0) + 1);
    seen.set(kind, counts);
  }
  const usual = new Map<string, number>();
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
    usualCells: (labels, width) => usual.get(kindOf(labels, width)) ?? (full ? any : undefined),
  };
}

const kindOf = (labels: number, width: number): string => `${labels}/${width}`;

/** So many lines of one length make it the usual one. */
const ENOUGH_LINES = 3;

/**
 * A line shorter than its kind, with a blank among what would be its values: a covered place may have slipped into the
 * place of the lost cell, and every number would stand one column off.
 */
const isShort = ({ line }: Run, values: readonly RawCell[], width: number, shape: Shape): boolean =>
  line !== undefined &&
  values.length === width &&
  line.cells < (shape.usualCells(line.labels, width) ?? 0) &&
  values.some(({ kind }) => kind === 'blank') &&
  values.some(({ kind }) => kind === 'value');

function withoutBlankEnds(values: readonly RawCell[]): readonly RawCell[] {
  const first = values.findIndex(({ kind }) => kind !== 'blank');
  const last = values.findLastIndex(({ kind }) => kind !== 'blank');
  return values.slice(Math.max(first, 0), last + 1);
}

function toRow(
  text: string,
  form: FormTable,
  block: FormBlock,
  row: FormRow,
  label: Label | undefined,
  groups: readonly Label[],
  values: readonly RawCell[],
): TableRow {
  return { row, label, groups, span: rowSpan(label, values), cells: toCells(text, form, block, row, values) };
}

/** One cell a column; `values` are as many as the block has columns. */
export function toCells(
  text: string,
  form: FormTable,
  block: FormBlock,
  row: FormRow,
  values: readonly RawCell[],
): Cell[] {
  return block.columns.map((column, index): Cell => {
    const cell = values[index] ?? rawCell(0, 0, 'blank', 0);
    return {
      id: cellId(form.id, row.key, column.key),
      row,
      column,
      span: span(cell.start, cell.end),
      raw: text.slice(cell.start, cell.end),
      ...readValue(text, cell, column.kind),
    };
  });
}

export function rowSpan(label: Label | undefined, values: readonly RawCell[]): Span {
  const start = label?.span.start ?? values[0]?.start ?? 0;
  return span(Math.min(start, values[0]?.start ?? start), Math.max(label?.span.end ?? 0, values.at(-1)?.end ?? 0));
}

export function tornOf(text: string, values: readonly RawCell[], expected: number): NonNullable<TableRow['torn']> {
  const filled = values.filter((value) => value.kind !== 'blank');
  return {
    values: values.map((value) => span(value.start, value.end)),
    expected,
    allZero: filled.every((value) => text.slice(value.start, value.end) === '0'),
  };
}

/** How many of a run's label cells come before the row's own label. */
function cellsBefore({ run, found }: Match): number {
  let own = found.length;
  let count = run.parts.length;
  while (count > 0 && own > 0) own -= run.parts[--count]?.length ?? 0;
  return count;
}

/** Merged labels before the row's own: 三、本年度办理结果, （三）不予公开. */
function groupLabels(text: string, match: Match, wrapping: boolean): Label[] {
  const under = match.row.under ?? [];
  const count = cellsBefore(match);
  return under.length === 0 || count === 0
    ? []
    : compareLabels(text, match.run.labels.slice(0, count), match.run.parts.slice(0, count), under, wrapping);
}

function readHeads(
  text: string,
  runs: readonly Run[],
  matches: readonly Match[],
  form: FormTable,
  wrapping: boolean,
): Label[] {
  const heads: Label[] = [];
  for (const block of form.blocks) {
    const at = matches.find(({ row }) => block.rows.includes(row));
    if (!at) continue;
    const expected = [...headLabels(block), ...(at.row.under ?? [])];
    const index = runs.indexOf(at.run);
    for (const run of runs.slice(headFrom(runs, matches, index), index)) {
      for (const label of compareLabels(text, run.labels, run.parts, expected, wrapping)) heads.push(label);
    }
    const count = cellsBefore(at);
    heads.push(...compareLabels(text, at.run.labels.slice(0, count), at.run.parts.slice(0, count), expected, wrapping));
  }
  return heads;
}

/** A head has at most this many runs; what comes before them is something else. */
const LONGEST_HEAD = 40;

/** The first run after the previous matched one in the same stretch of lines: where a block's head begins. */
function headFrom(runs: readonly Run[], matches: readonly Match[], index: number): number {
  const chunk = runs[index]?.chunk;
  const matched = new Set(matches.map(({ run }) => run));
  let from = index;
  while (from > 0 && index - from < LONGEST_HEAD) {
    const previous = runs[from - 1];
    if (!previous || previous.chunk !== chunk || matched.has(previous)) break;
    from--;
  }
  return from;
}

export function headLabels(block: FormBlock): string[] {
  const labels = block.columns.flatMap((column) => [column.label, ...(column.aliases ?? []), ...(column.under ?? [])]);
  return [...(block.caption ? [block.caption] : []), ...(block.corner ? [block.corner] : []), ...new Set(labels)];
}

const headStart = (runs: readonly Run[], index: number): number =>
  runs[index]?.labels[0]?.start ?? runs[index]?.values[0]?.start ?? 0;

function extraRows(text: string, runs: readonly Run[], matched: ReadonlySet<Run>): ExtraRow[] {
  return runs
    .filter((run) => !matched.has(run) && run.values.some((value) => value.kind === 'value'))
    .map((run) => {
      const label = run.labels.at(-1);
      const start = label?.start ?? run.values[0]?.start ?? 0;
      return {
        label: label ? text.slice(label.start, label.end) : '',
        span: span(start, run.values.at(-1)?.end ?? start),
      };
    });
}
