import { partsOf } from '../facts/arithmetic.ts';
import { type Claim, claimsOf, fittingReadings } from '../facts/claims/claims.ts';
import type { CellId } from '../forms/index.ts';
import type { Cell, Report } from '../report/report.ts';
import type { Span } from '../text/span.ts';
import { claimsAt } from './places.ts';

/** What in prose belongs to which cells of the tables. */
export interface Binding {
  /** The number, or the words that say there was none. */
  readonly span: Span;
  readonly cells: readonly Cell[];
}

/** The cells of the readings that fit the claim; of all readings where none fits. */
function boundCells(report: Report, claim: Claim): readonly Cell[] {
  const fitting = fittingReadings(report, claim);
  const readings = fitting.length > 0 ? fitting : claim.readings;
  return distinct(
    report,
    readings.flatMap(({ cells, less = [] }) => [...cells, ...less]),
  );
}

const distinct = (report: Report, ids: readonly CellId[]): Cell[] => partsOf(report, [...new Set(ids)]);

export function bindingAt(report: Report, offset: number): Binding | undefined {
  const claims = claimsAt(report, offset).filter(({ notHeld }) => notHeld === undefined);
  const [first] = claims;
  if (!first) return undefined;
  return { span: first.span, cells: [...new Set(claims.flatMap((claim) => boundCells(report, claim)))] };
}

/** Where prose speaks of one of these cells, in text order. */
export function mentionsOf(report: Report, cells: readonly Cell[]): Span[] {
  const ids = new Set(cells.map(({ id }) => id));
  const claims = claimsOf(report).filter((claim) => boundCells(report, claim).some(({ id }) => ids.has(id)));
  const spans = claims.map(({ span }) => span);
  return spans
    .filter(({ start, end }, index) => spans.findIndex((other) => other.start === start && other.end === end) === index)
    .sort((a, b) => a.start - b.start);
}
