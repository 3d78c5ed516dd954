import type { CellId } from '../forms/index.ts';
import { reportFact } from '../report/fact.ts';
import { arithmeticOf } from './arithmetic.ts';

/**
 * Cells of which a finding about the table says already that they, or what they should add up to, are wrong, each with
 * what it says once the table is fixed; undefined where the sums do not tell. What else such a cell contradicts is a
 * consequence: it is asked about again when the table is right.
 */
export const doubtsOf = reportFact((report): ReadonlyMap<CellId, number | undefined> => {
  const { causes, open } = arithmeticOf(report);
  const doubts = new Map<CellId, number | undefined>();
  for (const { broken, candidates } of causes) {
    for (const { cell, value } of candidates) doubts.set(cell.id, value);
    if (candidates.length > 0) continue;
    for (const { equation, left } of broken) {
      for (const id of equation.left) if (!doubts.has(id)) doubts.set(id, undefined);
      for (const id of equation.right) doubts.set(id, equation.kind === 'balance' ? undefined : left);
    }
  }
  for (const { equation, left } of open) for (const id of equation.right) doubts.set(id, left);
  for (const { cells } of Object.values(report.tables)) {
    for (const { id, value, column } of cells.values()) {
      if (typeof value === 'object' && value.units < 0 && column.kind !== 'change') doubts.set(id, undefined);
    }
  }
  return doubts;
});
