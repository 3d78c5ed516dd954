import type { Report } from '../report/report.ts';
import { type Sight, watch } from '../report/sight.ts';
import { unchangedParts } from '../report/unchanged.ts';
import {
  type Finding,
  type NotCheckedReason,
  notChecked,
  type Outcome,
  type Rule,
  type RuleContext,
} from '../rules/rule.ts';
import { type AllPlaces, allPlaces, findsTheSame } from '../rules/support/lookup.ts';
import { bothChanges, type Change, changeBetween, movedSpan } from '../text/change.ts';
import { type Span, touches } from '../text/span.ts';

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

/** What the rules said of the last version of a draft. */
export class RunMemory {
  #report: Report | undefined;
  #version = 0;
  readonly #runs = new Map<Rule, KnownRun>();

  /**
   * The draft's next version.
   * @returns what a rule says of it: what it said of the last version, when nothing that it looked at has changed.
   */
  next(report: Report): (rule: Rule, context: RuleContext) => RuleRun {
    const version = ++this.#version;
    const common = this.#report && commonOf(this.#report, report);
    this.#report = report;
    return (rule, context) => {
      const known = this.#runs.get(rule);
      if (known && common && known.version === version - 1 && stands(known, common)) {
        known.version = version;
        return known.moved();
      }
      const { result, sight } = watch(() => runRule(rule, report, context));
      this.#runs.set(rule, new KnownRun(result, sight, version));
      return result;
    };
  }
}

/** What two versions have in common. */
interface Common {
  readonly change: Change;
  /** Bits of the parts that say the same. */
  readonly parts: number;
  readonly places: readonly [before: AllPlaces, now: AllPlaces];
}

function commonOf(before: Report, now: Report): Common | undefined {
  const change = changeBetween(before.parts.text, now.parts.text);
  if (!change) return undefined;
  const places = [allPlaces(before), allPlaces(now)] as const;
  return { change, parts: unchangedParts(before.parts, now.parts, change), places };
}

function stands(known: KnownRun, { change, parts, places: [before, now] }: Common): boolean {
  const { sight } = known;
  if ((sight.parts & ~parts) !== 0) return false;
  for (const number of sight.lookups) if (!findsTheSame(number, before, now, change)) return false;
  return known.follows(change);
}

/** What a rule said of some version, and what has happened to the text since. */
class KnownRun {
  readonly #run: RuleRun;
  readonly sight: Sight;
  /** The last version of which it was said. */
  version: number;
  #change: Change | undefined;
  /** Where what was said stands, in that first version's offsets. */
  #spans: readonly Span[] | undefined;

  constructor(run: RuleRun, sight: Sight, version: number) {
    this.#run = run;
    this.sight = sight;
    this.version = version;
  }

  /** Takes in one more change of the text. False: something that was looked at or said stands where the text changed. */
  follows(change: Change): boolean {
    const all = this.#change ? bothChanges(this.#change, change) : change;
    this.#change = all;
    const isTouched = (span: Span): boolean => touches(all, span);
    if (this.sight.stretches.some(isTouched)) return false;
    this.#spans ??= [...spansOf(this.#run)];
    return !this.#spans.some(isTouched);
  }

  moved(): RuleRun {
    const change = this.#change;
    const isMoved = change && change.grown !== 0 && this.#spans?.some(({ start }) => start > change.end);
    return isMoved ? new MovedRun(this.#run, change) : this.#run;
  }
}

/** There may be more than a call takes arguments. */
function* spansOf({ outcomes }: RuleRun): Generator<Span> {
  for (const outcome of outcomes) {
    if (outcome.status !== 'failed') {
      if (outcome.span) yield outcome.span;
      continue;
    }
    const { span, related = [], fixes = [] } = outcome.finding;
    yield span;
    for (const other of related) yield other.span;
    for (const { edits } of fixes) for (const edit of edits) yield edit.span;
  }
}

class MovedRun implements RuleRun {
  readonly #run: RuleRun;
  readonly #change: Change;
  readonly rule: Rule;
  readonly failures: readonly Failure[];
  readonly passed: number;
  readonly notChecked: readonly NotCheckedReason[];

  constructor(run: RuleRun, change: Change) {
    this.#run = run;
    this.#change = change;
    this.rule = run.rule;
    this.failures = run.failures.map((failure) => ({ ...failure, finding: new MovedFinding(failure.finding, change) }));
    this.passed = run.passed;
    this.notChecked = run.notChecked;
  }

  get outcomes(): readonly Outcome[] {
    let failed = 0;
    return this.#run.outcomes.map((outcome) => {
      if (outcome.status === 'failed') return this.failures[failed++] ?? outcome;
      return outcome.span ? { ...outcome, span: movedSpan(this.#change, outcome.span) } : outcome;
    });
  }
}

/** A finding that has moved. What it leads to is moved when somebody reads it: see FoundProblem. */
class MovedFinding implements Finding {
  readonly #finding: Finding;
  readonly #change: Change;
  readonly messageId: string;
  readonly span: Span;
  readonly data: Finding['data'];
  readonly severity: Finding['severity'];
  readonly term: Finding['term'];
  readonly missing: Finding['missing'];

  constructor(finding: Finding, change: Change) {
    this.#finding = finding;
    this.#change = change;
    this.messageId = finding.messageId;
    this.span = movedSpan(change, finding.span);
    this.data = finding.data;
    this.severity = finding.severity;
    this.term = finding.term;
    this.missing = finding.missing;
  }

  get related(): Finding['related'] {
    return this.#finding.related?.map((other) => this.#moved(other));
  }

  get fixes(): Finding['fixes'] {
    return this.#finding.fixes?.map((fix) => ({ ...fix, edits: fix.edits.map((edit) => this.#moved(edit)) }));
  }

  #moved<T extends { readonly span: Span }>(thing: T): T {
    return { ...thing, span: movedSpan(this.#change, thing.span) };
  }
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
