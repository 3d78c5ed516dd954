import type { Finding, NotCheckedReason, Outcome, RuleId } from '../rules/rule.ts';
import type { Span } from '../text/span.ts';
import type { RuleRun } from './run.ts';

/** One line of the check list. */
export interface CheckOutcome {
  readonly rule: RuleId;
  readonly subject: string;
  readonly status: 'passed' | 'failed' | 'not-checked';
  readonly reason?: NotCheckedReason;
  /** Where the subject stands, when it stands in one place. */
  readonly span?: Span | undefined;
  /** Failed, but ignored with a reason. It counts neither as failed nor as passed. */
  readonly ignored?: true;
  readonly ignoreReason?: string;
}

export interface CheckCounts {
  readonly passed: number;
  readonly failed: number;
  readonly notChecked: number;
  readonly ignored: number;
  /** Why checks could not be made, and how many for each reason. */
  readonly reasons: Readonly<Partial<Record<NotCheckedReason, number>>>;
}

/** @param ignored the ignored findings, with the reason for each. */
export function countChecks(runs: readonly RuleRun[], ignored: ReadonlyMap<Finding, string>): CheckCounts {
  let [passed, failed, notChecked] = [0, 0, 0];
  const reasons: Partial<Record<NotCheckedReason, number>> = {};
  for (const run of runs) {
    passed += run.passed;
    failed += run.findings.length;
    notChecked += run.notChecked.length;
    for (const reason of run.notChecked) reasons[reason] = (reasons[reason] ?? 0) + 1;
  }
  return { passed, failed: failed - ignored.size, notChecked, ignored: ignored.size, reasons };
}

/** Built on request: every report has hundreds of lines, and most callers only need their number. */
export const checkList = (runs: readonly RuleRun[], ignored: ReadonlyMap<Finding, string>): CheckOutcome[] =>
  runs.flatMap(({ rule, outcomes }) => outcomes.map((outcome) => toCheck(rule.meta.id, outcome, ignored)));

function toCheck(rule: RuleId, outcome: Outcome, ignored: ReadonlyMap<Finding, string>): CheckOutcome {
  const { status, subject } = outcome;
  if (status === 'passed') return { rule, subject, status, span: outcome.span };
  if (status === 'not-checked') return { rule, subject, status, reason: outcome.reason, span: outcome.span };
  const ignoreReason = ignored.get(outcome.finding);
  const failed = { rule, subject, status, span: outcome.finding.span };
  return ignoreReason === undefined ? failed : { ...failed, ignored: true, ignoreReason };
}
