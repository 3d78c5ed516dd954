import { composeFixes, safeEdits } from '../check/fix.ts';
import { type Edit, withoutCollisions } from '../text/span.ts';
import { type Checked, judgeOf } from './checker.ts';
import type { Engine } from './runtime.ts';

/** The safe fixes of the stored result, without those that get in each other's way. */
export const safeEditsOnce = ({ result }: Checked): Edit[] => (result ? withoutCollisions(safeEdits(result)) : []);

/**
 * Every safe fix until none is left, as edits on the checked version. Fixing one fault can lay open the next, and
 * whoever asks for all fixes does not want to ask twice.
 */
export function safeEditsToTheEnd({ document, settings, report, result }: Checked, engine: Engine): Edit[] {
  if (!result || !report) return [];
  return composeFixes(document.getText(), judgeOf({ settings, report, result }, engine));
}
