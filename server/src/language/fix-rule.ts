import type { LintResult } from '../check/lint.ts';
import { type Edit, withoutCollisions } from '../text/span.ts';

/** The safe fixes of one rule together; those that write numbers or strike out text are taken one at a time. */
export function fixesOfRule(
  { problems }: Pick<LintResult, 'problems'>,
  rule: string,
): { count: number; edits: Edit[] } {
  const own = problems.filter((problem) => problem.rule === rule);
  const safe = own.flatMap(({ fixes }) => fixes.find(({ kind }) => kind === 'safe') ?? []);
  return { count: safe.length, edits: withoutCollisions(safe.flatMap(({ edits }) => edits)) };
}
