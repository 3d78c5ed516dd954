import type { Report, StrayTable } from '../../report/report.ts';
import { span } from '../../text/span.ts';
import { defineRule, failed, notChecked, passed } from '../rule.ts';

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
    fix: 'none',
    messages: {
      torn: {
        zh: '{table}的行名和数字在复制时被打乱，无法确定各数属于哪一格，本表未核对。请从网页或 Word 原文重新复制整张表格；从 PDF 复制时请先另存为 Word，或逐页框选表格。',
        en: 'Labels and numbers of {table} were torn apart by the copy; it cannot be told which number belongs to which cell, so this table was not checked. Copy the whole table again from the web page or the Word file.',
      },
    },
  },
  *check(report) {
    const torn = report.strayTables.filter(({ why, id }) => why === 'torn' && !report.tables[id]);
    for (const table of torn) {
      const { title } = table.form;
      yield failed(`${title}可以识别`, { messageId: 'torn', span: placeOf(report, table), data: { table: title } });
      yield notChecked(`${title}的行、格数与勾稽关系`, 'table-unreadable', table.span);
    }
    for (const { form, span: place } of Object.values(report.tables)) yield passed(`${form.title}可以识别`, place);
  },
});

/** The table's first line. */
function placeOf({ text }: Report, { span: { start, end } }: StrayTable) {
  const line = text.slice(start, end).search(/[\r\n]/);
  return span(start, line < 0 ? end : start + line);
}
