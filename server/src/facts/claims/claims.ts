import type { CellId } from '../../forms/index.ts';
import { planOf } from '../../forms/plan.ts';
import { reportFact } from '../../report/fact.ts';
import { cellIn } from '../../report/find.ts';
import { spanIn } from '../../report/prose/span-in.ts';
import type { Prose, Report } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import { type Candidate, candidatesIn } from './claim-candidates.ts';
import { isOwnName } from './claim-scope.ts';

/** A number in prose with the cells that it may mean. */
export interface Claim {
  readonly about: string;
  /** The number alone, without its measure word. */
  readonly span: Span;
  readonly value: number;
  readonly readings: readonly (readonly CellId[])[];
  /** The prose repeats the form's label and names the year: no other meaning is left. */
  readonly exact: boolean;
  /** 本级, 本机关: the body's own share of what a government reports for its whole area. */
  readonly narrower: boolean;
  /** All numbers that the paragraph gives for this, whoever's: 县直部门 21 件，乡镇 6 件，本级 15 件 are shares of 42. */
  readonly stated: readonly number[];
}

/** Every number in prose that is bound to cells, in text order. */
export const claimsOf: (report: Report) => readonly Claim[] = reportFact(findClaims);

function findClaims(report: Report): Claim[] {
  const claims: Claim[] = [];
  // A department that tells of the whole county speaks of another table than its own.
  const isWhole = /政府$/.test(report.title?.issuer ?? '');
  const issuer = report.title?.issuer;
  const isOurs = ({ wider, subject, year }: Candidate): boolean =>
    (isWhole || !wider) &&
    (subject === undefined || issuer === undefined || isOwnName(subject, issuer)) &&
    // 2023年收到 5 件 in the 2024 report is a comparison.
    (year === undefined || report.year === undefined || year === report.year);
  for (const paragraph of report.prose) {
    if (paragraph.section > 4) continue;
    const candidates = candidatesIn(paragraph.content);
    if (candidates.length > 0) claims.push(...toClaims(withoutOverlaps(candidates), isOurs, paragraph));
  }
  return claims;
}

/** Several patterns may meet in one number; the first in the list, the most specific, keeps it. */
function withoutOverlaps(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Set<number>();
  return candidates.filter(({ start }) => !seen.has(start) && seen.add(start)).sort((a, b) => a.start - b.start);
}

function toClaims(
  candidates: readonly Candidate[],
  isOurs: (candidate: Candidate) => boolean,
  paragraph: Prose,
): Claim[] {
  const stated = new Map<string, number[]>();
  for (const { about, value } of candidates) stated.set(about, [...(stated.get(about) ?? []), value]);
  return candidates.filter(isOurs).map(({ start, end, about, value, readings, exact, narrower }) => ({
    about,
    span: spanIn(paragraph, start, end),
    value,
    readings,
    exact,
    narrower,
    stated: stated.get(about) ?? [],
  }));
}

/** What a reading adds up to; undefined when a cell of it is not in the draft or holds no number. */
export function readingValue(report: Report, reading: readonly CellId[]): number | undefined {
  let sum = 0;
  let known = 0;
  for (const id of reading) {
    const cell = cellIn(report, id);
    if (!cell) {
      // A row of the other form: （六）其他处理 whole or split. A row that was lost would make the sum too small.
      if (isInForm(report, id)) return undefined;
      continue;
    }
    if (typeof cell.value !== 'object') return undefined;
    sum += cell.value.units / 10 ** cell.value.scale;
    known++;
  }
  return known > 0 ? sum : undefined;
}

/** The number itself, or all that are stated beside the whole together: shares of several bodies. */
export function agrees({ value, stated }: Claim, whole: number | undefined): boolean {
  if (whole === undefined) return false;
  if (value === whole) return true;
  const shares = stated.filter((each) => each !== whole);
  return shares.length > 1 && shares.reduce((sum, each) => sum + each, 0) === whole;
}

/** Where prose gives numbers that fit no cell they may mean; what else is odd about these follows from that. */
export const contradictedAt: (report: Report) => ReadonlySet<number> = reportFact((report) => {
  const differs = (claim: Claim): boolean => {
    const known = claim.readings.map((reading) => readingValue(report, reading)).filter((each) => each !== undefined);
    return known.length > 0 && !known.some((whole) => agrees(claim, whole));
  };
  return new Set(claimsOf(report).flatMap((claim) => (differs(claim) ? claim.span.start : [])));
});

const isInForm = (report: Report, id: CellId): boolean =>
  Object.values(report.form.tables).some((table) => planOf(table).places.has(id));
