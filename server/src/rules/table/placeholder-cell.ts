import { cellName, rowName, rowTitle } from '../../facts/names.ts';
import type { Cell, Report, Table, TableRow } from '../../report/report.ts';
import { span } from '../../text/span.ts';
import { defineRule, type Fix, failed, passed } from '../rule.ts';
import { setCell } from '../support/cell-fix.ts';
import { judgeRows, perRow } from '../support/rows.ts';
import { wantedValue } from './wanted-value.ts';

const subjectOf = perRow((form, row) => `${form.title}${rowName(row)}行填的是数字`);

/** / - — 无 × N/A where a number goes. What such a mark stands for is not known, so its sums are not checked. */
export default defineRule({
  meta: {
    id: 'table/placeholder-cell',
    title: { zh: '表格中用符号代替数字', en: 'A mark stands in a number’s place' },
    severity: 'warning',
    basis: '填报惯例：没有的填 0；国办文件未见明文，2019 年格式从宽',
    fix: 'suggestion',
    messages: {
      one: { zh: '{place}填的是“{found}”；没有的应填 0。', en: '{place} holds “{found}”; write 0 for none.' },
      many: {
        zh: '{row}有 {count} 格填的是“{found}”等符号；没有的应填 0。',
        en: '{row} has {count} cells with marks such as “{found}”; write 0 for none.',
      },
      regulations: {
        zh: '「规章」行填的是“{found}”，如表示没有制定规章的权限，也可填 0。',
        en: 'The row 规章 holds “{found}”; where it means that the body makes no rules, 0 does as well.',
      },
    },
  },
  check: (report) =>
    judgeRows(report, (view, table) => {
      const { row, odd } = view;
      if (row.cells.length === 0) return undefined;
      const subject = subjectOf(table, view);
      const own = odd.length === 0 ? odd : odd.filter((cell) => cell.value === 'placeholder');
      const [first] = own;
      const last = own.at(-1);
      if (!first || !last) return passed(subject);
      const regulations = row.row.key === 'regulations';
      return failed(subject, {
        messageId: regulations ? 'regulations' : own.length === 1 ? 'one' : 'many',
        span: span(first.span.start, last.span.end),
        data: { place: cellName(first), row: rowTitle(row.row), count: own.length, found: first.raw.trim() },
        ...((regulations || !report.form.fillsEveryCell) && { severity: 'information' }),
        fixes: fixesFor(report, table.table, row, own),
      });
    }),
});
function fixesFor(report: Report, table: Table, row: TableRow, own: readonly Cell[]): Fix[] {
  const [first] = own;
  if (first && own.length === 1) {
    const value = wantedValue(report, table, first);
    return value === undefined ? [] : [setCell(first, value, true)];
  }
  if (!own.every((cell) => wantedValue(report, table, cell) === '0')) return [];
  return [
    {
      title: {
        zh: `将${rowTitle(row.row)}的 ${own.length} 个“${first?.raw.trim()}”等符号改为 0`,
        en: `Change the ${own.length} marks of this row to 0`,
      },
      edits: own.map((cell) => ({ span: cell.span, newText: '0' })),
      kind: 'suggestion',
    },
  ];
}
