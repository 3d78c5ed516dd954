import { type Claim, verdictOf } from '../../facts/claims/claims.ts';
import type { Report } from '../../report/report.ts';
import { type Finding, failed, type NotCheckedReason, notChecked, type Outcome, passed } from '../rule.ts';

/** What holding a claim to the tables came to, in the words of the rule that asks. */
export function outcomeOf<const M extends string>(
  report: Report,
  claim: Claim,
  subject: string,
  say: { readonly blank: () => NotCheckedReason; readonly finding: () => Finding<M> },
): Outcome<M> {
  if (claim.notHeld) return notChecked(subject, claim.notHeld, claim.span);
  const verdict = verdictOf(report, claim);
  if (verdict === 'agrees') return passed(subject, claim.span);
  if (verdict === 'blank') return notChecked(subject, say.blank(), claim.span);
  if (verdict === 'doubtful') return notChecked(subject, 'some-of-them', claim.span);
  // What the table's own finding explains is told once: when the table is fixed, the text is held to it.
  if (verdict === 'doubted') return notChecked(subject, 'cell-doubted', claim.span);
  return failed(subject, say.finding());
}
