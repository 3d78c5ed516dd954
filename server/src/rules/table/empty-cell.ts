import type { Cell, Report, TableRow } from '../../report/report.ts';
import { span } from '../../text/span.ts';
import { defineRule, type Fix, failed, passed } from '../rule.ts';
import { fillText, setCell } from '../support/cell-fix.ts';
import { cellName, rowName, rowTitle } from '../support/place.ts';
import { judgeRows, perRow, type TableView } from '../support/rows.ts';
import { wantedValue } from './wanted-value.ts';

const subjectOf = perRow((form, row) => `${form.title}${rowName(row)}行已填满`);

/** A cell of the form is never left blank: zero is written 0. A blank is unknown, so its sums are not checked. */
export default defineRule({
  meta: {
    id: 'table/empty-cell',
    title: { zh: '表格中有空格', en: 'A cell is blank' },
    severity: 'warning',
    basis: '填报惯例：没有的填 0；国办文件未见明文，2019 年格式从宽',
    fix: 'suggestion',
    messages: {
      one: { zh: '{place}没有填写；没有的应填 0。', en: '{place} is blank; write 0 when there is none.' },
      many: {
        zh: '{row}有 {count} 格没有填写；没有的应填 0。',
        en: '{row} has {count} blank cells; write 0 where there is none.',
      },
    },
  },
  check: (report) =>
    judgeRows(report, (view, table) => {
      const { row, odd } = view;
      if (row.cells.length === 0) return undefined;
      const subject = subjectOf(table, view);
      const own = odd.length === 0 ? odd : blanksIn(odd);
      const [first] = own;
      const last = own.at(-1);
      if (!first || !last) return passed(subject, row.span);
      return failed(subject, {
        messageId: own.length === 1 ? 'one' : 'many',
        span: span(first.span.start, last.span.end),
        data: { place: cellName(first), row: rowTitle(row.row), count: own.length },
        ...(report.form.id === '2019' && { severity: 'information' }),
        fixes: fixesFor(report, table, row, own),
      });
    }),
});

const blanksIn = (cells: readonly Cell[]): Cell[] => cells.filter((cell) => cell.value === 'blank');

function fixesFor(report: Report, { table, odd }: TableView, row: TableRow, own: readonly Cell[]): Fix[] {
  const fixes: Fix[] = [];
  const [first] = own;
  if (first && own.length === 1) {
    const value = wantedValue(report, table, first);
    if (value !== undefined) fixes.push(setCell(first, value, true));
  } else if (own.every((cell) => wantedValue(report, table, cell) === '0')) {
    fixes.push(
      fillAll(
        own,
        `将${row.row.label ? `${rowName(row.row)}行` : '本行'}的 ${own.length} 个空格填 0`,
        `Fill the ${own.length} blanks of this row with 0`,
      ),
    );
  }
  const safe = blanksIn(odd).filter((cell) => wantedValue(report, table, cell) === '0');
  if (safe.length > own.length) {
    fixes.push(
      fillAll(
        safe,
        `将${table.form.title}的 ${safe.length} 个空格填 0`,
        `Fill ${safe.length} blanks of this table with 0`,
      ),
    );
  }
  return fixes;
}

const fillAll = (cells: readonly Cell[], zh: string, en: string): Fix => ({
  title: { zh, en },
  edits: cells.map((cell) => ({ span: cell.span, newText: fillText(cell, '0') })),
  kind: 'suggestion',
});
