import { rowName } from '../../facts/names.ts';
import { type CellId, cellId, type FormBlock, type FormColumn } from '../../forms/index.ts';
import { numberIn, type ReportSummary, tableForm } from '../../relations/summary.ts';
import { rowIn } from '../../report/find.ts';
import type { Cell, Table, TableRow } from '../../report/report.ts';
import { addDecimals, compareDecimals, type Decimal, formatDecimal } from '../../text/decimal.ts';
import { defineRule, failed, notChecked, passed } from '../rule.ts';
import { setCell } from '../support/cell-fix.ts';
import { toNumber } from '../support/other-report.ts';

/** What is in force now is what was in force last year, and what was issued, less what was repealed. */
export default defineRule({
  meta: {
    id: 'year/valid-documents',
    title: { zh: '现行有效件数与上年报告接不上', en: 'Documents in force do not follow from last year’s report' },
    severity: 'warning',
    basis: '推算：本年现行有效＝上年现行有效＋本年制发−本年废止；清理、有效期届满、职能划转除外',
    fix: 'suggestion',
    messages: {
      differs: {
        zh: '{row}：{last} 年度现行有效 {before} 件，加本年制发 {made} 件，减废止 {repealed} 件，应为 {wanted} 件，此处为 {now} 件。',
        en: '{row}: {before} in force in {last}, {made} issued, {repealed} repealed, which makes {wanted}; here {now}.',
      },
    },
  },
  *check(report, { relations }) {
    const table = report.tables.proactive;
    const prior = relations?.prior;
    const theirs = prior?.numbers.proactive;
    // 对外公开总数量 of the older form is not what is in force.
    if (!table || !theirs || tableForm('proactive', theirs) !== table.form) return;
    for (const stock of stocksIn(table, prior)) {
      const subject = `${stock.name}现行有效与上年报告`;
      if (!isKnown(stock)) {
        yield notChecked(subject, 'cell-blank');
        continue;
      }
      const { cell, id, name, now, made, repealed, before } = stock;
      const wanted = addDecimals([before, made, { ...repealed, units: -repealed.units }]);
      if (compareDecimals(wanted, now) === 0) {
        yield passed(subject, cell.span);
        continue;
      }
      const numbers = { before, made, repealed, wanted, now };
      yield failed(subject, {
        messageId: 'differs',
        span: cell.span,
        data: { row: name, last: prior.year ?? '', ...inWords(numbers) },
        related: toNumber(prior, id),
        fixes: wanted.units >= 0 ? [setCell(cell, formatDecimal(wanted))] : [],
      });
    }
  },
});

/** What a row says of a stock; undefined where a cell is missing or holds no number. */
interface Stock {
  readonly id: CellId;
  readonly name: string;
  readonly cell: Cell | undefined;
  readonly now: Decimal | undefined;
  readonly made: Decimal | undefined;
  readonly repealed: Decimal | undefined;
  readonly before: Decimal | undefined;
}

const isKnown = (stock: Stock): stock is { readonly [K in keyof Stock]: NonNullable<Stock[K]> } =>
  Object.values(stock).every((value) => value !== undefined);

const inWords = (numbers: Readonly<Record<string, Decimal>>): Record<string, string> =>
  Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, formatDecimal(value)]));

function* stocksIn(table: Table, prior: ReportSummary): Iterable<Stock> {
  for (const block of table.form.blocks) {
    const stock = withRole(block, 'stock');
    const [added, removed] = [withRole(block, 'added'), withRole(block, 'removed')];
    if (!stock || !added || !removed) continue;
    for (const formRow of block.rows) {
      const row = rowIn(table, formRow.key);
      const id = cellId(table.id, formRow.key, stock.key);
      const [now, made, repealed] = [stock, added, removed].map((column) => valueIn(row, column));
      const cell = row?.cells.find(({ column }) => column.key === stock.key);
      yield { id, name: rowName(formRow), cell, now, made, repealed, before: numberIn(prior, id)?.value };
    }
  }
}

const withRole = ({ columns }: FormBlock, role: NonNullable<FormColumn['role']>): FormColumn | undefined =>
  columns.find((column) => column.role === role);

function valueIn(row: TableRow | undefined, { key }: FormColumn): Decimal | undefined {
  const value = row?.cells.find(({ column }) => column.key === key)?.value;
  return typeof value === 'object' ? value : undefined;
}
