import { TextDocument } from 'vscode-languageserver-textdocument';
import { type LintResult, type LintSettings, lintReport } from '../check/lint.ts';
import type { Relations } from '../relations/relations.ts';
import { readReport } from '../report/read.ts';
import type { ReadOptions, Report } from '../report/report.ts';
import type { Locale } from '../rules/rule.ts';

/** What every feature answers from: one version of a draft, read and checked once. */
export interface DraftView {
  /** Of the same version as the report; features never wait, so that it stays so. */
  readonly document: TextDocument;
  readonly report: Report;
  readonly result: LintResult;
  readonly locale: Locale;
  /** The reports that it was compared with. */
  readonly relations?: Relations | undefined;
}

export interface ViewOptions extends LintSettings, ReadOptions {
  /** The address that answers give for places in this draft. */
  readonly uri?: string;
}

/** Reads and checks a text for the language features, which all answer from the view. */
export function viewDraft(text: string, options: ViewOptions = {}): DraftView {
  const report = readReport(text, options);
  const document = TextDocument.create(options.uri ?? 'untitled:draft', 'nianbao', 1, text);
  return {
    document,
    report,
    result: lintReport(report, options),
    locale: options.locale ?? 'zh',
    relations: options.relations,
  };
}
