import type { TablePlan } from '../../forms/plan.ts';
import { exactMatch, type Match } from './align.ts';
import { countValues, type Run } from './runs.ts';

/** A table that stands in the draft more than once: last year's above this year's, a paste too many. */

/** Where one of them stands among the runs. */
export interface CopyAt {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

/** With fewer rows in common two stretches are no two tables: one row, or a few, were pasted twice. */
const LEAST_COMMON = 0.3;

/** @returns one for each copy, in text order; none where the table stands once. */
export function copiesOf(runs: readonly Run[], plan: TablePlan): CopyAt[] {
  const passes = passesIn(runs, plan);
  if (passes.length < 2) return [];
  const enough = Math.max(2, plan.rows.length * LEAST_COMMON);
  const copies: Pass[] = [];
  for (const pass of passes) {
    const before = copies.at(-1);
    const common = before ? pass.filter(({ row }) => before.some((each) => each.row === row)).length : 0;
    if (!before || common >= enough) copies.push(pass);
    else before.push(...pass);
  }
  if (copies.length < 2) return [];
  return copies.map((pass, index) => ({
    from: index === 0 ? 0 : headOf(runs, pass[0]?.at ?? 0),
    to: index + 1 < copies.length ? headOf(runs, copies[index + 1]?.[0]?.at ?? runs.length) : runs.length,
  }));
}

type Pass = Match[];

/** Rows that are there word for word, cut where one comes that this stretch has already. */
function passesIn(runs: readonly Run[], { rows, endingIn }: TablePlan): Pass[] {
  const passes: Pass[] = [];
  let seen = new Set<number>();
  let expected = 0;
  for (const [at, run] of runs.entries()) {
    if (run.key.length < 2 || countValues(run) === 0) continue;
    const candidates = endingIn.get(run.key.charCodeAt(run.key.length - 1));
    const match = candidates && exactMatch(run, at, candidates, expected % rows.length);
    if (!match) continue;
    const comesAgain = seen.has(match.row.index) && match.row.index < expected - 1;
    if (passes.length === 0 || comesAgain) {
      passes.push([]);
      seen = new Set();
    }
    passes.at(-1)?.push(match);
    seen.add(match.row.index);
    expected = match.row.index + 1;
  }
  return passes;
}

/** The first run of the head above a table's first row: no values stand in it. */
function headOf(runs: readonly Run[], first: number): number {
  let from = first;
  while (from > 0 && runs[from - 1] && !hasNumbers(runs[from - 1])) from--;
  return from;
}

const hasNumbers = (run: Run | undefined): boolean => {
  if (!run) return false;
  for (let at = run.from + run.parts.length; at < run.to; at++) if (run.cells.kind(at) === 'value') return true;
  return false;
};
