import type { CellId } from '../../forms/index.ts';
import type { Cell, Table } from '../../report/report.ts';
import { inOrder, numbersIn, sumOfParts } from './totals.ts';

/** The values for blank cells with which every equation of the table holds. */
export interface Completed {
  readonly cell: Cell;
  readonly value: number;
  /** The sum of its parts; every other value is 0. */
  readonly isTotal: boolean;
}

/**
 * The rest of a table that is being filled: 0 where nothing was entered, and the totals computed. A blank stays where 0
 * would contradict a number that is there already: what belongs there only the author knows.
 */
export function completionOf(table: Table): Completed[] {
  const blanks = table.rows.flatMap(({ cells }) => cells.filter(({ value }) => value === 'blank'));
  const totals = new Set(inOrder(table.equations).flatMap(({ right }) => right));
  const zeros = new Set(blanks.flatMap(({ id }) => (totals.has(id) ? [] : id)));
  let numbers = withTotals(table, zeros, totals);
  while (leaveContradicted(table, numbers, zeros)) numbers = withTotals(table, zeros, totals);
  return blanks.flatMap((cell) => {
    const value = numbers.get(cell.id);
    return value === undefined ? [] : [{ cell, value, isTotal: totals.has(cell.id) }];
  });
}

/** The totals that are blank or 0 though their parts are not. */
export function totalsOf(table: Table): Completed[] {
  const numbers = numbersIn(table);
  const completed = new Map<CellId, Completed>();
  for (const { left, right } of inOrder(table.equations)) {
    const cell = right[0] && table.cells.get(right[0]);
    const value = sumOfParts(numbers, left);
    if (!cell || value === undefined || completed.has(cell.id)) continue;
    if (cell.value !== 'blank' && (numbers.get(cell.id) !== 0 || value === 0)) continue;
    numbers.set(cell.id, value);
    completed.set(cell.id, { cell, value, isTotal: true });
  }
  return [...completed.values()];
}

function withTotals(table: Table, zeros: ReadonlySet<CellId>, totals: ReadonlySet<CellId>): Map<CellId, number> {
  const numbers = numbersIn(table);
  for (const id of zeros) numbers.set(id, 0);
  for (const { left, right } of inOrder(table.equations)) {
    const [total] = right;
    if (!total || numbers.has(total) || !totals.has(total) || table.cells.get(total)?.value !== 'blank') continue;
    const sum = sumOfParts(numbers, left);
    if (sum !== undefined) numbers.set(total, sum);
  }
  return numbers;
}

/** Takes the zeros out of every sum that they break. Ends: there are fewer each time. */
function leaveContradicted(table: Table, numbers: ReadonlyMap<CellId, number>, zeros: Set<CellId>): boolean {
  const before = zeros.size;
  for (const { left, right } of table.equations) {
    const sums = [sumOfParts(numbers, left), sumOfParts(numbers, right)];
    if (sums[0] === undefined || sums[1] === undefined || sums[0] === sums[1]) continue;
    for (const id of [...left, ...right]) zeros.delete(id);
  }
  return zeros.size < before;
}
