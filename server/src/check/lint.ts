import { isBeforeForms } from '../facts/form-year.ts';
import type { Relations } from '../relations/relations.ts';
import { ReportIndex } from '../relations/report-index.ts';
import { type ReportSummary, summaryOf } from '../relations/summary.ts';
import type { Report } from '../report/report.ts';
import { rules } from '../rules/index.ts';
import type { Finding, Locale, Rule, RuleContext, RuleId, Severity } from '../rules/rule.ts';
import { once } from '../text/once.ts';
import { type CheckCounts, type CheckOutcome, checkList, countChecks } from './check-list.ts';
import { type Applied, applyIgnores, groupOf, type Ignore, type IgnoredBy, staleNames } from './ignores/apply.ts';
import { fingerprints } from './ignores/fingerprint.ts';
import { type Problem, plainProblem, toProblem } from './problem.ts';
import { type RuleRun, runRule } from './run.ts';

export type { CheckCounts, CheckOutcome } from './check-list.ts';
export type { Problem, ProblemFix } from './problem.ts';

/** A problem that was ignored, and why. */
export type IgnoredProblem = Problem & IgnoredBy;

export interface LintSettings {
  /** A rule id (`table/label`) or a group (`table`) → severity or `off`. A rule's own entry wins over its group's. */
  readonly rules?: Readonly<Record<string, Severity | 'off'>>;
  readonly allowedTerms?: readonly string[];
  readonly locale?: Locale;
  readonly fileName?: string | undefined;
  /** Ignored findings, in addition to the ignore comments in the draft. */
  readonly ignores?: readonly Ignore[] | undefined;
  /**
   * What is known of other reports, for the rules that compare with them. Which of them concern this report is computed
   * here.
   */
  readonly otherReports?: readonly ReportSummary[] | undefined;
  /** The same, already computed, for callers that check many reports (`ReportIndex`). */
  readonly relations?: Relations | undefined;
  /** Rules of an office's own packs, run beside the others. */
  readonly packs?: readonly Rule[] | undefined;
}

export interface LintResult {
  /** In the order of the text. */
  readonly problems: readonly Problem[];
  /** What would be reported if it were not ignored, in the order of the text. */
  readonly ignored: readonly IgnoredProblem[];
  /** Entries of `ignores` that match nothing, although their rule was run. */
  readonly staleIgnores: readonly Ignore[];
  readonly checks: CheckCounts;
  /** The check list, built on first access. */
  readonly outcomes: readonly CheckOutcome[];
  readonly year: number | undefined;
  /** The id of the form that the report follows. */
  readonly form: string;
}

const severityOf = (rule: Rule, settings: LintSettings): Severity | 'off' => {
  const chosen = settings.rules ?? NO_SETTINGS;
  return chosen[rule.meta.id] ?? chosen[groupOf(rule.meta.id)] ?? rule.meta.severity;
};

interface SwitchedOn {
  readonly rule: Rule;
  readonly severity: Severity;
}

const NO_SETTINGS: NonNullable<LintSettings['rules']> = {};
/** The rules that are on, computed once per settings object for all drafts. */
const switchedOn = once((list: readonly Rule[]) =>
  once((chosen: NonNullable<LintSettings['rules']>): readonly SwitchedOn[] =>
    list.flatMap((rule) => {
      const severity = severityOf(rule, { rules: chosen });
      return severity === 'off' ? [] : [{ rule, severity }];
    }),
  ),
);

/** Rules about the statutory forms do not apply to a report that is older than the forms. */
const FORM_GROUPS: readonly string[] = ['structure', 'table', 'consistency'];
const asksForForm = (id: RuleId): boolean => id !== 'structure/unsupported-year' && FORM_GROUPS.includes(groupOf(id));

/** The ids of rules and groups. */
const namesIn = once(
  (list: readonly Rule[]): ReadonlySet<string> => new Set(list.flatMap(({ meta }) => [meta.id, groupOf(meta.id)])),
);

/** One list for all drafts under the same packs. Theirs come first: what asks about all findings stands last. */
const withPacks = once((packs: readonly Rule[]) =>
  once((list: readonly Rule[]): readonly Rule[] => [...packs, ...list]),
);

