import { type CellId, cellId } from '../../forms/index.ts';
import { planOf } from '../../forms/plan.ts';
import { reportFact } from '../../report/fact.ts';
import { cellIn, rowIn } from '../../report/find.ts';
import { spanIn } from '../../report/prose/span-in.ts';
import type { Prose, Report } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import { doubtsOf } from '../doubts.ts';
import { scopeOf } from './bodies.ts';
import { type Meaning, meaningOf, type Reading } from './cells.ts';
import type { Claimed, Frame, Subject, Unbound } from './frame.ts';
import { framesIn } from './frames.ts';
import { othersOf } from './others.ts';
import { allows } from './quantities.ts';

/** Why a number of the prose is not compared with the tables. */
export type NotHeld =
  | Unbound
  | 'other-body'
  | 'part-of-body'
  | 'wider'
  | 'other-year'
  | 'part-of-year'
  | 'no-such-cell';

/** A claim of the prose that cells of the tables answer. */
export interface Claim {
  readonly about: string;
  /** The number alone, without its measure word, or the words that say there was none. */
  readonly span: Span;
  readonly subject: Subject;
  readonly claimed: Claimed;
  readonly readings: readonly Reading[];
  /** Only a number above all readings is wrong. */
  readonly isShare: boolean;
  readonly isDoubtful: boolean;
  /** The prose repeats the form's label and names the year: no other meaning is left. */
  readonly exact: boolean;
  /** Why no cell answers it; undefined where one does. */
  readonly notHeld: NotHeld | undefined;
}

/** Every claim of the prose, in text order. */
export const allClaimsOf: (report: Report) => readonly Claim[] = reportFact(findClaims);

/** Those that the tables answer, whatever they claim. */
export const claimsOf: (report: Report) => readonly Claim[] = reportFact((report) =>
  allClaimsOf(report).filter(({ notHeld }) => notHeld === undefined),
);

/** Sections five and six speak of plans and of other things; what a fee was for has a rule of its own. */
const LAST_SECTION = 4;

function findClaims(report: Report): Claim[] {
  const claims: Claim[] = [];
  for (const paragraph of report.prose) {
    if (paragraph.section > LAST_SECTION) continue;
    for (const frame of framesIn(paragraph.content)) {
      const claim = toClaim(report, paragraph, frame);
      if (claim) claims.push(claim);
    }
  }
  return claims;
}

function toClaim(report: Report, paragraph: Prose, frame: Frame): Claim | undefined {
  const { subject, claimed, start, end, isDoubtful } = frame;
  const meaning = meaningOf(subject, report.year);
  if (!meaning) return undefined;
  const readings = readingsFor(report, frame, meaning);
  return {
    about: meaning.about,
    span: spanIn(paragraph, start, end),
    subject,
    claimed,
    readings,
    isShare: meaning.isShare,
    isDoubtful,
    exact: isVerbatim(frame, meaning, paragraph),
    notHeld: frame.unbound ?? outsideOf(report, frame) ?? (readings.length === 0 ? 'no-such-cell' : undefined),
  };
}

/** Readings of which the form has cells. 均予以公开: the cells of all other results. */
function readingsFor(report: Report, { claimed, subject }: Frame, { readings }: Meaning): Reading[] {
  const wanted = claimed.kind === 'all' ? othersOf(subject) : readings;
  return wanted.filter(({ cells }) => cells.some((id) => isInForm(report, id)));
}

function outsideOf(report: Report, { whose, time }: Frame): NotHeld | undefined {
  if (time === 'part') return 'part-of-year';
  if (time === 'last' || time === 'years') return 'other-year';
  if (typeof time === 'number' && report.year !== undefined && time !== report.year) return 'other-year';
  const scope = scopeOf(whose, report);
  return scope === 'own' ? undefined : scope === 'part' ? 'part-of-body' : scope === 'other' ? 'other-body' : 'wider';
}

const YEAR = /本年|20\d\d\s?年/;
const VERBATIM = /新收政府信息公开申请|上年结转政府信息公开申请|结转下年度继续办理|行政规范性文件|规章/;

const isVerbatim = ({ words, start }: Frame, { about }: Meaning, { text }: Prose): boolean => {
  const from = Math.max(text.lastIndexOf('。', start), text.lastIndexOf('；', start), 0);
  return YEAR.test(text.slice(from, start)) && (words.includes(about) || VERBATIM.test(words));
};

const isInForm = (report: Report, id: CellId): boolean =>
  cellIn(report, id) !== undefined || Object.values(report.form.tables).some((table) => planOf(table).places.has(id));

/** What a reading adds up to, as far as the draft has numbers for it. */
export interface Sum {
  /** Undefined when a cell of it is not in the draft or holds no number. */
  readonly value: number | undefined;
  /** What the cells that hold a number make up by themselves. */
  readonly known: number;
}

export function sumOf(report: Report, { cells, less = [] }: Reading): Sum {
  const added = total(report, cells);
  const taken = total(report, less);
  const value = added.value === undefined || taken.value === undefined ? undefined : added.value - taken.value;
  return { value, known: less.length > 0 ? 0 : added.known };
}

