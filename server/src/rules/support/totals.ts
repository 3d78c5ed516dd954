import type { CellId, Equation } from '../../forms/index.ts';
import type { Table } from '../../report/report.ts';

/** The numbers of a table's cells. */
export type Numbers = ReadonlyMap<CellId, number>;

export const numbersIn = (table: Table): Map<CellId, number> =>
  new Map(
    table.rows.flatMap(({ cells }) =>
      cells.flatMap(({ id, value }) =>
        typeof value === 'object' ? [[id, value.units / 10 ** value.scale] as const] : [],
      ),
    ),
  );

/** Undefined when a part is missing or holds no number. */
export function sumOfParts(numbers: Numbers, ids: readonly CellId[]): number | undefined {
  let total = 0;
  for (const id of ids) {
    const value = numbers.get(id);
    if (value === undefined) return undefined;
    total += value;
  }
  return total;
}

const isGrand = ({ id }: Equation): boolean => id === 'result-total/total';

/** The sums with one total: columns before rows, so that the last total of all is made of the others. */
export function inOrder(equations: readonly Equation[]): Equation[] {
  const totals = equations.filter(({ kind }) => kind !== 'balance');
  const columns = totals.filter((each) => each.kind !== 'row-total' && !isGrand(each));
  return [...columns, ...totals.filter(({ kind }) => kind === 'row-total')];
}
