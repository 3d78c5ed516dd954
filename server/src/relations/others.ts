import { once } from '../text/once.ts';
import { countWhile } from '../text/ordered.ts';
import type { Span } from '../text/span.ts';
import type { Relations } from './relations.ts';
import type { ReportSummary } from './summary.ts';

/** Every other report that a finding may lead to. */
function* reportsIn(relations: Relations): Iterable<ReportSummary> {
  const { prior, government, duplicates, members, mixed, missing, alike } = relations;
  if (prior) yield prior;
  if (government) yield government;
  yield* duplicates;
  yield* members;
  yield* mixed;
  for (const { last } of missing) if (last) yield last;
  for (const { other } of alike) yield other;
}

/** The other reports by the names under which they were given. */
export const othersIn = once(
  (relations: Relations): ReadonlyMap<string, ReportSummary> =>
    new Map([...reportsIn(relations)].map((each) => [each.document, each])),
);

/** As the protocol counts: both from 0. */
interface Position {
  readonly line: number;
  readonly character: number;
}

/** Where a span of another report stands; at its beginning where that report is not known any more. */
export function rangeIn(summary: ReportSummary | undefined, { start, end }: Span): { start: Position; end: Position } {
  const lines = summary?.lines ?? [0];
  const at = (offset: number): Position => {
    const line = Math.max(0, countWhile(lines.length, (index) => (lines[index] ?? 0) <= offset) - 1);
    return { line, character: offset - (lines[line] ?? 0) };
  };
  return summary ? { start: at(start), end: at(end) } : { start: at(0), end: at(0) };
}
