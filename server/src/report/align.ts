import type { FormRow } from '../forms/index.ts';
import { foldLabel } from '../text/fold.ts';
import { similarity } from '../text/similar.ts';
import type { Run } from './runs.ts';

/**
 * Runs of the draft are matched with rows of the form, in order. First the rows whose label is there word for word
 * (the longest increasing series of them, so that a stray repetition cannot pull the table apart), then, between two
 * such anchors, the rows whose label is only similar. What matches nothing stays unmatched and is reported.
 */
export interface Match {
  readonly row: FormRow;
  readonly run: Run;
  readonly how: 'same' | 'alias' | 'outdated' | 'truncated' | 'differs';
  /** The folded wording that matched: the end of the run's key, or what the draft has instead. */
  readonly found: string;
}

const SIMILAR_ENOUGH = 0.62;
/** Labels this short (规章, 3.其他) must be there word for word: one character more or less is another word. */
const SHORTEST_FUZZY = 4;

interface RowKeys {
  readonly row: FormRow;
  readonly same: string;
  readonly others: readonly (readonly [key: string, how: 'alias' | 'outdated'])[];
}

const cache = new WeakMap<FormRow, RowKeys>();

function keysOf(row: FormRow): RowKeys {
  let keys = cache.get(row);
  if (!keys) {
    keys = {
      row,
      same: foldLabel(row.label),
      others: [
        ...(row.aliases ?? []).map((label) => [foldLabel(label), 'alias'] as const),
        ...(row.outdated ?? []).map((label) => [foldLabel(label), 'outdated'] as const),
      ],
    };
    cache.set(row, keys);
  }
  return keys;
}

/** @returns one match a row at most, in form order; runs keep their order too. */
export function align(runs: readonly Run[], rows: readonly FormRow[]): Match[] {
  const anchors = increasing(exactMatches(runs, rows));
  const matches: Match[] = [];
  let run = 0;
  let row = 0;
  for (const anchor of [...anchors, undefined]) {
    const untilRun = anchor?.run ?? runs.length;
    const untilRow = anchor?.row ?? rows.length;
    matches.push(...nearMatches(runs.slice(run, untilRun), rows.slice(row, untilRow)));
    if (!anchor) break;
    matches.push(anchor.match);
    run = anchor.run + 1;
    row = anchor.row + 1;
  }
  return matches;
}

interface Anchor {
  readonly run: number;
  readonly row: number;
  readonly match: Match;
}

function exactMatches(runs: readonly Run[], rows: readonly FormRow[]): Anchor[] {
  const anchors: Anchor[] = [];
  let expected = 0;
  for (const [runIndex, run] of runs.entries()) {
    if (run.key.length < 2 || run.values.length === 0) continue;
    // The next expected row first: in a well-formed table this is the only comparison.
    for (let step = 0; step < rows.length; step++) {
      const rowIndex = (expected + step) % rows.length;
      const match = exactMatch(run, rows[rowIndex]);
      if (!match) continue;
      anchors.push({ run: runIndex, row: rowIndex, match });
      expected = rowIndex + 1;
      break;
    }
  }
  return anchors;
}

function exactMatch(run: Run, row: FormRow | undefined): Match | undefined {
  if (!row) return undefined;
  const { same, others } = keysOf(row);
  if (run.key.endsWith(same)) return { row, run, how: 'same', found: same };
  for (const [key, how] of others) if (run.key.endsWith(key)) return { row, run, how, found: key };
  return undefined;
}

/** The longest series in which rows increase with runs; n log n. */
function increasing(anchors: readonly Anchor[]): Anchor[] {
  const ends: number[] = []; // ends[k]: index of the anchor that ends the best series of length k + 1
  const before = new Array<number>(anchors.length).fill(-1);
  for (const [index, anchor] of anchors.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((anchors[ends[middle] ?? 0]?.row ?? 0) < anchor.row) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? (ends[low - 1] ?? -1) : -1;
    ends[low] = index;
  }
  const series: Anchor[] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const anchor = anchors[index];
    if (anchor) series.unshift(anchor);
  }
  return series;
}

/** Between two anchors: each row takes the most similar run after the previous row's. */
function nearMatches(runs: readonly Run[], rows: readonly FormRow[]): Match[] {
  const matches: Match[] = [];
  let from = 0;
  // A gap longer than the form itself holds no table; comparing all of it would cost more than it can find.
  const candidates = runs.slice(0, rows.length * 3 + 8);
  for (const row of rows) {
    let best: { match: Match; score: number; at: number } | undefined;
    for (let at = from; at < candidates.length; at++) {
      const run = candidates[at];
      const near = run && nearMatch(run, row);
      if (near && near.score > (best?.score ?? 0)) best = { ...near, at };
    }
    if (!best) continue;
    matches.push(best.match);
    from = best.at + 1;
  }
  return matches;
}

function nearMatch(run: Run, row: FormRow): { match: Match; score: number } | undefined {
  const { same } = keysOf(row);
  if (run.values.length === 0 || same.length < SHORTEST_FUZZY || run.key.length < 2) return undefined;
  const head = run.key.lastIndexOf(same.slice(0, 4));
  const rest = head >= 0 ? run.key.slice(head) : run.key;
  if (rest.length >= SHORTEST_FUZZY && same.startsWith(rest)) {
    return { match: { row, run, how: 'truncated', found: rest }, score: 0.99 };
  }
  let best: { found: string; score: number } | undefined;
  for (const found of [rest, ...tails(run.key, same)]) {
    const score = similarity(found, same);
    if (score > (best?.score ?? 0)) best = { found, score };
  }
  if (!best || best.score < SIMILAR_ENOUGH) return undefined;
  return { match: { row, run, how: 'differs', found: best.found }, score: best.score };
}

/** Ends of a run's key about as long as the label; one that begins with the label's own first character is best. */
function tails(key: string, label: string): string[] {
  const first = label.charAt(0);
  const ends: string[] = [];
  for (let length = Math.max(2, label.length - 6); length <= label.length + 6 && length <= key.length; length++) {
    const tail = key.slice(-length);
    if (tail.startsWith(first) || length === label.length) ends.push(tail);
  }
  return ends;
}
