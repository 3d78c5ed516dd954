import { cellName, rowName, shown } from '../../facts/names.ts';
import { rowIn } from '../../report/find.ts';
import type { Cell, Report, TableRow } from '../../report/report.ts';
import { addDecimals, compareDecimals, type Decimal, formatDecimal } from '../../text/decimal.ts';
import { defineRule, failed, notChecked, passed } from '../rule.ts';
import { isInTheMaking } from '../support/unfinished.ts';

const ROWS = ['regulations', 'normative'];

/** The first cannot be less than the second, which may be made up by the third. */
const COLUMNS_2021 = { of: ['valid', 'made'], less: 'repealed' } as const;
const COLUMNS_2019 = { of: ['open', 'published'], less: undefined } as const;

/** What is in force cannot be less than what was issued this year and not repealed; nor what is open less than what was opened. */
export default defineRule({
  meta: {
    id: 'table/impossible-valid',
    title: { zh: '现行有效件数小于本年制发减废止', en: 'Fewer documents in force than were issued this year' },
    severity: 'warning',
    basis: '推算：上年现行有效件数＝现行有效−本年制发＋本年废止，不应为负',
    fix: 'none',
    messages: {
      valid: {
        zh: '{row}：现行有效 {valid} 件，少于本年制发 {made} 件减本年废止 {repealed} 件。',
        en: '{row}: {valid} in force, fewer than the {made} issued less the {repealed} repealed this year.',
      },
      open: {
        zh: '{row}：对外公开总数量 {open} 件，少于本年新公开数量 {published} 件。',
        en: '{row}: {open} open in all, fewer than the {published} opened this year.',
      },
    },
  },
  *check(report) {
    for (const key of ROWS) {
      const row = rowIn(report.tables.proactive, key);
      if (!row) {
        yield notChecked(`${key === 'regulations' ? '「规章」' : '「行政规范性文件」'}行各数的关系`, 'row-missing');
        continue;
      }
      const subject = `${rowName(row.row)}行各数的关系`;
      const { of, less } = report.form.id === '2021' ? COLUMNS_2021 : COLUMNS_2019;
      const whole = cellOf(row, of[0]);
      const part = cellOf(row, of[1]);
      const repealed = less && cellOf(row, less);
      const all = whole?.value;
      const added = part?.value;
      const removed = repealed?.value;
      if (!isNumber(all) || !isNumber(added) || (less && !isNumber(removed))) {
        yield notChecked(subject, row.torn ? 'row-unreadable' : 'cell-blank');
        continue;
      }
      const kept = isNumber(removed) ? addDecimals([all, removed]) : all;
      if (compareDecimals(kept, added) >= 0 || !whole) yield passed(subject);
      // 0 is what a new report begins with.
      else if (all.units === 0 && isInTheMaking(report)) yield notChecked(subject, 'not-filled-in');
      else yield failed(subject, finding(report, whole, [part, repealed], { all, added, removed }));
    }
  },
});

const cellOf = (row: TableRow, column: string): Cell | undefined =>
  row.cells.find((cell) => cell.column.key === column);

const isNumber = (value: Cell['value'] | undefined): value is Decimal => typeof value === 'object';

function finding(
  report: Report,
  whole: Cell,
  others: readonly (Cell | undefined)[],
  values: { all: Decimal; added: Decimal; removed: Cell['value'] | undefined },
) {
  const added = formatDecimal(values.added);
  const all = formatDecimal(values.all);
  return {
    messageId: report.form.id === '2021' ? ('valid' as const) : ('open' as const),
    span: whole.span,
    data: {
      row: rowName(whole.row),
      valid: all,
      open: all,
      made: added,
      published: added,
      repealed: isNumber(values.removed) ? formatDecimal(values.removed) : 0,
    },
    related: others.flatMap((cell) =>
      cell
        ? [
            {
              span: cell.span,
              message: { zh: `${cellName(cell)}：${shown(cell)}`, en: `${cellName(cell)}: ${shown(cell)}` },
            },
          ]
        : [],
    ),
  };
}
