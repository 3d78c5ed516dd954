import { cellName, rowName, shown } from '../../facts/names.ts';
import type { FormColumn, FormTable } from '../../forms/index.ts';
import { rowIn } from '../../report/find.ts';
import type { Cell, TableRow } from '../../report/report.ts';
import { addDecimals, compareDecimals, type Decimal, formatDecimal } from '../../text/decimal.ts';
import { defineRule, failed, notChecked, passed } from '../rule.ts';
import { isInTheMaking } from '../support/unfinished.ts';

const ROWS = ['regulations', 'normative'];

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
      const table = report.tables.proactive;
      const row = rowIn(table, key);
      if (!table || !row) {
        yield notChecked(`${key === 'regulations' ? '「规章」' : '「行政规范性文件」'}行各数的关系`, 'row-missing');
        continue;
      }
      const subject = `${rowName(row.row)}行各数的关系`;
      const whole = cellOf(row, 'stock');
      const part = cellOf(row, 'added');
      const less = hasRole(table.form, 'removed');
      const repealed = cellOf(row, 'removed');
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
      else yield failed(subject, finding(whole, [part, repealed], { all, added, removed }));
    }
  },
});

type Role = NonNullable<FormColumn['role']>;

const cellOf = (row: TableRow, role: Role): Cell | undefined => row.cells.find(({ column }) => column.role === role);

const hasRole = ({ blocks }: FormTable, role: Role): boolean =>
  blocks.some(({ columns }) => columns.some((column) => column.role === role));

const isNumber = (value: Cell['value'] | undefined): value is Decimal => typeof value === 'object';

function finding(
  whole: Cell,
  others: readonly (Cell | undefined)[],
  values: { all: Decimal; added: Decimal; removed: Cell['value'] | undefined },
) {
  const added = formatDecimal(values.added);
  const all = formatDecimal(values.all);
  return {
    messageId: values.removed === undefined ? ('open' as const) : ('valid' as const),
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
