import type { FormTable } from '../forms/index.ts';
import { span } from '../text/span.ts';
import type { LayoutId, RawCell } from './cells/index.ts';
import { compareLabels } from './labels.ts';
import type { Table, TableRow } from './report.ts';
import { assemble } from './review-assemble.ts';
import type { Run } from './runs.ts';
import { finish, fitToWidth, headLabels, rowSpan, toCells, tornOf, WRAPPING } from './table.ts';

const HEAD = /行政复议|行政诉讼|复议后起诉|直接起诉/;

/**
 * The review table has one row and no row label: its 15 values are what follows the head. A draft whose head was
 * lost in copying is still read when its section holds a run of 15 values.
 */
export function readReviewTable(
  text: string,
  runs: readonly Run[],
  form: FormTable,
  layoutOf: (chunk: number) => LayoutId,
  inSection: (chunk: number) => boolean,
): Table | undefined {
  const block = form.blocks[0];
  const row = block?.rows[0];
  if (!block || !row) return undefined;
  const head = headOf(runs);
  const own = head
    ? runs.slice(head.from).filter(({ chunk }) => chunk === head.chunk)
    : runs.filter(({ chunk }) => inSection(chunk));
  const width = block.columns.length;
  const { values, complete } = valuesOf(text, own, width);
  if (!head && !complete) return undefined;
  const tableRow: TableRow = complete
    ? {
        row,
        label: undefined,
        groups: [],
        span: rowSpan(undefined, values),
        cells: toCells(text, form, block, row, values),
      }
    : { row, label: undefined, groups: [], span: tornSpan(own, values), cells: [], torn: tornOf(text, values, width) };
  const first = own[0]?.labels[0]?.start ?? tableRow.span.start;
  const layout = layoutOf(own[0]?.chunk ?? 0);
  return finish(form, layout, {
    span: span(Math.min(first, tableRow.span.start), tableRow.span.end),
    rows: [tableRow],
    missingRows: [],
    extraRows: [],
    heads: own.flatMap((run) => compareLabels(text, run.labels, run.parts, headLabels(block), WRAPPING.has(layout))),
  });
}

/** The run in which the head begins: 行政复议 | 行政诉讼 and the lines below it may be several runs. */
function headOf(runs: readonly Run[]): { from: number; chunk: number } | undefined {
  const last = runs.findLastIndex((run) => HEAD.test(run.key) && !run.key.includes('本年新收'));
  const chunk = runs[last]?.chunk;
  if (chunk === undefined) return undefined;
  let from = last;
  while (from > 0 && runs[from - 1]?.chunk === chunk && HEAD.test(runs[from - 1]?.key ?? '')) from--;
  return { from, chunk };
}

/** The last run that holds numbers is the data row; where it is not whole, the pieces may still fit together. */
function valuesOf(text: string, own: readonly Run[], width: number): { values: readonly RawCell[]; complete: boolean } {
  const withValues = own.filter((run) => run.values.some((value) => value.kind === 'value'));
  const blanks = own.findLast((run) => run.values.length >= width);
  const last = fitToWidth((withValues.at(-1) ?? blanks)?.values ?? [], width);
  if (last.length === width) return { values: last, complete: true };
  const assembled = assemble(text, withValues);
  if (assembled) return { values: assembled, complete: true };
  return { values: withValues.length === 1 ? last : withValues.flatMap((run) => run.values), complete: false };
}

function tornSpan(own: readonly Run[], values: Run['values']): { start: number; end: number } {
  if (values.length > 0) return rowSpan(undefined, values);
  const label = own.at(-1)?.labels.at(-1) ?? own[0]?.labels[0];
  return span(label?.start ?? 0, label?.end ?? 0);
}
