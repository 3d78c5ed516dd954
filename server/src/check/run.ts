import type { Report } from '../report/report.ts';
import {
  type Finding,
  type NotCheckedReason,
  notChecked,
  type Outcome,
  type Rule,
  type RuleContext,
} from '../rules/rule.ts';

/** What one rule said of a report. */
export interface RuleRun {
  readonly rule: Rule;
  readonly outcomes: readonly Outcome[];
  readonly findings: readonly Finding[];
  readonly passed: number;
  readonly notChecked: readonly NotCheckedReason[];
}

/**
 * The most findings of one rule. Beyond that the text is no draft, and millions of findings would exhaust the memory.
 * The check stops and says so.
 */
const MOST_FINDINGS = 20_000;

export function runRule(rule: Rule, report: Report, context: RuleContext): RuleRun {
  const outcomes: Outcome[] = [];
  const findings: Finding[] = [];
  let passed = 0;
  const reasons: NotCheckedReason[] = [];
  for (const outcome of rule.check(report, context)) {
    if (outcome.status === 'passed') passed++;
    else if (outcome.status === 'not-checked') reasons.push(outcome.reason);
    else if (findings.length < MOST_FINDINGS) findings.push(outcome.finding);
    else {
      outcomes.push(notChecked('其余各处', 'too-many'));
      reasons.push('too-many');
      break;
    }
    outcomes.push(outcome);
  }
  return { rule, outcomes, findings, passed, notChecked: reasons };
}
