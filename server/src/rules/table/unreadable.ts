import { toGrid } from '../../forms/grid.ts';
import type { Report, Table } from '../../report/report.ts';
import { formatOf } from '../../report/source/index.ts';
import { linesOf, span } from '../../text/span.ts';
import { defineRule, type Fix, failed, notChecked, passed } from '../rule.ts';
import { writeReadably } from '../support/read-back.ts';
import { lineBreakOf } from '../support/skeleton.ts';
import { hasOtherText, tableLinesSpan } from '../support/table-lines.ts';

/**
 * A table whose text was not copied in the order of reading. No number is sure to stand beside its own label, so
 * nothing of it is checked, and what would follow from a guess is not said.
 */
export default defineRule({
  meta: {
    id: 'table/unreadable',
    title: { zh: '表格在复制时被打乱', en: 'A table was torn by the copy' },
    severity: 'warning',
    basis: '国办公开办函〔2021〕30号、〔2019〕60号所附格式；无法对应的数字不作核对',
    fix: 'suggestion',
    messages: {
      torn: {
        zh: '{table}的行名和数字在复制时被打乱，无法确定各数属于哪一格，本表未核对。请从网页或 Word 原文重新复制整张表格；从 PDF 复制时请先另存为 Word，或逐页框选表格。',
        en: 'Labels and numbers of {table} were torn apart by the copy; it cannot be told which number belongs to which cell, so this table was not checked. Copy the whole table again from the web page or the Word file.',
      },
      pieced: {
        zh: '{table}的行名和数字在复制时被打乱。只有一种排法能使全部合计和勾稽关系成立，已按它逐格读出、照常核对；请改写成规整的表格，或重新复制。',
        en: 'Labels and numbers of {table} were torn apart by the copy. Only one order makes all its sums hold; the table was read and checked in that order. Write it anew as a table, or copy it again.',
      },
    },
  },
  *check(report) {
    const torn = report.strayTables.filter(({ why, id }) => why === 'torn' && !report.tables[id]);
    const pieced = new Set(report.strayTables.flatMap(({ why, id }) => (why === 'pieced' ? id : [])));
    for (const table of torn) {
      const { title } = table.form;
      yield failed(`${title}可以识别`, { messageId: 'torn', span: placeOf(report, table), data: { table: title } });
      yield notChecked(`${title}的行、格数与勾稽关系`, 'table-unreadable', table.span);
    }
    for (const table of Object.values(report.tables)) {
      const { id, form, span: place } = table;
      const subject = `${form.title}可以识别`;
      if (!pieced.has(id)) yield passed(subject, place);
      else {
        yield failed(subject, {
          messageId: 'pieced',
          span: placeOf(report, table),
          severity: 'information',
          data: { table: form.title },
          fixes: rewriting(report, table),
        });
      }
    }
  },
});

/** The table in order, with its own numbers, where lines are its own and it reads as it is written. */
function rewriting(report: Report, table: Table): Fix[] {
  const { hasLines, tableLayout } = formatOf(report);
  const above = tableLinesSpan(report, table);
  const place = linesOf(
    report.text,
    span(Math.min(above.start, table.span.start), Math.max(above.end, table.span.end)),
  );
  if (!hasLines || hasOtherText(report, place)) return [];
  const grid = toGrid(table.form, (id) => table.cells.get(id)?.raw.trim() ?? '');
  const written = writeReadably([tableLayout], table.form, report.form, grid);
  if (!written) return [];
  return [
    {
      title: {
        zh: `将${table.form.title}改写成规整的表格，${table.cells.size} 个数照抄`,
        en: `Write ${table.form.title} anew as a table with its ${table.cells.size} numbers`,
      },
      edits: [{ span: place, newText: written.lines.join(lineBreakOf(report.text)) }],
      kind: 'suggestion',
      preferred: true,
    },
  ];
}

/** The table's first line. */
function placeOf({ text }: Report, { span: { start, end } }: Pick<Table, 'span'>) {
  const line = text.slice(start, end).search(/[\r\n]/);
  return span(start, line < 0 ? end : start + line);
}
