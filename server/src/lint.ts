import { type CheckCounts, type CheckOutcome, checkList, countChecks } from './rules/check-list.ts';

export type { CheckCounts, CheckOutcome } from './rules/check-list.ts';

import type { FormId } from './forms/index.ts';
import { applyIgnores, groupOf, type Ignore, type IgnoredBy, staleNames } from './ignores/apply.ts';
import { fingerprints, type Reported } from './ignores/fingerprint.ts';
import { inMarkup } from './report/html/markup.ts';
import type { Report } from './report/report.ts';
import { isBeforeForms } from './rules/form-year.ts';
import { rules } from './rules/index.ts';
import {
  type Fix,
  fill,
  type Locale,
  type Rule,
  type RuleContext,
  type RuleId,
  type RuleMeta,
  type Severity,
} from './rules/rule.ts';
import { type Failure, type RuleRun, type RunMemory, runRule } from './rules/run.ts';
import type { Edit, Span } from './text/span.ts';

/** A finding as a person reads it: in one language, with its final severity. */
export interface Problem {
  readonly rule: RuleId;
  /** The rule's title. */
  readonly title: string;
  readonly messageId: string;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
  readonly related: readonly { readonly span: Span; readonly message: string }[];
  readonly fixes: readonly ProblemFix[];
  readonly term?: string;
  /** Names the finding without positions, for `ignores`. */
  readonly fingerprint: string;
}

/** A finding that somebody has looked at and lets stand. */
export type IgnoredProblem = Problem & IgnoredBy;

export interface ProblemFix extends Omit<Fix, 'title'> {
  readonly title: string;
}

export interface LintSettings {
  /** A rule id (`table/label`) or a group (`table`) → severity or `off`. The rule's own entry wins over its group's. */
  readonly rules?: Readonly<Record<string, Severity | 'off'>>;
  readonly allowedTerms?: readonly string[];
  readonly locale?: Locale;
  readonly fileName?: string | undefined;
  /** Findings to let stand. Ignore comments in the draft come on top. */
  readonly ignores?: readonly Ignore[] | undefined;
}

export interface LintResult {
  /** In the order of the text. */
  readonly problems: readonly Problem[];
  /** What would be reported were it not ignored, in the order of the text. */
  readonly ignored: readonly IgnoredProblem[];
  /** Entries of `ignores` that match nothing, though their rule was run. */
  readonly staleIgnores: readonly Ignore[];
  readonly checks: CheckCounts;
  /** The check list, written when it is asked for. */
  readonly outcomes: readonly CheckOutcome[];
  readonly year: number | undefined;
  readonly form: FormId;
}

export const severityOf = (rule: Rule, settings: LintSettings): Severity | 'off' => {
  const chosen = settings.rules ?? {};
  return chosen[rule.meta.id] ?? chosen[groupOf(rule.meta.id)] ?? rule.meta.severity;
};

/** What the statutory forms ask for cannot be asked of a report that is older than they are. */
const FORM_GROUPS: readonly string[] = ['structure', 'table', 'consistency'];
const asksForForm = (id: RuleId): boolean => id !== 'structure/unsupported-year' && FORM_GROUPS.includes(groupOf(id));

const knownNames = new WeakMap<readonly Rule[], ReadonlySet<string>>();

/** Of rules and groups. */
function namesIn(list: readonly Rule[]): ReadonlySet<string> {
  const names = knownNames.get(list) ?? new Set(list.flatMap(({ meta }) => [meta.id, groupOf(meta.id)]));
  knownNames.set(list, names);
  return names;
}

/**
 * Run every rule that is on over a report. Never throws; pure.
 * @param memory of the last version of the same draft, with the same settings and rules.
 */
export function lintReport(
  report: Report,
  settings: LintSettings = {},
  list: readonly Rule[] = rules,
  memory?: RunMemory,
): LintResult {
  const locale = settings.locale ?? 'zh';
  const found: Found[] = [];
  const runs: RuleRun[] = [];
  const ran = new Set<string>();
  const context: RuleContext = {
    allowedTerms: new Set((settings.allowedTerms ?? []).map((term) => term.toLowerCase())),
    fileName: settings.fileName,
    knownRules: namesIn(list),
    staleNames: () => staleNames(report, found, ran),
  };
  for (const rule of list) {
    const chosen = severityOf(rule, settings);
    if (chosen === 'off' || !concerns(rule, report)) continue;
    const run = memory ? memory.run(rule, report, context) : runRule(rule, report, context);
    for (const failure of run.failures) found.push(toFound(rule, failure, chosen));
    runs.push(run);
    ran.add(rule.meta.id);
  }
  found.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : 1));
  let prints: readonly string[] | undefined;
  const printOf = (index: number): string => {
    prints ??= fingerprints(report, found);
    return prints[index] ?? '';
  };
  const all = found.map((each, index) => toProblem(report, each, locale, () => printOf(index)));
  const { kept, ignored, stale } = applyIgnores(report, all, settings.ignores ?? []);
  const reasons = new Map(ignored.map(({ index, by }) => [found[index]?.failure as Failure, by.reason]));
  let outcomes: readonly CheckOutcome[] | undefined;
  return {
    problems: kept,
    ignored: ignored.map(({ index, by }) => ({ ...(all[index] as Problem), ...by })),
    staleIgnores: stale.filter(({ rule }) => ran.has(rule)),
    checks: countChecks(runs, reasons),
    get outcomes() {
      outcomes ??= checkList(runs, reasons);
      return outcomes;
    },
    year: report.year,
    form: report.form.id,
  };
}

function concerns({ meta: { id, forms } }: Rule, report: Report): boolean {
  if (forms && !forms.includes(report.form.id)) return false;
  return !(asksForForm(id) && isBeforeForms(report));
}

interface Found extends Reported {
  readonly failure: Failure;
  readonly meta: RuleMeta;
  readonly chosen: Severity;
}

const toFound = ({ meta }: Rule, failure: Failure, chosen: Severity): Found => {
  const { span, missing } = failure.finding;
  return { rule: meta.id, span, missing, failure, meta, chosen };
};

/** Rules write as in plain text; in a source the tags around and between stay. */
const placed = ({ text, format }: Report, edits: readonly Edit[]): readonly Edit[] =>
  format === 'html' ? edits.flatMap((edit) => inMarkup(text, edit)) : edits;

function toProblem(
  report: Report,
  { failure: { finding }, meta, chosen }: Found,
  locale: Locale,
  fingerprint: () => string,
): Problem {
  const { messages, severity: usual } = meta;
  return {
    rule: meta.id,
    title: meta.title[locale],
    messageId: finding.messageId,
    // A severity that the user chose wins over the one a finding carries.
    severity: chosen === usual ? (finding.severity ?? usual) : chosen,
    message: fill(messages[finding.messageId]?.[locale] ?? finding.messageId, finding.data),
    span: finding.span,
    related: (finding.related ?? []).map(({ span, message }) => ({ span, message: message[locale] })),
    fixes: (finding.fixes ?? []).map((fix) => ({ ...fix, title: fix.title[locale], edits: placed(report, fix.edits) })),
    ...(finding.term !== undefined && { term: finding.term }),
    // All are made together when the first is asked for: most are shown to nobody.
    get fingerprint() {
      return fingerprint();
    },
  };
}
