import { composeEdits } from '../text/compose.ts';
import { applyEdits, type Edit, withoutCollisions } from '../text/span.ts';
import type { LintResult, Problem } from './lint.ts';
import { harmOf, type Judge, type Judged } from './try-fix.ts';

/**
 * One fix may expose the next problem (a heading's number, then the order). A text settles well within this many
 * rounds.
 */
const ROUNDS = 50;

const safeFixOf = ({ fixes }: Problem): readonly Edit[] => fixes.find((fix) => fix.kind === 'safe')?.edits ?? [];

/** All safe fixes of a lint result, one per problem: what `source.fixAll.nianbao` and `--fix` apply together. */
export const safeEdits = ({ problems }: Pick<LintResult, 'problems'>): Edit[] => problems.flatMap(safeFixOf);

/**
 * Applies safe fixes until none is left and returns them as edits on the given text. One fix can expose the next
 * problem, and the user should not have to ask twice.
 */
export const composeFixes = (text: string, judge: Judge): Edit[] => composeEdits(text, [...fixRounds(text, judge)]);

/** Applies safe fixes until the text stops changing, so that a second run has nothing left to do. */
export function fixAll(text: string, judge: Judge): { text: string; applied: number } {
  let draft = text;
  let applied = 0;
  for (const edits of fixRounds(text, judge)) {
    draft = applyEdits(draft, edits).text;
    applied += edits.length;
  }
  return { text: draft, applied };
}

/** The edits of each round. Two fixes that undo each other end the rounds when a text comes up again. */
function* fixRounds(text: string, judge: Judge): Generator<Edit[]> {
  const seen = new Set<string>();
  let draft = text;
  let before = judge(draft);
  for (let round = 0; round < ROUNDS; round++) {
    seen.add(draft);
    const all = withoutCollisions(safeEdits(before.result));
    let edits = all;
    let next = applyEdits(draft, edits).text;
    if (next === draft || seen.has(next)) return;
    let after = judge(next);
    if (harmOf(before, after, edits).length > 0) {
      edits = harmless(before, judge);
      next = applyEdits(draft, edits).text;
      if (next === draft || seen.has(next)) return;
      after = judge(next);
    }
    yield edits;
    draft = next;
    before = after;
  }
}

/**
 * The safe fixes that break nothing, tried one by one: together they break something, and which one does is unknown.
 */
function harmless(before: Judged, judge: Judge): Edit[] {
  const { text } = before.report;
  let kept: Edit[] = [];
  for (const problem of before.result.problems) {
    const more = withoutCollisions([...kept, ...safeFixOf(problem)]);
    if (more.length === kept.length) continue;
    if (harmOf(before, judge(applyEdits(text, more).text), more).length === 0) kept = more;
  }
  return kept;
}
