/** The sums of a table as they are while numbers are being entered. Pure, so that it can be tried without a view. */

export interface Equation {
  readonly kind: 'row-total' | 'result-total' | 'balance' | 'review-total';
  /** Places among the table's value cells. */
  readonly left: readonly number[];
  readonly right: readonly number[];
}

export interface Sum {
  /** The place of the total. */
  readonly total: number;
  /** What its parts add up to; blanks count as nothing. */
  readonly value: number;
  /** Whether another number is written there. A total that is not written yet differs from none. */
  readonly differs: boolean;
}

export interface Balance {
  /** A place in the column, for where to show it. */
  readonly column: number;
  readonly left: number;
  readonly right: number;
}

/** A cell's number: 297万元 is 297; undefined where there is none. */
export function numberIn(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '');
  const match = /^[+-]?\d+(?:\.\d+)?/.exec(plain);
  return match ? Number(match[0]) : undefined;
}

/** In ten-thousandths, so that 0.1 and 0.2 are 0.3. */
const SCALE = 10_000;

const add = (texts: readonly string[], places: readonly number[]): number =>
  places.reduce((sum, place) => sum + Math.round((numberIn(texts[place] ?? '') ?? 0) * SCALE), 0) / SCALE;

/** Of each total the sum of its parts, as soon as one part is there. The last total has a row's and a column's: one counts. */
export function sumsOf(texts: readonly string[], equations: readonly Equation[]): Sum[] {
  const sums = new Map<number, Sum>();
  for (const { kind, left, right } of equations) {
    const [total] = right;
    if (kind === 'balance' || total === undefined) continue;
    if (left.every((place) => numberIn(texts[place] ?? '') === undefined)) continue;
    const value = add(texts, left);
    const written = numberIn(texts[total] ?? '');
    const sum = { total, value, differs: written !== undefined && written !== value };
    if (!sums.get(total)?.differs) sums.set(total, sum);
  }
  return [...sums.values()];
}

/** 一＋二 and （七）＋四 of each column. */
export const balancesOf = (texts: readonly string[], equations: readonly Equation[]): Balance[] =>
  equations.flatMap(({ kind, left, right }) => {
    const [column] = left;
    if (kind !== 'balance' || column === undefined) return [];
    return [{ column, left: add(texts, left), right: add(texts, right) }];
  });
