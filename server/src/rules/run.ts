import type { Report } from '../report/report.ts';
import { movedSpan } from '../text/span.ts';
import { type Finding, type NotCheckedReason, notChecked, type Outcome, type Rule, type RuleContext } from './rule.ts';

export interface Failure {
  readonly status: 'failed';
  readonly subject: string;
  readonly finding: Finding;
}

/** What one rule said of a report. */
export interface RuleRun {
  readonly rule: Rule;
  readonly outcomes: readonly Outcome[];
  readonly failures: readonly Failure[];
  readonly passed: number;
  readonly notChecked: readonly NotCheckedReason[];
}

/** The runs of the last version by rules that look at the tables alone, for as long as these stay as they are. */
export class RunMemory {
  #of: Report | undefined;
  #runs = new Map<Rule, KnownRun>();

  /** What the rule says of the report: what it said of the last version, when it has nothing new to see. */
  run(rule: Rule, report: Report, context: RuleContext): RuleRun {
    const { reads } = rule;
    if (!reads) return runRule(rule, report, context);
    if (!this.#of || !looksTheSame(this.#of, report)) this.#runs = new Map();
    this.#of = report;
    const { moved } = report.tablesOrigin;
    const around = reads === 'tables' ? NOTHING : reads(report);
    const known = this.#runs.get(rule);
    if (known && around.every((text, index) => text === known.around[index])) {
      return known.moved === moved ? known.run : new MovedRun(known.run, moved - known.moved);
    }
    const run = runRule(rule, report, context);
    this.#runs.set(rule, { run, moved, around });
    return run;
  }
}

const NOTHING: readonly string[] = [];

interface KnownRun {
  readonly run: RuleRun;
  /** How far the tables had moved by then. */
  readonly moved: number;
  readonly around: readonly string[];
}

const looksTheSame = (a: Report, b: Report): boolean =>
  a.tablesOrigin.tables === b.tablesOrigin.tables && a.form === b.form && a.year === b.year && a.format === b.format;

class MovedRun implements RuleRun {
  readonly #run: RuleRun;
  readonly #by: number;
  readonly rule: Rule;
  readonly failures: readonly Failure[];
  readonly passed: number;
  readonly notChecked: readonly NotCheckedReason[];

  constructor(run: RuleRun, by: number) {
    this.#run = run;
    this.#by = by;
    this.rule = run.rule;
    this.failures = run.failures.map((failure) => ({ ...failure, finding: movedFinding(failure.finding, by) }));
    this.passed = run.passed;
    this.notChecked = run.notChecked;
  }

  get outcomes(): readonly Outcome[] {
    let failed = 0;
    return this.#run.outcomes.map((outcome) => {
      if (outcome.status === 'failed') return this.failures[failed++] ?? outcome;
      return outcome.span ? { ...outcome, span: movedSpan(outcome.span, this.#by) } : outcome;
    });
  }
}

function movedFinding(finding: Finding, by: number): Finding {
  const { span, related, fixes } = finding;
  return {
    ...finding,
    span: movedSpan(span, by),
    ...(related && { related: related.map((other) => ({ ...other, span: movedSpan(other.span, by) })) }),
    ...(fixes && {
      fixes: fixes.map((fix) => ({
        ...fix,
        edits: fix.edits.map((edit) => ({ ...edit, span: movedSpan(edit.span, by) })),
      })),
    }),
  };
}

/**
 * Of one rule. Beyond that the draft is no draft, and millions of findings would only exhaust the memory: the check is
 * broken off, and says so.
 */
const MOST_FINDINGS = 20_000;

export function runRule(rule: Rule, report: Report, context: RuleContext): RuleRun {
  const outcomes: Outcome[] = [];
  const failures: Failure[] = [];
  let passed = 0;
  const reasons: NotCheckedReason[] = [];
  for (const outcome of rule.check(report, context)) {
    if (outcome.status === 'passed') passed++;
    else if (outcome.status === 'not-checked') reasons.push(outcome.reason);
    else if (failures.length < MOST_FINDINGS) failures.push(outcome);
    else {
      outcomes.push(notChecked('其余各处', 'too-many'));
      reasons.push('too-many');
      break;
    }
    outcomes.push(outcome);
  }
  return { rule, outcomes, failures, passed, notChecked: reasons };
}