/** Runs every enabled rule over a report. Never throws; pure. */
export function lintReport(report: Report, settings: LintSettings = {}, own: readonly Rule[] = rules): LintResult {
  const list = settings.packs && settings.packs.length > 0 ? withPacks(settings.packs)(own) : own;
  const found: Problem[] = [];
  const findingOf = new Map<Problem, Finding>();
  const setting = {
    report,
    locale: settings.locale ?? 'zh',
    fingerprintOf: fingerprintsWhenAsked(report, found, findingOf),
  };
  const runs: RuleRun[] = [];
  const ran = new Set<string>();
  const context: RuleContext = {
    allowedTerms: new Set((settings.allowedTerms ?? []).map((term) => term.toLowerCase())),
    fileName: settings.fileName,
    knownRules: namesIn(list),
    relations: settings.relations ?? relationsAmong(report, settings.otherReports),
    staleNames: () => staleNames(report, found, ran),
  };
  const isOlder = isBeforeForms(report);
  for (const { rule, severity: chosen } of switchedOn(list)(settings.rules ?? NO_SETTINGS)) {
    if (!concerns(rule, report, isOlder)) continue;
    const run = runRule(rule, report, context);
    for (const finding of run.findings) {
      // A severity that the user chose wins over the one of the finding.
      const severity = chosen === rule.meta.severity ? (finding.severity ?? chosen) : chosen;
      const problem = toProblem(setting, rule.meta, finding, severity);
      findingOf.set(problem, finding);
      found.push(problem);
    }
    runs.push(run);
    ran.add(rule.meta.id);
  }
  found.sort(inOrder);
  const { kept, ignored, stale } = applyIgnores(report, found, settings.ignores ?? []);
  return new Linted(report, runs, reasonsFor(ignored, findingOf), {
    problems: kept,
    ignored: ignored.map(({ problem, by }) => ({ ...plainProblem(problem), ...by })),
    staleIgnores: stale.filter(({ rule }) => ran.has(rule)),
  });
}

/** The relations of a report to other reports that are known. */
function relationsAmong(report: Report, others: readonly ReportSummary[] | undefined): Relations | undefined {
  if (!others) return undefined;
  const index = new ReportIndex();
  for (const other of others) index.set(other);
  const own = summaryOf(report, '');
  index.set(own);
  return index.of(own.document);
}

type FindingOf = ReadonlyMap<Problem, Finding>;

/**
 * All fingerprints are made on the first request, because a fingerprint includes the ordinal among equals. By then all
 * problems are known.
 */
function fingerprintsWhenAsked(
  report: Report,
  found: readonly Problem[],
  findingOf: FindingOf,
): (problem: Problem) => string {
  let prints: ReadonlyMap<Problem, string> | undefined;
  return (problem) => {
    if (!prints) {
      const reported = found.map((each) => ({
        rule: each.rule,
        span: each.span,
        missing: findingOf.get(each)?.missing,
      }));
      const all = fingerprints(report, reported);
      prints = new Map(found.map((each, index) => [each, all[index] ?? '']));
    }
    return prints.get(problem) ?? '';
  };
}

/** In the order of the text; at one place by rule id. */
const inOrder = (a: Problem, b: Problem): number =>
  a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : Number(a.rule > b.rule));

/** The reason for each ignored finding. */
const reasonsFor = (ignored: Applied<Problem>['ignored'], findingOf: FindingOf): ReadonlyMap<Finding, string> =>
  new Map(
    ignored.flatMap(({ problem, by }): [Finding, string][] => {
      const finding = findingOf.get(problem);
      return finding ? [[finding, by.reason]] : [];
    }),
  );

/** A class because `outcomes` are computed on access; see LazyProblem. */
class Linted implements LintResult {
  readonly problems: LintResult['problems'];
  readonly ignored: LintResult['ignored'];
  readonly staleIgnores: LintResult['staleIgnores'];
  readonly checks: CheckCounts;
  readonly year: number | undefined;
  readonly form: string;
  readonly #runs: readonly RuleRun[];
  readonly #reasons: ReadonlyMap<Finding, string>;
  #outcomes: readonly CheckOutcome[] | undefined;

  constructor(
    { year, form }: Report,
    runs: readonly RuleRun[],
    reasons: ReadonlyMap<Finding, string>,
    { problems, ignored, staleIgnores }: Pick<LintResult, 'problems' | 'ignored' | 'staleIgnores'>,
  ) {
    this.problems = problems;
    this.ignored = ignored;
    this.staleIgnores = staleIgnores;
    this.checks = countChecks(runs, reasons);
    this.year = year;
    this.form = form.id;
    this.#runs = runs;
    this.#reasons = reasons;
  }

  get outcomes(): readonly CheckOutcome[] {
    this.#outcomes ??= checkList(this.#runs, this.#reasons);
    return this.#outcomes;
  }

  /** The result as plain data. */
  toJSON(): LintResult {
    const { problems, ignored, staleIgnores, checks, outcomes, year, form } = this;
    return { problems, ignored, staleIgnores, checks, outcomes, year, form };
  }
}

function concerns({ meta: { id, appliesTo } }: Rule, report: Report, isOlder: boolean): boolean {
  if (appliesTo?.(report.form) === false) return false;
  return !(isOlder && asksForForm(id));
}
