import type { FormId } from './forms/index.ts';
import type { Report } from './report/report.ts';
import { isBeforeForms } from './rules/form-year.ts';
import { rules } from './rules/index.ts';
import {
  type Fix,
  fill,
  type Locale,
  type NotCheckedReason,
  type Rule,
  type RuleContext,
  type RuleId,
  type Severity,
} from './rules/rule.ts';
import type { Span } from './text/span.ts';

/** A finding as a person reads it: in one language, with its final severity. */
export interface Problem {
  readonly rule: RuleId;
  readonly messageId: string;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
  readonly related: readonly { readonly span: Span; readonly message: string }[];
  readonly fixes: readonly ProblemFix[];
  readonly term?: string;
}

export interface ProblemFix extends Omit<Fix, 'title'> {
  readonly title: string;
}

/** One line of the check list. */
export interface CheckOutcome {
  readonly rule: RuleId;
  readonly subject: string;
  readonly status: 'passed' | 'failed' | 'not-checked';
  readonly reason?: NotCheckedReason;
}

export interface LintSettings {
  /** A rule id (`table/label`) or a group (`table`) → severity or `off`. The rule's own entry wins over its group's. */
  readonly rules?: Readonly<Record<string, Severity | 'off'>>;
  readonly allowedTerms?: readonly string[];
  readonly locale?: Locale;
  readonly fileName?: string | undefined;
}

export interface LintResult {
  /** In the order of the text. */
  readonly problems: readonly Problem[];
  readonly outcomes: readonly CheckOutcome[];
  readonly year: number | undefined;
  readonly form: FormId;
}

export const severityOf = (rule: Rule, settings: LintSettings): Severity | 'off' => {
  const chosen = settings.rules ?? {};
  const group = rule.meta.id.slice(0, rule.meta.id.indexOf('/'));
  return chosen[rule.meta.id] ?? chosen[group] ?? rule.meta.severity;
};

/** What the statutory forms ask for cannot be asked of a report that is older than they are. */
const FORM_GROUPS: readonly string[] = ['structure', 'table', 'consistency'];
const asksForForm = (id: RuleId): boolean =>
  id !== 'structure/unsupported-year' && FORM_GROUPS.includes(id.slice(0, id.indexOf('/')));

/** Run every rule that is on over a report. Never throws; pure. */
export function lintReport(report: Report, settings: LintSettings = {}, list: readonly Rule[] = rules): LintResult {
  const locale = settings.locale ?? 'zh';
  const context: RuleContext = {
    allowedTerms: new Set((settings.allowedTerms ?? []).map((term) => term.toLowerCase())),
    fileName: settings.fileName,
  };
  const problems: Problem[] = [];
  const outcomes: CheckOutcome[] = [];
  const old = isBeforeForms(report);
  for (const rule of list) {
    if (old && asksForForm(rule.meta.id)) continue;
    const { id, messages, forms, severity: usual } = rule.meta;
    const chosen = severityOf(rule, settings);
    if (chosen === 'off' || (forms && !forms.includes(report.form.id))) continue;
    for (const outcome of rule.check(report, context)) {
      if (outcome.status !== 'failed') {
        outcomes.push({ rule: id, ...outcome });
        continue;
      }
      const { finding } = outcome;
      outcomes.push({ rule: id, subject: outcome.subject, status: 'failed' });
      problems.push({
        rule: id,
        messageId: finding.messageId,
        // A severity that the user chose wins over the one a finding carries.
        severity: chosen === usual ? (finding.severity ?? usual) : chosen,
        message: fill(messages[finding.messageId]?.[locale] ?? finding.messageId, finding.data),
        span: finding.span,
        related: (finding.related ?? []).map(({ span, message }) => ({ span, message: message[locale] })),
        fixes: (finding.fixes ?? []).map((fix) => ({ ...fix, title: fix.title[locale] })),
        ...(finding.term !== undefined && { term: finding.term }),
      });
    }
  }
  problems.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : 1));
  return { problems, outcomes, year: report.year, form: report.form.id };
}
