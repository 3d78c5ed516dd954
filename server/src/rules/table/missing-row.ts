import { rowName } from '../../facts/names.ts';
import { tablesOf } from '../../facts/rows.ts';
import type { FormRow, FormTable } from '../../forms/index.ts';
import { FORM_NOTICES } from '../../forms/index.ts';
import type { Report, Table } from '../../report/report.ts';
import { layoutById } from '../../report/tables/layouts/index.ts';
import { span } from '../../text/span.ts';
import { defineRule, type Fix, failed, type Outcome, passed } from '../rule.ts';
import { perRow } from '../support/rows.ts';
import { lineBreakOf, lineEnd, lineStart, skeletonRow } from '../support/skeleton.ts';

const subjectOf = perRow(subjectFor);

/** Every row that the form prints is there. */
export default defineRule({
  meta: {
    id: 'table/missing-row',
    title: { zh: '法定表格缺行', en: 'A row of a statutory table is missing' },
    severity: 'error',
    basis: `${FORM_NOTICES}所附格式：各表的行`,
    fix: 'suggestion',
    messages: {
      row: {
        zh: '{table}缺少{row}行。',
        en: '{table} lacks the row {row}.',
      },
      rows: {
        zh: '{table}缺少 {count} 行：{rows}。表格可能没有复制完整。',
        en: '{table} lacks {count} rows: {rows}. It may not have been copied whole.',
      },
    },
  },
  check(report) {
    const outcomes: Outcome<'row' | 'rows'>[] = [];
    for (const view of tablesOf(report)) {
      for (const each of view.rows) {
        if (each.row.row.label) outcomes.push(passed(subjectOf(view, each), each.row.span));
      }
      for (const run of consecutive(view.table)) {
        if (!ranTogether(view.table, run)) outcomes.push(missing(report, view.table, run));
      }
    }
    return outcomes;
  },
});

function missing(report: Report, table: Table, rows: readonly [FormRow, ...FormRow[]]): Outcome<'row' | 'rows'> {
  const [first] = rows;
  const anchor = rowBefore(table, first) ?? table.rows[0];
  return failed(subjectFor(table.form, first), {
    messageId: rows.length === 1 ? 'row' : 'rows',
    span: anchor?.label?.span ?? anchor?.span ?? table.span,
    missing: rows.map(rowName).join('、'),
    data: {
      table: table.form.title,
      row: rowName(first),
      count: rows.length,
      rows: rows.map(rowName).join('、'),
    },
    fixes: [insertRows(report, table, rows)],
  });
}

function subjectFor(form: FormTable, row: FormRow): string {
  return `${form.title}${rowName(row)}行`;
}

/** Their numbers stand at the row before, whose count table/cell-count reports: the labels were lost, not the rows. */
function ranTogether(table: Table, rows: readonly [FormRow, ...FormRow[]]): boolean {
  const torn = rowBefore(table, rows[0])?.torn;
  return torn !== undefined && torn.values.length >= torn.expected * (rows.length + 1);
}

/** Missing rows that follow one another in the form were lost together: one finding. */
function consecutive(table: Table): (readonly [FormRow, ...FormRow[]])[] {
  if (table.missingRows.length === 0) return [];
  const order = table.form.blocks.flatMap((block) => block.rows);
  const runs: [FormRow, ...FormRow[]][] = [];
  let previous = -2;
  for (const row of table.missingRows) {
    const index = order.indexOf(row);
    if (index === previous + 1) runs.at(-1)?.push(row);
    else runs.push([row]);
    previous = index;
  }
  return runs;
}

function rowBefore(table: Table, row: FormRow): Table['rows'][number] | undefined {
  const order = table.form.blocks.flatMap((block) => block.rows);
  const before = new Set(order.slice(0, order.indexOf(row)));
  return table.rows.findLast((each) => before.has(each.row));
}

function insertRows(report: Report, table: Table, rows: readonly FormRow[]): Fix {
  const eol = lineBreakOf(report.text);
  const layout = layoutById(table.layout);
  const written = rows.flatMap((row) => skeletonRow(layout, table.form, row));
  const lines = written.join(eol);
  // Where an empty line ends a row the one before needs its own.
  const end = written.at(-1) === '' ? eol : '';
  const [first] = rows;
  const before = first && rowBefore(table, first);
  const edit = before
    ? {
        at: lineEnd(report, before.span.end),
        newText: `${eol}${end}${lines.replace(/\s+$/, '')}`,
      }
    : { at: lineStart(report, table.rows[0]?.span.start ?? table.span.start), newText: `${lines}${eol}` };
  const names = rows.map(rowName).join('、');
  return {
    title: { zh: `插入${names}行，数字填 0`, en: `Insert ${names} with zeros` },
    edits: [{ span: span(edit.at, edit.at), newText: edit.newText }],
    kind: 'suggestion',
  };
}
