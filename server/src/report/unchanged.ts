import { type Change, movedOffset } from '../text/change.ts';
import type { Span } from '../text/span.ts';
import type { Prose, ReportParts } from './report.ts';
import { PART } from './sight.ts';

/** Bits of the parts that say the same as in the version before, each thing where the change of the text has moved it. */
export function unchangedParts(before: ReportParts, now: ReportParts, change: Change): number {
  let parts = 0;
  const compare = (part: number, isSame: boolean): void => {
    if (isSame) parts |= part;
  };
  const same = (a: unknown, b: unknown): boolean => isMoved(a, b, change);
  compare(PART.format, before.format === now.format);
  compare(PART.title, same(before.title, now.title));
  compare(PART.issuer, same(before.issuer, now.issuer));
  compare(PART.signature, same(before.signature, now.signature));
  compare(PART.year, before.year === now.year);
  compare(PART.yearEvidence, same(before.yearEvidence, now.yearEvidence));
  compare(PART.form, before.form === now.form && before.formBy === now.formBy);
  compare(
    PART.prose,
    areMoved(before.prose, now.prose, (a, b) => isMovedProse(a, b, change)),
  );
  compare(PART.boilerplate, same(before.boilerplate, now.boilerplate));
  compare(PART.sections, same(before.sections, now.sections));
  compare(PART.tables, areMovedTables(before, now, change));
  compare(PART.unread, same(before.unread, now.unread));
  compare(PART.ignoreComments, same(before.ignoreComments, now.ignoreComments));
  return parts;
}

export const isMovedSpan = (a: Span, b: Span, change: Change): boolean =>
  movedOffset(change, a.start) === b.start && movedOffset(change, a.end) === b.end;

/** The same paragraph in the same section, where the change has moved it. */
export const isMovedProse = (a: Prose, b: Prose, change: Change): boolean =>
  a.content === b.content && a.section === b.section && isMovedSpan(a.span, b.span, change);

export const areMoved = <T>(before: readonly T[], now: readonly T[], isSame: (a: T, b: T) => boolean): boolean =>
  before.length === now.length && before.every((a, index) => isSame(a, now[index] as T));

const areMovedTables = (before: ReportParts, now: ReportParts, change: Change): boolean =>
  before.tablesOrigin === now.tablesOrigin &&
  areMoved(Object.values(before.tables), Object.values(now.tables), (a, b) => isMovedSpan(a.span, b.span, change));

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isSpan = (value: object): value is Span => 'start' in value && 'end' in value;

/** Plain data with the same values all through, spans where the change has moved them. */
function isMoved(a: unknown, b: unknown, change: Change): boolean {
  if (!isObject(a) || !isObject(b)) return a === b;
  if (isSpan(a) && isSpan(b)) return isMovedSpan(a, b, change);
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => isMoved(a[key], b[key], change));
}
