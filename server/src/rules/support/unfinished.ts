import { paragraphFact, reportFact } from '../../report/fact.ts';
import type { Cell, Table } from '../../report/report.ts';
import type { Fix } from '../rule.ts';
import { fillText, saysOpen } from './cell-fix.ts';
import { type Completed, completionOf, totalsOf } from './completion.ts';
import { TO_FILL_IN } from './skeleton.ts';
import { inOrder } from './totals.ts';

/** A table that is still being filled. What it lacks, its author knows; one finding says it, and offers the rest. */

/** Whether a place in the text or a table says that it is still to be filled in. */
export const isInTheMaking = reportFact(
  (report) =>
    report.prose.some(({ content }) => isOpen(content)) ||
    Object.values(report.tables).some(({ rows }) => rows.some(({ cells }) => cells.some(saysOpen))),
);

/** Nothing has been added up yet; where some totals are computed, in any table, those that are not were forgotten. */
export const isBegun = reportFact(
  (report) =>
    isInTheMaking(report) ||
    Object.values(report.tables).every(({ equations, cells }) =>
      inOrder(equations).every(({ right }) => right.every((id) => isNothing(cells.get(id)))),
    ),
);

const isNothing = (cell: Cell | undefined): boolean => typeof cell?.value !== 'object' || cell.value.units === 0;

const isOpen = paragraphFact(({ text }) => text.includes(TO_FILL_IN));

/** With more rows than these that have blanks, nobody forgot a number: the table was not filled, or 0 is not written. */
const MOST_FORGOTTEN = 8;

/** @param blanks the table's */
export function isUnfinished(table: Table, blanks: readonly Cell[]): boolean {
  if (blanks.length === 0) return false;
  if (blanks.some(saysOpen) || unfilledTotals(table, blanks)) return true;
  return new Set(blanks.map(({ row }) => row)).size > MOST_FORGOTTEN;
}

/** Whether only totals, and several of them, are left blank. */
export function unfilledTotals(table: Table, blanks: readonly Cell[]): boolean {
  if (blanks.length < 2) return false;
  const totals = new Set(inOrder(table.equations).flatMap(({ right }) => right));
  return blanks.every(({ id }) => totals.has(id));
}

/** Filling in what can be: the totals whose parts are there, and all the rest with 0. */
export function fillings(table: Table): Fix[] {
  const all = completionOf(table);
  const totals = all.filter(({ isTotal }) => isTotal);
  const zeros = all.length - totals.length;
  if (all.length === 0) return [];
  const { title } = table.form;
  const sums = totals.length;
  if (zeros === 0) {
    return [filling(all, `填入${title}的 ${sums} 个合计`, `Fill in the ${sums} totals of this table`)];
  }
  const zh = sums > 0 ? `，并填入 ${sums} 个合计` : '';
  const en = sums > 0 ? `, and fill in ${sums} totals` : '';
  return [filling(all, `将${title}其余 ${zeros} 格填 0${zh}`, `Fill the other ${zeros} cells with 0${en}`)];
}

/** Every total that stands at 0, or is blank, becomes the sum of its parts. */
export function totalling(table: Table): Fix[] {
  const all = totalsOf(table);
  if (all.length === 0) return [];
  return [filling(all, `填入${table.form.title}的 ${all.length} 个合计`, `Fill in ${all.length} totals of this table`)];
}

const filling = (cells: readonly Completed[], zh: string, en: string): Fix => ({
  title: { zh, en },
  edits: cells.map(({ cell, value }) => ({ span: cell.span, newText: fillText(cell, `${value}`) })),
  kind: 'suggestion',
});
