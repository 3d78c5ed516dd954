import type { LintResult } from '../check/lint.ts';
import { reportView } from '../language/report-view.ts';
import { viewBody, viewPage } from '../language/report-view-html.ts';
import { VIEW_STYLE } from '../language/report-view-style.ts';
import type { Report } from '../report/report.ts';
import type { Locale } from '../rules/rule.ts';
import type { ReportViewResult } from './protocol.ts';

/** The report drawn for the client’s view; the page to save only when it is asked for. */
export function toReportView(
  version: number,
  report: Report,
  result: LintResult,
  locale: Locale,
  page: boolean,
): ReportViewResult {
  const view = reportView(report, result, locale);
  return {
    version,
    html: viewBody(view, locale),
    style: VIEW_STYLE,
    ...(page && { page: viewPage(view, locale) }),
  };
}
