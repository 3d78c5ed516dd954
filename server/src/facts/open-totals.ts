import type { Equation } from '../forms/index.ts';

/** An evaluated equation. */
interface Sum {
  readonly equation: Equation;
  readonly status: 'holds' | 'broken' | 'unknown';
  readonly left: number;
  readonly right: number;
}

/** More totals than these at 0 over parts that are not: nobody has slipped so often. */
const MOST_SLIPS = 3;

/**
 * Totals at 0 while their parts are not. In a finished report one or two of them are slips; in a table that began with
 * zeros and is being filled they are what is filled in last. They are the latter when fewer totals have been computed
 * than wait for it, or when there are many.
 */
export function openTotals<T extends Sum>(evaluated: readonly T[]): T[] {
  const sums = evaluated.filter(({ equation, status }) => equation.kind !== 'balance' && status !== 'unknown');
  const open = sums.filter(({ left, right }) => right === 0 && left > 0);
  const worked = sums.filter(({ right }) => right > 0).length;
  if (open.length > worked || open.length > MOST_SLIPS) return open;
  // All totals of one kind, as those of one row: one cause, too.
  const isSameKind = (one: T, { equation: { table, kind } }: T): boolean =>
    one.equation.table === table && one.equation.kind === kind;
  return open.filter(
    (each) =>
      open.filter((other) => isSameKind(each, other)).length >= MOST_SLIPS &&
      !sums.some((other) => other.right > 0 && isSameKind(each, other)),
  );
}
