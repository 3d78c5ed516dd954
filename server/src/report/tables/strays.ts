import type { RowPlan, TablePlan } from '../../forms/plan.ts';
import { exactMatch, type Match } from './align.ts';
import { countValues, type Run } from './runs.ts';

/**
 * What the alignment by order leaves over: rows that stand in another place than the form's, and labels that stand in
 * their place without numbers. Neither row is missing, and nobody should insert a second one.
 */

/** More rows than this in other places are another table, or no order at all. */
const MOST_DISPLACED = 4;
/** Where more labels stand without their numbers, the numbers were lost together: those rows are missing. */
const MOST_BARE = 2;

/**
 * Rows of which the label, word for word, and all numbers stand out of their order, once.
 * @param isWhole whether a match has as many numbers as its row.
 */
export function displacedRows(
  runs: readonly Run[],
  matches: readonly Match[],
  plan: TablePlan,
  isWhole: (match: Match) => boolean,
): Match[] {
  const rows = rowsLeft(matches, plan);
  if (rows.length === 0) return [];
  const found = new Map<RowPlan, Match[]>();
  const taken = new Set(matches.map(({ at }) => at));
  // The rest of the table may stand above what is in order, or below.
  const reach = rows.length * 2 + 1;
  const last = Math.min(runs.length - 1, (matches.at(-1)?.at ?? 0) + reach);
  for (let at = Math.max(0, (matches[0]?.at ?? 0) - reach); at <= last; at++) {
    const run = runs[at];
    const match = run && !taken.has(at) ? exactMatch(run, at, rows, 0) : undefined;
    if (!match || countValues(match.run) === 0 || !isWhole(match)) continue;
    const known = found.get(match.row);
    if (known) known.push(match);
    else found.set(match.row, [match]);
  }
  const displaced = [...found.values()].flatMap((each) => (each.length === 1 ? each : []));
  // All that is left, each once: pages or halves of the table were copied in another order.
  return displaced.length > MOST_DISPLACED && displaced.length < rows.length ? [] : displaced;
}

export interface BareLabel {
  readonly row: RowPlan;
  /** The run among whose labels it stands, and its place there. */
  readonly at: number;
  readonly part: number;
}

/** Labels of rows that were not found, between the rows that should be around them. */
export function bareLabels(runs: readonly Run[], matches: readonly Match[], plan: TablePlan): BareLabel[] {
  const rows = rowsLeft(matches, plan);
  if (rows.length === 0 || rows.length > MOST_BARE) return [];
  return rows.flatMap((row) => {
    const next = matches.findIndex((match) => match.row.index > row.index);
    const from = (matches.at(next < 0 ? -1 : next - 1)?.at ?? -1) + 1;
    const to = matches[next]?.at ?? -1;
    if (next === 0) return [];
    for (let at = from; at <= to; at++) {
      const part = runs[at]?.parts.indexOf(row.label) ?? -1;
      if (part >= 0) return [{ row, at, part }];
    }
    return [];
  });
}

function rowsLeft(matches: readonly Match[], { rows }: TablePlan): RowPlan[] {
  if (matches.length === 0 || matches.length === rows.length) return [];
  const found = new Set(matches.map(({ row }) => row));
  return rows.filter((row) => !found.has(row));
}
