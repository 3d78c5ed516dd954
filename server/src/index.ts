/** The programmatic interface: `import { lint, fix } from 'nianbao-lint'`. */
import { fixAll } from './check/fix.ts';
import { type LintResult, type LintSettings, lintReport } from './check/lint.ts';
import { readReport } from './report/read.ts';
import type { ReadOptions } from './report/report.ts';
import { isReport } from './report/sniff.ts';

export interface LintOptions extends LintSettings, ReadOptions {}

/** Check one draft. Never throws, whatever the text. All positions are UTF-16 offsets into `text`. */
export function lint(text: string, options: LintOptions = {}): LintResult {
  return lintReport(readReport(text, options), options);
}

/** Apply every safe fix until none is left. Running it again changes nothing. */
export function fix(text: string, options: LintOptions = {}): { text: string; applied: number } {
  return fixAll(text, (draft) => lint(draft, options));
}

export type { CheckOutcome, LintResult, LintSettings, Problem, ProblemFix } from './check/lint.ts';
export type { Cell, ReadOptions, Report, Section, Table } from './report/report.ts';
export { rules } from './rules/index.ts';
export type { Locale, Severity } from './rules/rule.ts';
export type { Edit, Span } from './text/span.ts';
export { isReport, readReport };
