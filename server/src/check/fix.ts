import { composeEdits } from '../text/compose.ts';
import { applyEdits, type Edit, withoutCollisions } from '../text/span.ts';
import type { LintResult } from './lint.ts';

/** Mending one thing may lay open the next (a heading's number, then the order); a text settles well within this. */
const ROUNDS = 50;

/** Every safe fix of a lint result, one per problem: what `source.fixAll.nianbao` and `--fix` apply together. */
export const safeEdits = ({ problems }: Pick<LintResult, 'problems'>) =>
  problems.flatMap((problem) => problem.fixes.find((fix) => fix.kind === 'safe')?.edits ?? []);

/**
 * Every safe fix until none is left, as edits on the given text. Mending one fault can lay open the next, and who asks
 * for all fixes does not want to ask twice.
 */
export function composeFixes(text: string, lint: (text: string) => LintResult): Edit[] {
  const rounds: Edit[][] = [];
  fixAll(text, (draft) => {
    const found = lint(draft);
    rounds.push(withoutCollisions(safeEdits(found)));
    return found;
  });
  return composeEdits(text, rounds);
}

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
