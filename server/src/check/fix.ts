import { composeEdits } from '../text/compose.ts';
import { applyEdits, type Edit, withoutCollisions } from '../text/span.ts';
import type { LintResult, Problem } from './lint.ts';
import { harmOf, type Judge, type Judged } from './try-fix.ts';

/** Mending one thing may lay open the next (a heading's number, then the order); a text settles well within this. */
const ROUNDS = 50;

const safeFixOf = ({ fixes }: Problem): readonly Edit[] => fixes.find((fix) => fix.kind === 'safe')?.edits ?? [];

/** Every safe fix of a lint result, one per problem: what `source.fixAll.nianbao` and `--fix` apply together. */
export const safeEdits = ({ problems }: Pick<LintResult, 'problems'>): Edit[] => problems.flatMap(safeFixOf);

/**
 * Every safe fix until none is left, as edits on the given text. Mending one fault can lay open the next, and who asks
 * for all fixes does not want to ask twice.
 */
export const composeFixes = (text: string, judge: Judge): Edit[] => composeEdits(text, [...fixRounds(text, judge)]);

/** Apply safe fixes until the text stops changing, so that a second run has nothing left to do. */
export function fixAll(text: string, judge: Judge): { text: string; applied: number } {
  let draft = text;
  let applied = 0;
  for (const edits of fixRounds(text, judge)) {
    draft = applyEdits(draft, edits).text;
    applied += edits.length;
  }
  return { text: draft, applied };
}

/** Round after round, what may be applied together. Two fixes that undo each other end with the text that comes again. */
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

/** The safe fixes that break nothing, found one by one: one of them does, and which is not known. */
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
