import { type Counts, countsOf, LEVELS } from '../check/counts.ts';
import type { LintResult, Problem } from '../check/lint.ts';
import { headingOf } from '../forms/index.ts';
import type { Report } from '../report/report.ts';
import { rules } from '../rules/index.ts';
import type { Locale, RuleId, Severity } from '../rules/rule.ts';
import { REASONS } from '../rules/support/reasons.ts';
import type { Span } from '../text/span.ts';
import { quoteOf, toLines } from './quote.ts';
import { type ViewTable, viewTables } from './report-view-tables.ts';

/**
 * The report as a reviewer wants to see it: the three statutory tables as the official form prints them, each cell
 * with what the checks say of it, and the list of what was found, what could not be checked and what is in order.
 */
export interface ReportView {
  readonly title: string;
  readonly year: number | undefined;
  readonly form: string;
  readonly counts: Counts;
  readonly tables: readonly ViewTable[];
  /** The most urgent first; of one level in the order of the text. */
  readonly problems: readonly ViewProblem[];
  readonly unchecked: readonly ViewItem[];
  readonly ignored: readonly ViewItem[];
  /** By section, what was found in order. */
  readonly passed: readonly ViewPassed[];
}

export interface ViewItem {
  readonly text: string;
  /** The heading of the section that it stands in. */
  readonly section: string;
  readonly span?: Span | undefined;
  /** From 1. */
  readonly line?: number | undefined;
}

export interface ViewProblem extends ViewItem {
  /** Names it in a request. */
  readonly fingerprint: string;
  readonly severity: Severity;
  readonly span: Span;
  readonly line: number;
  readonly quote: string;
  /** The titles of its fixes. */
  readonly fixes: readonly string[];
}

export interface ViewPassed {
  readonly section: string;
  readonly checks: readonly { readonly title: string; readonly count: number }[];
}

export function reportView(report: Report, result: LintResult, locale: Locale): ReportView {
  const sectionAt = sectionNames(report, locale);
  const lines = toLines(report.text);
  const problems = byUrgency(result.problems);
  const placed = (span: Span | undefined): Omit<ViewItem, 'text'> => ({
    section: sectionAt(span),
    span,
    line: span && lines.lineAt(span.start),
  });
  return {
    title: report.title?.text ?? (locale === 'zh' ? '（无标题的年度报告）' : '(a report without a title)'),
    year: report.year,
    form: report.form.notice.number,
    counts: countsOf(result),
    tables: viewTables(report, problems),
    problems: problems.map(({ fingerprint, severity, message, span, fixes }) => ({
      fingerprint,
      severity,
      text: message,
      span,
      section: sectionAt(span),
      line: lines.lineAt(span.start),
      quote: quoteOf(report.text, span),
      fixes: fixes.map(({ title }) => title),
    })),
    unchecked: result.outcomes.flatMap(({ status, subject, reason, span }) => {
      if (status !== 'not-checked') return [];
      const why = reason ? REASONS[reason][locale] : '';
      return [{ text: why ? `${subject}（${why}）` : subject, ...placed(span) }];
    }),
    ignored: result.outcomes.flatMap(({ ignored, subject, ignoreReason = '', span }) =>
      ignored ? [{ text: `${subject}（${ignoreReason}）`, ...placed(span) }] : [],
    ),
    passed: passedBySection(result, sectionAt, locale),
  };
}

const byUrgency = (problems: readonly Problem[]): Problem[] =>
  LEVELS.flatMap((level) => problems.filter(({ severity }) => severity === level));

const wholeReport = (locale: Locale): string => (locale === 'zh' ? '全文' : 'The whole report');

/** Of a place, or of none, the heading of its section in the form's words. */
function sectionNames({ form, sections }: Report, locale: Locale): (span: Span | undefined) => string {
  const headings = new Map<number, string>(form.sections.map((section) => [section.number, headingOf(section)]));
  return (span) => {
    const found =
      span && sections.findLast((section) => section.span.start <= span.start && span.start <= section.span.end);
    return (found && headings.get(found.number)) ?? wholeReport(locale);
  };
}

const TITLES = new Map(rules.map(({ meta }) => [meta.id, meta.title]));

/** In the order of the form. */
function passedBySection(
  { outcomes }: LintResult,
  sectionAt: (span: Span | undefined) => string,
  locale: Locale,
): ViewPassed[] {
  const sections = new Map<string, Map<RuleId, number>>([[wholeReport(locale), new Map()]]);
  for (const { status, rule, span } of outcomes) {
    if (status !== 'passed') continue;
    const section = sectionAt(span);
    const counts = sections.get(section) ?? new Map<RuleId, number>();
    sections.set(section, counts.set(rule, (counts.get(rule) ?? 0) + 1));
  }
  return [...sections]
    .filter(([, counts]) => counts.size > 0)
    .map(([section, counts]) => ({
      section,
      checks: [...counts].map(([rule, count]) => ({ title: TITLES.get(rule)?.[locale] ?? rule, count })),
    }));
}
