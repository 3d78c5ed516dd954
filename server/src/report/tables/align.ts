import type { RowPlan, TablePlan } from '../../forms/plan.ts';
import { countWhile } from '../../text/ordered.ts';
import { similarity } from '../../text/similar.ts';
import { countValues, type PlacedRun, type Run } from './runs.ts';

/**
 * Runs of the draft are matched with rows of the form, in order. First the rows whose label is there word for word
 * (the longest increasing series of them, so that a stray repetition cannot pull the table apart), then, between two
 * such anchors, the rows whose label is only similar. What matches nothing stays unmatched and is reported.
 */
export interface Match {
  readonly row: RowPlan;
  readonly run: Run;
  /** The run's place among all runs. */
  readonly at: number;
  readonly how: 'same' | 'alias' | 'outdated' | 'truncated' | 'differs';
  /** The folded wording that matched: the end of the run's key, or what the draft has instead. */
  readonly found: string;
}

export interface PlacedMatch extends Omit<Match, 'run'> {
  readonly run: PlacedRun;
}

const SIMILAR_ENOUGH = 0.62;
/** Labels this short (规章, 3.其他) must be there word for word: one character more or less is another word. */
const SHORTEST_FUZZY = 4;

/** @returns one match a row at most, in form order; runs keep their order too. */
export function align(runs: readonly Run[], plan: TablePlan): Match[] {
  const matches: Match[] = [];
  let run = 0;
  let row = 0;
  for (const anchor of increasing(exactMatches(runs, plan))) {
    nearMatches(runs, run, anchor.at, plan.rows.slice(row, anchor.row.index), matches);
    matches.push(anchor);
    run = anchor.at + 1;
    row = anchor.row.index + 1;
  }
  nearMatches(runs, run, runs.length, plan.rows.slice(row), matches);
  return matches;
}

function exactMatches(runs: readonly Run[], { endingIn }: TablePlan): Match[] {
  const matches: Match[] = [];
  let expected = 0;
  for (let at = 0; at < runs.length; at++) {
    const run = runs[at];
    if (!run || run.key.length < 2 || countValues(run) === 0) continue;
    const rows = endingIn.get(run.key.charCodeAt(run.key.length - 1));
    const match = rows && exactMatch(run, at, rows, expected);
    if (!match) continue;
    matches.push(match);
    expected = match.row.index + 1;
  }
  return matches;
}

/** From the next expected row on, then from the first: in a well-formed table the first comparison is the only one. */
export function exactMatch(run: Run, at: number, rows: readonly RowPlan[], expected: number): Match | undefined {
  for (const isBefore of [false, true]) {
    for (const row of rows) {
      if (isBefore !== row.index < expected) continue;
      if (run.key.endsWith(row.label)) return { row, run, at, how: 'same', found: row.label };
      for (const [wording, how] of row.others) {
        if (run.key.endsWith(wording)) return { row, run, at, how, found: wording };
      }
    }
  }
  return undefined;
}

/** The longest series in which rows increase with runs; n log n. */
function increasing(anchors: readonly Match[]): Match[] {
  const ends: number[] = []; // ends[k]: index of the anchor that ends the best series of length k + 1
  const before = new Array<number>(anchors.length).fill(-1);
  for (const [index, { row }] of anchors.entries()) {
    const length = countWhile(ends.length, (at) => (anchors[ends[at] ?? 0]?.row.index ?? 0) < row.index);
    before[index] = ends[length - 1] ?? -1;
    ends[length] = index;
  }
  const series: Match[] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const anchor = anchors[index];
    if (anchor) series.push(anchor);
  }
  return series.reverse();
}

/** Between two anchors: each row takes the most similar run after the previous row's. */
function nearMatches(runs: readonly Run[], from: number, to: number, rows: readonly RowPlan[], matches: Match[]): void {
  // A gap longer than the form itself holds no table; comparing all of it would cost more than it can find. Before the
  // first anchor the table begins just above it.
  const window = rows.length * 3 + 8;
  let next = matches.length === 0 && to < runs.length ? Math.max(from, to - window) : from;
  const end = Math.min(to, next + window);
  for (const row of rows) {
    let best: { match: Match; score: number } | undefined;
    for (let at = next; at < end; at++) {
      const run = runs[at];
      const near = run && nearMatch(run, at, row);
      if (near && near.score > (best?.score ?? 0)) best = near;
    }
    if (!best) continue;
    matches.push(best.match);
    next = best.match.at + 1;
  }
}

function nearMatch(run: Run, at: number, row: RowPlan): { match: Match; score: number } | undefined {
  const { label } = row;
  if (countValues(run) === 0 || run.key.length < 2) return undefined;
  const bare = withoutOrdinal(label);
  if (bare.length >= 2 && bare !== label && isWholeLabel(run, bare, row)) {
    return { match: { row, run, at, how: 'differs', found: bare }, score: 0.98 };
  }
  if (label.length < SHORTEST_FUZZY) return undefined;
  const head = run.key.lastIndexOf(label.slice(0, 4));
  const rest = head >= 0 ? run.key.slice(head) : run.key;
  if (rest.length >= SHORTEST_FUZZY && label.startsWith(rest)) {
    return { match: { row, run, at, how: 'truncated', found: rest }, score: 0.99 };
  }
  let best: { found: string; score: number } | undefined;
  for (const found of [rest, ...tails(run.key, label)]) {
    const atLeast = best?.score ?? SIMILAR_ENOUGH;
    const score = similarity(found, label, atLeast);
    if (score > atLeast || (!best && score === atLeast)) best = { found, score };
  }
  return best && { match: { row, run, at, how: 'differs', found: best.found }, score: best.score };
}

/**
 * Alone in its cell, or behind a merged label in a layout that makes one cell of both. 总计 is the head of a column,
 * too, of this table and of the next: there other heads stand before it.
 */
const isWholeLabel = ({ parts, key }: Run, label: string, { groups, heads }: RowPlan): boolean =>
  (parts.at(-1) === label && (!heads.has(label) || parts.slice(0, -1).every((part) => groups.has(part)))) ||
  [...groups.keys()].some((group) => key.endsWith(group + label));

/** 本年新收政府信息公开申请数量 without its 一、, 总计 without （七）: the row is there, and its ordinal was lost. */
const withoutOrdinal = (label: string): string => label.replace(/^(?:\([一-十]\)|[一-十]、|\d{1,2}\.)/, '');

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
