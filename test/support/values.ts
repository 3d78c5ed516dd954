import { type CellId, cellId, type Form, type FormTable, type TableId } from '../../server/src/forms/index.ts';
import { isResultItem } from '../../server/src/forms/requests.ts';
import { REVIEW_GROUPS, REVIEW_ROW } from '../../server/src/forms/review.ts';
import type { Random } from './random.ts';

/** A number for every statutory cell. All equations of the form hold. */
export type Values = ReadonlyMap<CellId, number>;

/** `zero`: nothing to report; `small`: a bureau; `large`: a city. */
export type Size = 'zero' | 'small' | 'large';

const MOST_NEW: Readonly<Record<Size, number>> = { zero: 0, small: 30, large: 2500 };
const MOST_DECISIONS: Readonly<Record<Size, number>> = { zero: 0, small: 90, large: 400_000 };

/** @param requests the requests table to fill, which may have 23 rows in a report of the 2021 form. */
export function consistentValues(form: Form, requests: FormTable, size: Size, random: Random): Values {
  const values = new Map<CellId, number>();
  fillProactive(values, form.tables.proactive, size, random);
  fillRequests(values, requests, size, random);
  fillReview(values, size, random);
  return values;
}

function fillProactive(values: Map<CellId, number>, table: FormTable, size: Size, random: Random): void {
  for (const block of table.blocks) {
    for (const row of block.rows) {
      const set = (column: string, value: number): void => {
        if (block.columns.some(({ key }) => key === column)) values.set(cellId(table.id, row.key, column), value);
      };
      // 规章 is left to governments with the power to make them.
      const most = row.key === 'regulations' || size === 'zero' ? 0 : 12;
      const made = random.int(0, Math.ceil(most / 3));
      const repealed = random.int(0, Math.ceil(most / 4));
      set('made', made);
      set('published', made);
      set('repealed', repealed);
      set('valid', made + repealed + random.int(0, most));
      set('open', made + random.int(0, most));
      const items = random.int(0, most);
      set('lastYearItems', items);
      set('change', items === 0 ? 0 : random.int(-1, 2));
      set('decisions', random.int(0, MOST_DECISIONS[size]));
      set('projects', random.int(0, most));
      set('amount', size === 'zero' ? 0 : random.int(0, 500_000) / 100);
    }
  }
}

function fillRequests(values: Map<CellId, number>, table: FormTable, size: Size, random: Random): void {
  const [block] = table.blocks;
  if (!block) return;
  const parts = block.columns.filter(({ key }) => key !== 'total');
  const items = block.rows.filter(isResultItem);
  const favourites = items.filter(({ key }) => key !== 'other.feeUnpaid' && random.chance(0.4));
  for (const { key } of parts) {
    const set = (row: string, value: number): void => {
      values.set(cellId(table.id, row, key), value);
    };
    const rare = key !== 'natural' && random.chance(0.5);
    const most = rare ? 0 : key === 'natural' ? MOST_NEW[size] : Math.ceil(MOST_NEW[size] / 8);
    const received = random.int(0, most);
    const carriedIn = random.int(0, Math.ceil(received / 6));
    const carriedOut = random.int(0, Math.ceil(received / 5));
    for (const { key: row } of items) set(row, 0);
    for (let left = received + carriedIn - carriedOut; left > 0; ) {
      const item = random.pick(['granted', 'partial', ...favourites.map((row) => row.key)]);
      const share = Math.max(1, random.int(0, left));
      set(item, (values.get(cellId(table.id, item, key)) ?? 0) + share);
      left -= share;
    }
    set('new', received);
    set('carriedIn', carriedIn);
    set('resultTotal', received + carriedIn - carriedOut);
    set('carriedOut', carriedOut);
  }
  for (const { key: row } of block.rows) {
    const at = (column: string): CellId => cellId(table.id, row, column);
    values.set(
      at('total'),
      parts.reduce((sum, { key }) => sum + (values.get(at(key)) ?? 0), 0),
    );
  }
}

function fillReview(values: Map<CellId, number>, size: Size, random: Random): void {
  const most = { zero: 0, small: 4, large: 120 }[size];
  for (const { key } of REVIEW_GROUPS) {
    const happened = random.chance(0.6);
    let total = 0;
    for (const outcome of ['upheld', 'corrected', 'otherResult', 'pending']) {
      const count = happened ? random.int(0, most) : 0;
      values.set(cellId('review', REVIEW_ROW, `${key}.${outcome}`), count);
      total += count;
    }
    values.set(cellId('review', REVIEW_ROW, `${key}.total`), total);
  }
}

/** The numbers that prose speaks of. */
export class Facts {
  readonly values: Values;

  constructor(values: Values) {
    this.values = values;
  }

  at(table: TableId, row: string, column: string): number {
    return this.values.get(cellId(table, row, column)) ?? 0;
  }

  request(row: string, column = 'total'): number {
    return this.at('requests', row, column);
  }

  /** Of a row and everything under it: `denied` adds up denied.secret, denied.law … */
  results(prefix: string): number {
    let sum = 0;
    for (const [id, value] of this.values) {
      const [table, row, column] = id.split('/');
      if (table === 'requests' && column === 'total' && (row === prefix || row?.startsWith(`${prefix}.`))) sum += value;
    }
    return sum;
  }

  review(group: 'review' | 'direct' | 'afterReview', outcome: string): number {
    return this.at('review', REVIEW_ROW, `${group}.${outcome}`);
  }

  /** Direct and after review together, as prose counts 行政诉讼. */
  litigation(outcome: string): number {
    return this.review('direct', outcome) + this.review('afterReview', outcome);
  }
}