function total(report: Report, ids: readonly CellId[]): Sum {
  let known = 0;
  let isWhole = true;
  let found = ids.length === 0;
  for (const id of ids) {
    const cell = cellIn(report, id);
    // A row of the other form: （六）其他处理 whole or split. A row that was lost would make the sum too small.
    if (!cell && !isInForm(report, id)) continue;
    found = true;
    if (typeof cell?.value === 'object') known += cell.value.units / 10 ** cell.value.scale;
    else {
      isWhole = false;
      known += knownParts(report, id);
    }
  }
  return { value: isWhole && found ? known : undefined, known };
}

/** A row's blank total is at least what its columns make up. */
function knownParts(report: Report, id: CellId): number {
  const [table, row, column] = id.split('/');
  if (table !== 'requests' || column !== 'total' || row === undefined) return 0;
  const cells = rowIn(report.tables.requests, row)?.cells ?? [];
  return cells.reduce(
    (sum, { id: each, value }) =>
      typeof value === 'object' && each !== cellId('requests', row, 'total') ? sum + value.units : sum,
    0,
  );
}

export const readingValue = (report: Report, cells: readonly CellId[]): number | undefined =>
  sumOf(report, { cells }).value;

/** `doubted`: it differs from a cell that is wrong by the table's own sums, and nothing tells what belongs there. */
export type Verdict = 'agrees' | 'differs' | 'blank' | 'doubtful' | 'doubted';

/** Whether a claim agrees with one of its readings. */
export function verdictOf(report: Report, claim: Claim): Verdict {
  const sums = claim.readings.map((reading) => sumOf(report, reading));
  const wrong = sums.map((sum, index) => contradicts(report, claim, sum, claim.readings[index]));
  if (wrong.includes(false)) return 'agrees';
  if (wrong.includes(undefined)) return 'blank';
  if (claim.isDoubtful) return 'doubtful';
  const shifts = claim.readings.map((reading) => shiftsOf(report, reading));
  const mended = shifts.some((own, index) =>
    own?.some((by) => contradicts(report, claim, shifted(sums[index], by), claim.readings[index]) === false),
  );
  if (mended) return 'agrees';
  return shifts.some((own) => own !== undefined) ? 'doubted' : 'differs';
}

/**
 * By how much a reading changes when the table's sums are fixed, in each way; undefined where none doubts its cells.
 */
function shiftsOf(report: Report, { cells, less = [] }: Reading): readonly number[] | undefined {
  const doubts = doubtsOf(report);
  if (doubts.size === 0) return undefined;
  const shifts: number[] = [];
  let isDoubted = false;
  for (const [ids, sign] of [[cells, 1] as const, [less, -1] as const]) {
    for (const id of ids) {
      if (!doubts.has(id)) continue;
      isDoubted = true;
      const [now, wanted] = [cellIn(report, id)?.value, doubts.get(id)];
      if (wanted !== undefined && typeof now === 'object') shifts.push(sign * (wanted - now.units / 10 ** now.scale));
    }
  }
  // One number is wrong, or all of them are.
  return isDoubted ? [...shifts, shifts.reduce((all, each) => all + each, 0)] : undefined;
}

const shifted = ({ value, known }: Sum = { value: undefined, known: 0 }, by: number): Sum => ({
  value: value === undefined ? undefined : value + by,
  known: known + by,
});

/** Whether a number agrees with one reading. */
export const fits = (report: Report, claim: Claim, reading: Reading): boolean =>
  contradicts(report, claim, sumOf(report, reading), reading) === false;

export const fittingReadings = (report: Report, claim: Claim): readonly Reading[] =>
  claim.readings.filter((reading) => fits(report, claim, reading));

/** @returns undefined where blank cells leave it open */
function contradicts(report: Report, claim: Claim, sum: Sum, reading: Reading | undefined): boolean | undefined {
  const { claimed, isShare } = claim;
  const { value, known } = sum;
  if (claimed.kind !== 'amount') return value === undefined && known === 0 ? undefined : known !== 0;
  const { quantity } = claimed;
  const scale = quantity.unit === '元' ? 10_000 : 1;
  if (value === undefined) {
    return known * scale > quantity.value && quantity.surely === 'exactly' ? true : undefined;
  }
  if (isShare) return quantity.value > value;
  return !allows({ ...quantity, step: Math.max(quantity.step, roundingOf(report, reading, scale)) }, value * scale);
}

/** 316.42 万元 in a cell may be rounded from 元. */
function roundingOf(report: Report, reading: Reading | undefined, scale: number): number {
  const [id] = reading?.cells ?? [];
  const cell = id && cellIn(report, id);
  return scale > 1 && typeof cell?.value === 'object' ? scale / 10 ** cell.value.scale : 0;
}

const DIFFER: ReadonlySet<Verdict> = new Set(['differs', 'doubted']);

/** Where prose gives numbers that fit no cell they may mean; what else is odd about these follows from that. */
export const contradictedAt: (report: Report) => ReadonlySet<number> = reportFact(
  (report) =>
    new Set(claimsOf(report).flatMap((claim) => (DIFFER.has(verdictOf(report, claim)) ? claim.span.start : []))),
);

/** Where prose gives numbers that the tables hold too. */
export const confirmedAt: (report: Report) => ReadonlySet<number> = reportFact(
  (report) =>
    new Set(
      claimsOf(report).flatMap((claim) =>
        claim.claimed.kind === 'amount' && verdictOf(report, claim) === 'agrees' ? claim.span.start : [],
      ),
    ),
);
