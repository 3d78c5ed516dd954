import type { FormTable } from '../forms/index.ts';
import { cellId } from '../forms/index.ts';
import { span } from '../text/span.ts';
import { readValue } from './cell-value.ts';
import type { LayoutId } from './cells/index.ts';
import { compareLabels } from './labels.ts';
import type { Cell, Table, TableRow } from './report.ts';
import type { Run } from './runs.ts';
import { finish, fitToWidth, headLabels, rowSpan, tornOf, WRAPPING } from './table.ts';

const HEAD = /行政复议|行政诉讼|复议后起诉|直接起诉/;

/**
 * The review table has one row and no row label: its 15 values are what follows the head. A draft whose head was
 * lost in copying is still read when its section holds exactly one run of 15 values.
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
  const start = runs.findLastIndex((run) => HEAD.test(run.key) && !run.key.includes('本年新收'));
  const head = start >= 0 ? firstOfHead(runs, start) : -1;
  const chunk = runs[head]?.chunk;
  const own =
    head >= 0 ? runs.slice(head).filter((run) => run.chunk === chunk) : runs.filter((run) => inSection(run.chunk));
  const withValues = own.filter((run) => run.values.some((value) => value.kind === 'value'));
  if (head < 0 && withValues.length === 0) return undefined;
  const width = block.columns.length;
  const last = fitToWidth(withValues.at(-1)?.values ?? [], width);
  const values =
    last.length === width
      ? last
      : fitToWidth(
          withValues.flatMap((run) => run.values),
          width,
        );
  if (head < 0 && values.length !== width) return undefined;
  const expected = headLabels(block);
  const tableRow: TableRow =
    values.length === width
      ? {
          row,
          label: undefined,
          groups: [],
          span: rowSpan(undefined, values),
          cells: block.columns.map((column, index): Cell => {
            const cell = values[index] ?? { start: 0, end: 0, kind: 'blank', row: 0 };
            return {
              id: cellId(form.id, row.key, column.key),
              row,
              column,
              span: span(cell.start, cell.end),
              raw: text.slice(cell.start, cell.end),
              ...readValue(text, cell, column.kind),
            };
          }),
        }
      : {
          row,
          label: undefined,
          groups: [],
          span: tornSpan(own, values),
          cells: [],
          torn: tornOf(text, values, width),
        };
  const first = own[0]?.labels[0]?.start ?? tableRow.span.start;
  const layout = layoutOf(own[0]?.chunk ?? 0);
  return finish(form, layout, {
    span: span(Math.min(first, tableRow.span.start), tableRow.span.end),
    rows: [tableRow],
    missingRows: [],
    extraRows: [],
    heads: own.flatMap((run) => compareLabels(text, run.labels, run.parts, expected, WRAPPING.has(layout))),
  });
}

/** 行政复议 | 行政诉讼 and the lines below may be several runs: go back to the first that names either. */
function firstOfHead(runs: readonly Run[], index: number): number {
  let first = index;
  while (first > 0 && runs[first - 1]?.chunk === runs[index]?.chunk && HEAD.test(runs[first - 1]?.key ?? '')) first--;
  return first;
}

function tornSpan(own: readonly Run[], values: Run['values']): { start: number; end: number } {
  if (values.length > 0) return rowSpan(undefined, values);
  const label = own.at(-1)?.labels.at(-1) ?? own[0]?.labels[0];
  return span(label?.start ?? 0, label?.end ?? 0);
}
