import type { TablePlan } from '../../forms/plan.ts';
import type { TableRow } from '../report.ts';
import type { Match } from './align.ts';
import { countValues, hasValue, type Run } from './runs.ts';

/**
 * A capture that did not copy a table in the order of reading leaves labels without numbers and numbers without
 * labels. One such place is a slip; several have one cause, and then no number of the table is sure to stand beside
 * its own label, not even where a row looks whole.
 */

const TORN = 3;

/** @param matches the rows found, in the order of the runs */
export function isTorn(
  runs: readonly Run[],
  matches: readonly Pick<Match, 'at' | 'row'>[],
  rows: readonly TableRow[],
  plan: TablePlan,
  territory: { readonly from: number; readonly to: number },
): boolean {
  let disorder = 0;
  for (const { torn } of rows) disorder += torn ? weightOf(torn.values.length, torn.expected) : 0;
  const taken = new Set(matches.map(({ at }) => at));
  const found = new Set(rows.map(({ row }) => row));
  const missing = new Map(plan.rows.flatMap((each) => (found.has(each.row) ? [] : [[each.label, each] as const])));
  const isHead = (part: string): boolean => plan.rows.some(({ heads }) => heads.has(part));
  const isLong = (run: Run): boolean => plan.rows.some(({ cells }) => countValues(run) >= cells.length);
  for (let at = territory.from; at < territory.to; at++) {
    const run = runs[at];
    if (!run) continue;
    for (const part of run.parts) if (missing.delete(part)) disorder++;
    const isStray = !taken.has(at) && hasValue(run) && isLong(run);
    if (isStray && run.parts.every(isHead)) disorder += 2;
  }
  return disorder >= TORN;
}

/** Numbers of three rows or more at one label are enough; one of two rows is a label that was lost. */
function weightOf(values: number, expected: number): number {
  if (values === 0) return 1;
  if (values >= expected * 3 && values > 3) return TORN;
  return values >= expected * 2 ? 1 : 0;
}

/** This many rows with one number too few are a column that was lost, and no accident of a row. */
const WHOLE_COLUMN = 8;

/**
 * Where a column was lost, a place under a merged label slips into the lost cell's place in rows that have one: they
 * look whole, with their first cell blank, and every number stands one column off.
 */
export function withoutSlipped(rows: readonly TableRow[]): TableRow[] {
  const short = rows.filter(({ torn }) => torn && torn.values.length === torn.expected - 1);
  if (short.length < WHOLE_COLUMN) return [...rows];
  return rows.map((row) => {
    const [first, ...others] = row.cells;
    if (first?.value !== 'blank' || others.some(({ value }) => value === 'blank')) return row;
    const values = others.map(({ span }) => span);
    const torn = { values, expected: row.cells.length, allZero: others.every(({ raw }) => raw.trim() === '0') };
    return { ...row, cells: [], torn };
  });
}
