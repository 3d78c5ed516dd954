import { rowTitle } from '../../facts/names.ts';
import { type RowView, type TableView, tablesOf } from '../../facts/rows.ts';
import { FORM_NOTICES } from '../../forms/index.ts';
import type { Report, TornRow } from '../../report/report.ts';
import { LAYOUTS, type Layout, type LayoutId, layoutById } from '../../report/tables/layouts/index.ts';
import { sliceOf, span } from '../../text/span.ts';
import { defineRule, type Fix, failed, passed } from '../rule.ts';
import { perRow } from '../support/rows.ts';
import { skeletonRow } from '../support/skeleton.ts';

const subjectOf = perRow((form, row) => `${form.title}${rowTitle(row)}的格数`);

/** Where a line is a row, the places that a wide label covers may be written too: they are no numbers, but they stay. */
const gapIn = (layout: Layout) =>
  perRow((form, row) => /([\t| ]+)0(?:[\t| ]+0)*[\t| ]*$/.exec(skeletonRow(layout, form, row)[0] ?? '')?.[1] ?? '');
const GAPS_AFTER_LABEL = new Map(
  LAYOUTS.filter(({ showsMerged }) => showsMerged).map((layout) => [layout.id as LayoutId, gapIn(layout)] as const),
);

/**
 * A row has as many numbers as the form has columns. With one too few or too many nobody can say which number belongs
 * to which column, so the row's sums are not checked either.
 */
export default defineRule({
  meta: {
    id: 'table/cell-count',
    title: { zh: '一行的数字个数与格式不符', en: 'A row has too few or too many numbers' },
    severity: 'error',
    basis: `${FORM_NOTICES}所附格式：各表的列`,
    fix: 'suggestion',
    messages: {
      column: {
        zh: '{table}各行都有 {found} 个数，应为 {expected} 个：少了或多了一整列。无法确定各数属于哪一列，本表未核对。',
        en: 'Every row of {table} has {found} numbers instead of {expected}: a whole column is missing or too much. The table was not checked.',
      },
      count: {
        zh: '{row}应有 {expected} 格，读到 {found} 格（其中 {filled} 格有数），无法确定各数属于哪一列，本行未核对。',
        en: '{row} should have {expected} cells; {found} were read ({filled} of them filled). It cannot be told which number belongs to which column, so the row was not checked.',
      },
    },
  },
  *check(report) {
    for (const table of tablesOf(report)) {
      const lost = lostColumn(table);
      if (lost) yield columnFinding(table, lost);
      for (const view of table.rows) {
        const { row } = view;
        if (!row.torn) yield passed(subjectOf(table, view), row.span);
        else if (!lost) yield rowFinding(report, table, view, row.torn);
      }
    }
  },
});

/** With so many rows that have one number too few, or too many, a column was lost or put in. */
const WHOLE_COLUMN = 8;

function lostColumn({ rows }: TableView): RowView | undefined {
  const torn = rows.filter(({ row }) => row.torn);
  const [first] = torn;
  const count = first?.row.torn?.values.length;
  const isUniform = torn.every(({ row }) => row.torn?.values.length === count);
  return torn.length >= WHOLE_COLUMN && isUniform ? first : undefined;
}

function columnFinding({ table }: TableView, { row }: RowView) {
  const [found = 0, expected = 0] = [row.torn?.values.length, row.torn?.expected];
  return failed(`${table.form.title}的列数`, {
    messageId: 'column',
    span: row.span,
    data: { table: table.form.title, expected, found },
  });
}

function rowFinding(report: Report, table: TableView, view: RowView, { values, expected, allZero }: TornRow) {
  const { row } = view;
  const filled = values.filter((value) => sliceOf(report.text, value).trim() !== '').length;
  return failed(subjectOf(table, view), {
    messageId: 'count',
    span: row.span,
    data: { row: rowTitle(row.row), expected, found: values.length, filled },
    ...(allZero && filled > 0 && { fixes: [padWithZeros(table, view, values, expected)] }),
  });
}

function padWithZeros(
  table: TableView,
  view: RowView,
  values: readonly { start: number; end: number }[],
  expected: number,
): Fix {
  const { row } = view;
  const layout = layoutById(table.table.layout);
  const zeros = new Array<string>(expected).fill('0').join(layout.between);
  const gap = (row.label && GAPS_AFTER_LABEL.get(table.table.layout)?.(table, view)) ?? '';
  const start = (gap ? row.label?.span.end : values[0]?.start) ?? row.span.end;
  return {
    title: { zh: `将${rowTitle(row.row)}补成 ${expected} 个 0`, en: `Make the row ${expected} zeros` },
    edits: [{ span: span(start, values.at(-1)?.end ?? row.span.end), newText: `${gap}${zeros}` }],
    kind: 'suggestion',
  };
}
