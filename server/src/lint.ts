import type { FormId } from './forms/index.ts';
import { applyIgnores, groupOf, type Ignore, type IgnoredBy, staleNames } from './ignores/apply.ts';
import { fingerprints, type Reported } from './ignores/fingerprint.ts';
import { inMarkup } from './report/html/markup.ts';
import type { Report } from './report/report.ts';
import { isBeforeForms } from './rules/form-year.ts';
import { rules } from './rules/index.ts';
import {
  type Finding,
  type Fix,
  fill,
  type Locale,
  type NotCheckedReason,
  type Rule,
  type RuleContext,
  type RuleId,
  type RuleMeta,
  type Severity,
} from './rules/rule.ts';
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

/** One line of the check list. */
export interface CheckOutcome {
  readonly rule: RuleId;
  readonly subject: string;
  readonly status: 'passed' | 'failed' | 'not-checked';
  readonly reason?: NotCheckedReason | undefined;
  /** Where the subject stands, when it stands in one place. */
  readonly span?: Span | undefined;
  /** Failed, and let stand for a reason: by no count a failure, and none may take it for passed. */
  readonly ignored?: true;
  readonly ignoreReason?: string;
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

/**
 * Of one rule. Beyond that the draft is no draft, and millions of findings would only exhaust the memory: the check is
 * broken off, and says so.
 */
const MOST_FINDINGS = 20_000;

const knownNames = new WeakMap<readonly Rule[], ReadonlySet<string>>();

/** Of rules and groups. */
function namesIn(list: readonly Rule[]): ReadonlySet<string> {
  const names = knownNames.get(list) ?? new Set(list.flatMap(({ meta }) => [meta.id, groupOf(meta.id)]));
  knownNames.set(list, names);
  return names;
}

/** Run every rule that is on over a report. Never throws; pure. */
export function lintReport(report: Report, settings: LintSettings = {}, list: readonly Rule[] = rules): LintResult {
  const locale = settings.locale ?? 'zh';
  const found: Found[] = [];
  const outcomes: CheckOutcome[] = [];
  const ran = new Set<string>();
  const context: RuleContext = {
    allowedTerms: new Set((settings.allowedTerms ?? []).map((term) => term.toLowerCase())),
    fileName: settings.fileName,
    knownRules: namesIn(list),
    staleNames: () => staleNames(report, found, ran),
  };
  const old = isBeforeForms(report);
  for (const rule of list) {
    if (old && asksForForm(rule.meta.id)) continue;
    const { id, forms } = rule.meta;
    const chosen = severityOf(rule, settings);
    if (chosen === 'off' || (forms && !forms.includes(report.form.id))) continue;
    let failures = 0;
    for (const outcome of rule.check(report, context)) {
      const { status, subject } = outcome;
      if (status === 'failed') {
        const { finding } = outcome;
        if (++failures > MOST_FINDINGS) {
          outcomes.push({ rule: id, subject: '其余各处', status: 'not-checked', reason: 'too-many', span: undefined });
          break;
        }
        found.push({
          rule: id,
          span: finding.span,
          missing: finding.missing,
          outcome: outcomes.length,
          finding,
          meta: rule.meta,
          chosen,
        });
        outcomes.push({ rule: id, subject, status, reason: undefined, span: finding.span });
      } else {
        const reason = status === 'not-checked' ? outcome.reason : undefined;
        outcomes.push({ rule: id, subject, status, reason, span: outcome.span });
      }
    }
    ran.add(id);
  }
  found.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : 1));
  let prints: readonly string[] | undefined;
  const printOf = (index: number): string => {
    prints ??= fingerprints(report, found);
    return prints[index] ?? '';
  };
  const all = found.map((each, index) => toProblem(report, each, locale, () => printOf(index)));
  const { kept, ignored, stale } = applyIgnores(report, all, settings.ignores ?? []);
  for (const { index, by } of ignored) {
    const outcome = found[index]?.outcome ?? 0;
    outcomes[outcome] = { ...(outcomes[outcome] as CheckOutcome), ignored: true, ignoreReason: by.reason };
  }
  return {
    problems: kept,
    ignored: ignored.map(({ index, by }) => ({ ...(all[index] as Problem), ...by })),
    staleIgnores: stale.filter(({ rule }) => ran.has(rule)),
    outcomes,
    year: report.year,
    form: report.form.id,
  };
}

interface Found extends Reported {
  /** Index of its outcome. */
  readonly outcome: number;
  readonly finding: Finding;
  readonly meta: RuleMeta;
  readonly chosen: Severity;
}

/** Rules write as in plain text; in a source the tags around and between stay. */
const placed = ({ text, format }: Report, edits: readonly Edit[]): readonly Edit[] =>
  format === 'html' ? edits.flatMap((edit) => inMarkup(text, edit)) : edits;

function toProblem(
  report: Report,
  { finding, meta, chosen }: Found,
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
