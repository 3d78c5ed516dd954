import { partsOf } from '../facts/arithmetic.ts';
import { type Claim, claimsOf, readingValue } from '../facts/claims/claims.ts';
import { zeroClaimsOf } from '../facts/claims/zero-claims.ts';
import type { CellId } from '../forms/index.ts';
import type { Cell, Report } from '../report/report.ts';
import type { Span } from '../text/span.ts';
import { claimAt, zeroClaimsAt } from './places.ts';

/** What in prose belongs to which cells of the tables. */
export interface Binding {
  /** The number, or the words that say there was none. */
  readonly span: Span;
  readonly cells: readonly Cell[];
}

/** The cells of the readings that fit the number; of all readings where none fits. */
function boundCells(report: Report, { readings, value }: Claim): readonly Cell[] {
  const fitting = readings.filter((ids) => readingValue(report, ids) === value);
  return distinct(report, (fitting.length > 0 ? fitting : readings).flat());
}

const distinct = (report: Report, ids: readonly CellId[]): Cell[] => partsOf(report, [...new Set(ids)]);

export function bindingAt(report: Report, offset: number): Binding | undefined {
  const claim = claimAt(report, offset);
  if (claim) return { span: claim.span, cells: boundCells(report, claim) };
  const zeros = zeroClaimsAt(report, offset);
  const [first] = zeros;
  return (
    first && {
      span: first.span,
      cells: distinct(
        report,
        zeros.flatMap(({ cells }) => cells),
      ),
    }
  );
}

/** Where prose speaks of one of these cells, in text order. */
export function mentionsOf(report: Report, cells: readonly Cell[]): Span[] {
  const ids = new Set(cells.map(({ id }) => id));
  const claims = claimsOf(report).filter((claim) => boundCells(report, claim).some(({ id }) => ids.has(id)));
  const zeros = zeroClaimsOf(report).filter((claim) => claim.cells.some((id) => ids.has(id)));
  const spans = [...claims, ...zeros].map(({ span }) => span);
  return spans
    .filter(({ start, end }, index) => spans.findIndex((other) => other.start === start && other.end === end) === index)
    .sort((a, b) => a.start - b.start);
}
