import { type CellId, cellId, type FormTable, type TableId } from '../forms/index.ts';
import { planOf } from '../forms/plan.ts';
import { REVIEW_ROW } from '../forms/review.ts';
import { addDecimals, type Decimal } from '../text/decimal.ts';
import { shareOf } from './alike.ts';
import { memberNumber } from './rollup.ts';
import { type ReportSummary, type SentenceMark, tableForm } from './summary.ts';

/** A cell of the newest report with its number in every year; undefined where a year has no such number. */
export interface SideCell {
  readonly id: CellId;
  readonly numbers: readonly (Decimal | undefined)[];
  /** The newest less the one before. */
  readonly difference: Decimal | undefined;
}

export interface SideTable {
  readonly form: FormTable;
  readonly cells: readonly SideCell[];
}

const TABLES: readonly TableId[] = ['proactive', 'requests', 'review'];

/**
 * The statutory tables of several years in the form of the newest.
 * @param reports in the order of their years.
 */
export function sideBySide(reports: readonly ReportSummary[]): SideTable[] {
  const newest = reports.at(-1);
  return TABLES.flatMap((id): SideTable[] => {
    const table = newest?.numbers[id];
    if (!table) return [];
    const form = tableForm(id, table);
    const cells = [...planOf(form).places.keys()].map((cell): SideCell => {
      const numbers = reports.map((report) => memberNumber(report, form, cell));
      return { id: cell, numbers, difference: differenceOf(numbers) };
    });
    return [{ form, cells }];
  });
}

function differenceOf(numbers: readonly (Decimal | undefined)[]): Decimal | undefined {
  const [before, now] = numbers.slice(-2);
  return before && now && addDecimals([now, { ...before, units: -before.units }]);
}

/** What a reader looks at first, over the years. */
export const MAIN_FIGURES: readonly CellId[] = [
  cellId('requests', 'new', 'total'),
  cellId('requests', 'resultTotal', 'total'),
  cellId('requests', 'carriedOut', 'total'),
  cellId('proactive', 'licence', 'decisions'),
  cellId('proactive', 'penalty', 'decisions'),
  cellId('proactive', 'coercion', 'decisions'),
  cellId('proactive', 'fees', 'amount'),
  cellId('review', REVIEW_ROW, 'review.total'),
];

export interface SectionAlike {
  readonly section: 1 | 5;
  /** Which part of the newer one stands in the older one: 0 to 1. */
  readonly share: number;
  /** Sentences that both have: where they stand in the newer and in the older one. */
  readonly passages: readonly { readonly now: SentenceMark; readonly before: SentenceMark }[];
}

/** Sections one and five of two years. */
export const sectionsAlike = (before: ReportSummary, now: ReportSummary): SectionAlike[] =>
  ([1, 5] as const).map((section) => {
    const known = new Map(before.sentences.filter((mark) => mark.section === section).map((mark) => [mark.hash, mark]));
    const passages = now.sentences.flatMap((mark) => {
      const same = mark.section === section ? known.get(mark.hash) : undefined;
      return same ? [{ now: mark, before: same }] : [];
    });
    return { section, share: shareOf(now.shingles[section], before.shingles[section]), passages };
  });
