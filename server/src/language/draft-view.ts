import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { LintResult } from '../check/lint.ts';
import type { Report } from '../report/report.ts';
import type { Locale } from '../rules/rule.ts';

/** What every feature answers from: one version of a draft, read and checked once. */
export interface DraftView {
  /** Of the same version as the report; features never wait, so that it stays so. */
  readonly document: TextDocument;
  readonly report: Report;
  readonly result: LintResult;
  readonly locale: Locale;
}
