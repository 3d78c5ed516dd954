import type { FormTable } from '../../forms/index.ts';
import { planOf } from '../../forms/plan.ts';
import { span } from '../../text/span.ts';
import type { Table, TableRow } from '../report.ts';
import { compareLabels } from './labels.ts';
import { layoutById, type RawCell } from './layouts/index.ts';
import { toTable } from './read-table.ts';
import { assemble } from './review-assemble.ts';
import type { PlacedRun } from './runs.ts';
import { fitToWidth } from './shape.ts';
import { placedRuns, type Stream } from './stream.ts';
import { rowSpan, toCells, tornOf } from './table.ts';

const HEAD = /行政复议|行政诉讼|复议后起诉|直接起诉/;

/**
 * The review table has one row and no row label: its 15 values are what follows the head. A draft whose head was
 * lost in copying is still read when its section holds a run of 15 values.
 */
export function readReviewTable(text: string, stream: Stream, form: FormTable): Table | undefined {
  const plan = planOf(form).rows[0];
  const head = headOf(stream);
  const chunks = stream.chunks.filter(({ section, content }) => section === form.section && content.runs.length > 0);
  const layout = (head === undefined ? chunks[0] : stream.chunkAt(head))?.content.layout;
  if (!plan || !layout) return undefined;
  const own = head === undefined ? chunks.flatMap(placedRuns) : stream.restOfChunk(head);
  const { row, cells, heads } = plan;
  const { values, complete } = valuesOf(text, own, cells.length);
  if (head === undefined && !complete) return undefined;
  const tableRow: TableRow = {
    row,
    label: undefined,
    groups: [],
    span: complete ? rowSpan(undefined, values) : tornSpan(own, values),
    cells: complete ? toCells(text, plan, values) : [],
    torn: complete ? undefined : tornOf(text, values, cells.length),
  };
  const first = own[0]?.labels[0]?.start ?? tableRow.span.start;
  return toTable(form, layout, {
    span: span(Math.min(first, tableRow.span.start), tableRow.span.end),
    rows: [tableRow],
    missingRows: [],
    extraRows: [],
    heads: own.flatMap((run) => compareLabels(text, run, run.labels.length, heads, layoutById(layout).wraps)),
  });
}

/** The run in which the head begins: 行政复议 | 行政诉讼 and the lines below it may be several runs. */
function headOf(stream: Stream): number | undefined {
  const { runs } = stream;
  const last = runs.findLastIndex((run) => HEAD.test(run.key) && !run.key.includes('本年新收'));
  if (last < 0) return undefined;
  const chunk = stream.chunkAt(last);
  let from = last;
  while (from > 0 && stream.chunkAt(from - 1) === chunk && HEAD.test(runs[from - 1]?.key ?? '')) from--;
  return from;
}

/** The last run that holds numbers is the data row; where it is not whole, the pieces may still fit together. */
function valuesOf(
  text: string,
  own: readonly PlacedRun[],
  width: number,
): { values: readonly RawCell[]; complete: boolean } {
  const withValues = own.filter(({ values }) => values.some(({ kind }) => kind === 'value'));
  const blanks = own.findLast((run) => run.values.length >= width);
  const last = fitToWidth((withValues.at(-1) ?? blanks)?.values ?? [], width);
  if (last.length === width) return { values: last, complete: true };
  const assembled = assemble(text, withValues);
  if (assembled) return { values: assembled, complete: true };
  return { values: withValues.length === 1 ? last : withValues.flatMap((run) => run.values), complete: false };
}

function tornSpan(own: readonly PlacedRun[], values: PlacedRun['values']): { start: number; end: number } {
  if (values.length > 0) return rowSpan(undefined, values);
  const label = own.at(-1)?.labels.at(-1) ?? own[0]?.labels[0];
  return span(label?.start ?? 0, label?.end ?? 0);
}
