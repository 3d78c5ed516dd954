import { applyEdits } from '../text/span.ts';
import type { LintResult } from './lint.ts';

/** Mending one thing may lay open the next (a heading's number, then the order); a text settles well within this. */
const ROUNDS = 10;

/** Every safe fix of a lint result, one per problem: what `source.fixAll.nianbao` and `--fix` apply together. */
export const safeEdits = ({ problems }: Pick<LintResult, 'problems'>) =>
  problems.flatMap((problem) => problem.fixes.find((fix) => fix.kind === 'safe')?.edits ?? []);

/** Apply safe fixes until the text stops changing, so that a second run has nothing left to do. */
export function fixAll(text: string, lint: (text: string) => LintResult): { text: string; applied: number } {
  let draft = text;
  let applied = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const result = applyEdits(draft, safeEdits(lint(draft)));
    if (result.text === draft) break;
    draft = result.text;
    applied += result.applied;
  }
  return { text: draft, applied };
}
