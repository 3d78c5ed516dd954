import type { FormTable } from '../../forms/index.ts';
import { planOf, type RowPlan } from '../../forms/plan.ts';
import { span } from '../../text/span.ts';
import type { StrayTable, Table, TableRow } from '../report.ts';
import { misplacedHeads } from './head-order.ts';
import { compareLabels } from './labels.ts';
import { layoutById, type RawCell, shownText } from './layouts/index.ts';
import { toTable } from './read-table.ts';
import { assemble } from './review-assemble.ts';
import { countValues, type PlacedRun } from './runs.ts';
import { fitToWidth } from './shape.ts';
import { placedRuns, type ReadChunk, type Stream } from './stream.ts';
import { headCells, rowSpan, type TableRead, toCells, tornOf } from './table.ts';

const HEAD = /行政复议|行政诉讼|复议后起诉|直接起诉/;

/**
 * The review table has one row and no row label: its 15 values are what follows the head. A draft whose head was
 * lost in copying is still read when its section holds a run of 15 values.
 */
export function readReviewTable(text: string, stream: Stream, form: FormTable): TableRead | undefined {
  const plan = planOf(form).rows[0];
  const heads = headsIn(stream, plan?.cells.length ?? 0);
  const head = heads.at(-1);
  const chunks = stream.chunks.filter(({ section, content }) => section === form.section && content.runs.length > 0);
  const layout = (head === undefined ? chunks[0] : stream.chunkAt(head))?.content.layout;
  if (!plan || !layout) return undefined;
  const own = head === undefined ? chunks.flatMap(placedRuns) : stream.restOfChunk(head);
  const { values, complete } = withoutPadding(text, valuesOf(text, own, plan.cells.length));
  if (head === undefined && !complete) return undefined;
  const start = own[0]?.labels[0]?.start;
  if (!complete && isScattered(chunks, own)) {
    const place = span(start ?? 0, tornSpan(own, values).end);
    return { table: undefined, strays: [{ id: form.id, form, why: 'torn', span: place, same: false }] };
  }
  const { row, cells, heads: wordings } = plan;
  const { wraps } = layoutById(layout);
  const misplaced = misplacedHeads(
    own.flatMap((run) => headCells(text, run)),
    plan.block,
  );
  const tableRow: TableRow = {
    row,
    label: undefined,
    groups: [],
    span: complete ? rowSpan(undefined, values) : tornSpan(own, values),
    cells: complete ? toCells(text, plan, values) : [],
    torn: complete ? undefined : tornOf(text, values, cells.length),
  };
  const table = toTable(form, layout, {
    span: span(Math.min(start ?? tableRow.span.start, tableRow.span.start), tableRow.span.end),
    rows: [tableRow],
    missingRows: [],
    extraRows: [],
    heads: [...own.flatMap((run) => compareLabels(text, run, run.labels.length, wordings, wraps)), ...misplaced],
  });
  return { table, strays: copiesAbove(text, stream, heads, plan, table) };
}

/** Numbers at several labels, or above all of them: the copy did not keep the order. One row of too few is a slip. */
function isScattered(chunks: readonly ReadChunk[], own: readonly PlacedRun[]): boolean {
  const holders = own.filter(({ values }) => values.some(({ kind }) => kind === 'value'));
  if (holders.length > 1) return true;
  return holders.length === 0 && chunks.flatMap(placedRuns).some(({ values }) => values.length > 0);
}

/** Other heads with a whole row of numbers below them. */
function copiesAbove(
  text: string,
  stream: Stream,
  heads: readonly number[],
  plan: RowPlan,
  { id, form, cells }: Table,
): StrayTable[] {
  return heads.slice(0, -1).flatMap((head, index): StrayTable[] => {
    const runs = stream.restOfChunk(head, heads[index + 1]);
    const { values, complete } = valuesOf(text, runs, plan.cells.length);
    if (!complete) return [];
    const other = toCells(text, plan, values);
    const same = other.every(({ id: cell, raw }) => cells.get(cell)?.raw === raw);
    const start = runs[0]?.labels[0]?.start ?? values[0]?.start ?? 0;
    return [{ id, form, why: 'copy', span: span(start, values.at(-1)?.end ?? start), same }];
  });
}

/** The runs in which a head begins: 行政复议 | 行政诉讼 and the lines below it may be several runs. */
function headsIn(stream: Stream, width: number): number[] {
  const { runs } = stream;
  const heads: number[] = [];
  let open = -1; // the chunk of the head that the run before belongs to, while no numbers have come
  for (const [at, run] of runs.entries()) {
    const chunk = stream.chunkAt(at);
    const isHead = HEAD.test(run.key) && !run.key.includes('本年新收');
    const goesOn = open >= 0 && stream.chunkAt(open) === chunk;
    if (isHead && !goesOn) heads.push(at);
    // Of a scattered table some numbers stand between the pieces of the head; a whole row ends it.
    open = isHead && countValues(run) < width ? at : -1;
  }
  return heads;
}

interface ReviewValues {
  readonly values: readonly RawCell[];
  readonly complete: boolean;
}

/** The last run that holds numbers is the data row; where it is not whole, the pieces may still fit together. */
function valuesOf(text: string, own: readonly PlacedRun[], width: number): ReviewValues {
  const withValues = own.filter(({ values }) => values.some(({ kind }) => kind === 'value'));
  const blanks = own.findLast((run) => run.values.length >= width);
  const last = fitToWidth((withValues.at(-1) ?? blanks)?.values ?? [], width);
  if (last.length === width) return { values: last, complete: true };
  const assembled = assemble(text, withValues);
  if (assembled) return { values: assembled, complete: true };
  return { values: withValues.length === 1 ? last : withValues.flatMap((run) => run.values), complete: false };
}

/** Every fifth number is the total of the four before it. */
const GROUP = 5;

/**
 * A number was lost, and the row was filled up at its end: the last total is blank, and with one number more somewhere
 * in the row every total stands behind its parts, as it does not now.
 */
function withoutPadding(text: string, read: ReviewValues): ReviewValues {
  const { values } = read;
  if (!read.complete || values.at(-1)?.kind !== 'blank') return read;
  const numbers: (number | undefined)[] = values
    .slice(0, -1)
    .map((value) => (value.kind === 'blank' ? Number.NaN : Number(shownText(text, value))));
  if (numbers.some((number) => Number.isNaN(number)) || totalsHold([...numbers, undefined])) return read;
  const isLost = values.some((_, at) => totalsHold(numbers.toSpliced(at, 0, undefined)));
  return isLost ? { values: values.slice(0, -1), complete: false } : read;
}

/** Where a number is not known its group says nothing. */
function totalsHold(numbers: readonly (number | undefined)[]): boolean {
  for (let from = 0; from < numbers.length; from += GROUP) {
    let sum = 0;
    for (let at = 0; at < GROUP - 1; at++) sum += numbers[from + at] ?? Number.NaN;
    const total = numbers[from + GROUP - 1];
    if (total !== undefined && !Number.isNaN(sum) && sum !== total) return false;
  }
  return true;
}

function tornSpan(own: readonly PlacedRun[], values: PlacedRun['values']): { start: number; end: number } {
  if (values.length > 0) return rowSpan(undefined, values);
  const label = own.at(-1)?.labels.at(-1) ?? own[0]?.labels[0];
  return span(label?.start ?? 0, label?.end ?? 0);
}
