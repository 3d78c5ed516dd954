import type { CellId } from '../../../server/src/forms/index.ts';
import { type Draft, type DraftOptions, draft } from '../../support/draft.ts';

/** The numbers of a draft's tables, by the names that prose uses. */
export interface Numbers {
  readonly year: number;
  readonly received: number;
  readonly carriedIn: number;
  readonly carriedOut: number;
  readonly concluded: number;
  readonly granted: number;
  readonly partial: number;
  readonly denied: number;
  readonly unable: number;
  readonly notHandled: number;
  readonly natural: number;
  readonly reviews: number;
  readonly cases: number;
  readonly made: number;
  readonly repealed: number;
  readonly valid: number;
  cell(id: CellId): number;
}

export function numbersOf({ printed, year }: Draft): Numbers {
  const cell = (id: CellId): number => Number(printed.get(id) ?? 0);
  const rows = (prefix: string): number =>
    [...printed.keys()]
      .filter((id) => id.startsWith(`requests/${prefix}.`) && id.endsWith('/total'))
      .reduce((sum, id) => sum + cell(id), 0);
  return {
    year,
    received: cell('requests/new/total'),
    carriedIn: cell('requests/carriedIn/total'),
    carriedOut: cell('requests/carriedOut/total'),
    concluded: cell('requests/resultTotal/total'),
    granted: cell('requests/granted/total'),
    partial: cell('requests/partial/total'),
    denied: rows('denied'),
    unable: rows('unable'),
    notHandled: rows('notHandled'),
    natural: cell('requests/new/natural'),
    reviews: cell('review/counts/review.total'),
    cases: cell('review/counts/direct.total') + cell('review/counts/afterReview.total'),
    made: cell('proactive/normative/made'),
    repealed: cell('proactive/normative/repealed'),
    valid: cell('proactive/normative/valid'),
    cell,
  };
}

/** A draft with large tables whose overview says just this. */
export function saying(sentence: (numbers: Numbers) => string, options: DraftOptions = {}): Draft {
  const base: DraftOptions = { seed: 11, size: 'large', ...options };
  const numbers = numbersOf(draft(base));
  return draft({ ...base, prose: { overview: [sentence(numbers)] } });
}

/** Cells of table 4 with so many reviews and direct cases, all of them upheld, so that its sums hold. */
export function upheld(counts: { readonly review?: number; readonly direct?: number }): Record<string, string> {
  const cells = Object.entries(counts).flatMap(([road, count]) =>
    ['upheld', 'corrected', 'otherResult', 'pending', 'total'].map((outcome) => [
      `review/counts/${road}.${outcome}`,
      outcome === 'upheld' || outcome === 'total' ? `${count}` : '0',
    ]),
  );
  return Object.fromEntries(cells);
}
