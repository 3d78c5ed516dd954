/** The programmatic interface, all of it: `import { lint, fix } from 'nianbao-lint'`. */
import { composeFixes, fixAll } from './check/fix.ts';
import { type LintResult, type LintSettings, lintReport, type Problem } from './check/lint.ts';
import { listedFixes, type OfferedFix } from './check/offered-fixes.ts';
import type { Judge } from './check/try-fix.ts';
import { readReport } from './report/read.ts';
import { ReadCache } from './report/read-cache.ts';
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

/** The fixes that a menu may offer for a problem: those that were tried on a copy, work and break nothing. */
export const offeredFixes = (text: string, options: LintOptions = {}): ((problem: Problem) => readonly OfferedFix[]) =>
  listedFixes(text, judgeWith(options), options.locale ?? 'zh');

function judgeWith(options: LintOptions): Judge {
  const cache = new ReadCache();
  return (text) => {
    const report = readReport(text, options, cache);
    return { report, result: lintReport(report, options) };
  };
}

export type { CheckOutcome, LintResult, LintSettings, Problem, ProblemFix } from './check/lint.ts';
export type { OfferedFix } from './check/offered-fixes.ts';
// Language features: pure functions over `viewDraft(text)`, with positions and answers as the Language Server Protocol
// has them. `dist/server.js --stdio` serves the same to any editor.
export { codeLenses } from './language/code-lens.ts';
export { completions } from './language/completion.ts';
export { convertTable } from './language/convert.ts';
export { definition } from './language/definition.ts';
export { DEFAULT_DISPLAY, type Display } from './language/display.ts';
export { type DraftView, type ViewOptions, viewDraft } from './language/draft-view.ts';
export { foldingRanges } from './language/folding.ts';
export { formatTables } from './language/format.ts';
export { highlight } from './language/highlight.ts';
export { hover } from './language/hover.ts';
export { inlayHints } from './language/inlay-hints.ts';
export { documentLinks } from './language/links.ts';
export { type NewReportOptions, newReport } from './language/new-report.ts';
export { organizeSections } from './language/organize.ts';
export { type Refactor, refactorEdits, refactors } from './language/refactor.ts';
export { references } from './language/references.ts';
export { prepareRename, rename } from './language/rename.ts';
export { type ReportView, reportView } from './language/report-view.ts';
export { selectionRanges } from './language/selection.ts';
export { semanticTokens, TOKEN_MODIFIERS, TOKEN_TYPES } from './language/semantic-tokens.ts';
export { documentSymbols } from './language/symbols.ts';
// What is known of another report: `lint(text, { otherReports: [summaryOf(report, name)] })`.
export { type ReportSummary, summarise, summaryOf } from './relations/summary.ts';
// The report: plain data, and how to look things up in it.
export { cellIn, rowIn, sectionIn } from './report/find.ts';
export { spanIn } from './report/prose/span-in.ts';
export type { Cell, Issuer, Prose, ReadOptions, Report, Section, Table } from './report/report.ts';
export { isReport } from './report/sniff.ts';
export { rules } from './rules/index.ts';
export type { Locale, Severity } from './rules/rule.ts';
export { applyEdits, type Edit, type InDocument, type Span } from './text/span.ts';
export { lintReport, ReadCache, readReport };
