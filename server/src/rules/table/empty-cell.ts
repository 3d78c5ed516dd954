import { cellName, rowName, rowTitle } from '../../facts/names.ts';
import { type RowView, type TableView, tablesOf } from '../../facts/rows.ts';
import type { Cell, Report, TableRow } from '../../report/report.ts';
import { span } from '../../text/span.ts';
import { defineRule, type Fix, failed, type Outcome, passed } from '../rule.ts';
import { fillText, saysOpen, setCell } from '../support/cell-fix.ts';
import { perRow } from '../support/rows.ts';
import { fillings, isBegun, isUnfinished, unfilledTotals } from '../support/unfinished.ts';
import { wantedValue } from './wanted-value.ts';

type Message = 'one' | 'many' | 'open' | 'blank' | 'totals';

const subjectOf = perRow((form, row) => `${form.title}${rowName(row)}行已填满`);

/**
 * A cell of the form is never left blank: zero is written 0. A blank is unknown, so its sums are not checked. A table
 * that is still being filled is one finding, which says no more than that: its author knows.
 */
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
      open: {
        zh: '{table}还有 {count} 格待填，首先是{place}。',
        en: '{table}: {count} cells are still to be filled in, the first of them {place}.',
      },
      blank: {
        zh: '{table}有 {count} 格没有填写，首先是{place}；没有的应填 0。',
        en: '{table} has {count} blank cells, the first of them {place}; write 0 where there is none.',
      },
      totals: {
        zh: '{table}的 {count} 个合计还没有填，首先是{place}。',
        en: '{table}: {count} totals are not filled in yet, the first of them {place}.',
      },
    },
  },
  check(report) {
    const outcomes: Outcome<Message>[] = [];
    for (const table of tablesOf(report)) {
      const blanks = blanksIn(table.odd);
      const unfinished = isUnfinished(table.table, blanks) || isBlock(table, blanks) ? blanks[0] : undefined;
      if (unfinished) outcomes.push(judgeUnfinished(report, table, blanks, unfinished));
      for (const row of table.rows) {
        const outcome = judgeRow(report, row, table, unfinished !== undefined);
        if (outcome) outcomes.push(outcome);
      }
    }
    return outcomes;
  },
});

/** With so many whole rows blank they were left out together. */
const BLOCK = 3;

function isBlock({ rows }: TableView, blanks: readonly Cell[]): boolean {
  if (blanks.length === 0) return false;
  const whole = rows.filter(({ row: { cells } }) => cells.length > 1 && cells.every(({ value }) => value === 'blank'));
  return whole.length >= BLOCK && whole.reduce((sum, { row }) => sum + row.cells.length, 0) === blanks.length;
}

/** @param isTold the blanks of the whole table are one finding already */
function judgeRow(report: Report, view: RowView, table: TableView, isTold: boolean): Outcome<Message> | undefined {
  const { row, odd } = view;
  if (row.cells.length === 0) return undefined;
  const own = odd.length === 0 ? odd : blanksIn(odd);
  const [first] = own;
  const last = own.at(-1);
  if (!first || !last) return passed(subjectOf(table, view), row.span);
  if (isTold) return undefined;
  return failed(subjectOf(table, view), {
    messageId: own.length === 1 ? 'one' : 'many',
    span: span(first.span.start, last.span.end),
    data: { place: cellName(first), row: rowTitle(row.row), count: own.length },
    ...(!report.form.fillsEveryCell && { severity: 'information' }),
    fixes: fixesFor(report, table, row, own),
  });
}

function judgeUnfinished(report: Report, { table }: TableView, blanks: readonly Cell[], first: Cell): Outcome<Message> {
  const messageId = unfilledTotals(table, blanks) ? 'totals' : blanks.some(saysOpen) ? 'open' : 'blank';
  return failed(`${table.form.title}已填满`, {
    messageId,
    span: first.span,
    data: { table: table.form.title, count: blanks.length, place: cellName(first) },
    ...(messageId !== 'blank' && isBegun(report) && { severity: 'information' as const }),
    fixes: fillings(table),
  });
}

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
