/** The programmatic interface, all of it: `import { lint, fix } from 'nianbao-lint'`. */
import { composeFixes, fixAll } from './check/fix.ts';
import { type LintResult, type LintSettings, lintReport } from './check/lint.ts';
import type { Judge } from './check/try-fix.ts';
import { readReport } from './report/read.ts';
import type { ReadOptions } from './report/report.ts';
import type { Edit } from './text/span.ts';

export interface LintOptions extends LintSettings, ReadOptions {}

/** Check one draft. Never throws, whatever the text. All positions are UTF-16 offsets into `text`. */
export function lint(text: string, options: LintOptions = {}): LintResult {
  return lintReport(readReport(text, options), options);
}

/** Apply every safe fix until none is left. Running it again changes nothing. */
export function fix(text: string, options: LintOptions = {}): { text: string; applied: number } {
  return fixAll(text, judgeWith(options));
}

/** What `fix` applies, as edits on the given text: the smallest that come to the same. */
export const fixEdits = (text: string, options: LintOptions = {}): Edit[] => composeFixes(text, judgeWith(options));

function judgeWith(options: LintOptions): Judge {
  return (text) => {
    const report = readReport(text, options);
    return { report, result: lintReport(report, options) };
  };
}

export type { CheckOutcome, LintResult, LintSettings, Problem, ProblemFix } from './check/lint.ts';
// What is known of another report: `lint(text, { otherReports: [summaryOf(report, name)] })`.
export { type ReportSummary, summaryOf } from './facts/summary.ts';
// Language features that need no editor; all others are asked of the server (`dist/server.js --stdio`).
export { convertTable } from './language/convert.ts';
export { formatTables } from './language/format.ts';
export { type NewReportOptions, newReport } from './language/new-report.ts';
export { type ReportView, reportView } from './language/report-view.ts';
// The report: plain data, and how to look things up in it.
export { cellIn, rowIn, sectionIn } from './report/find.ts';
export { spanIn } from './report/prose/span-in.ts';
export { ReadCache } from './report/read-cache.ts';
export type { Cell, Issuer, Prose, ReadOptions, Report, Section, Table } from './report/report.ts';
export { isReport } from './report/sniff.ts';
export { rules } from './rules/index.ts';
export type { Locale, Severity } from './rules/rule.ts';
export { applyEdits, type Edit, type InDocument, type Span } from './text/span.ts';
export { lintReport, readReport };
