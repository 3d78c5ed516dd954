import type { LintResult } from '../check/lint.ts';
import { reportPage, today } from '../language/report-page.ts';
import { reportView } from '../language/report-view.ts';
import { viewBody } from '../language/report-view-html.ts';
import { VIEW_STYLE } from '../language/report-view-style.ts';
import type { Report } from '../report/report.ts';
import type { Locale } from '../rules/rule.ts';
import type { ReportViewResult } from './protocol.ts';

export interface PageRequest {
  readonly uri: string;
  readonly version: string;
}

/** The report drawn for the client’s view; the page to save only when it is asked for. */
export function toReportView(
  version: number,
  report: Report,
  result: LintResult,
  locale: Locale,
  page: PageRequest | undefined,
): ReportViewResult {
  const view = reportView(report, result, locale);
  return {
    version,
    html: viewBody(view, locale),
    style: VIEW_STYLE,
    ...(page && {
      page: reportPage(view, { file: fileNameOf(page.uri), date: today(), version: page.version }, locale),
    }),
  };
}

/** An address that is not well formed is shown as it is. */
function fileNameOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1).replace(/^untitled:/, '');
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
