import { countsOf, resultText } from '../../server/src/check/counts.ts';
import { safeEdits } from '../../server/src/check/fix.ts';
import { type LintResult, lintReport } from '../../server/src/check/lint.ts';
import { OfferedFixes } from '../../server/src/check/offered-fixes.ts';
import type { Judge } from '../../server/src/check/try-fix.ts';
import { fixEdits } from '../../server/src/index.ts';
import { reportPage } from '../../server/src/language/report-page.ts';
import { type ReportView, reportView } from '../../server/src/language/report-view.ts';
import { viewBody } from '../../server/src/language/report-view-html.ts';
import { readReport } from '../../server/src/report/read.ts';
import { ReadCache } from '../../server/src/report/read-cache.ts';
import type { Report } from '../../server/src/report/report.ts';
import { isReport } from '../../server/src/report/sniff.ts';
import type { TextFormat } from '../../server/src/report/source/index.ts';
import type { Locale } from '../../server/src/rules/rule.ts';
import type { Edit } from '../../server/src/text/span.ts';

/** The draft as it stands, read and checked. Everything that the page shows follows from it. */
export interface Checked {
  readonly text: string;
  readonly report: Report;
  readonly result: LintResult;
  readonly view: ReportView;
  /** How many findings have a safe fix. */
  readonly safe: number;
}

export interface DraftFacts {
  readonly format: TextFormat | undefined;
  readonly fileName: string | undefined;
  readonly locale: Locale;
}

/** One draft after another; what has not changed is not read again. */
export class PageChecker {
  readonly #cache = new ReadCache();

  /** @returns undefined when the text is no report: it gets nothing from this tool. */
  check(text: string, { format, fileName, locale }: DraftFacts): Checked | undefined {
    if (!isReport(text)) return undefined;
    const report = readReport(text, reading(format, fileName), this.#cache);
    const result = lintReport(report, { locale });
    const view = reportView(report, result, locale);
    return { text, report, result, view, safe: safeEdits(result).length };
  }
}

const reading = (format: TextFormat | undefined, fileName: string | undefined) => ({
  ...(format && { format }),
  ...(fileName !== undefined && { fileName }),
});

const judgeOf = ({ format, fileName, locale }: DraftFacts): Judge => {
  const options = reading(format, fileName);
  return (text) => {
    const report = readReport(text, options);
    return { report, result: lintReport(report, { locale }) };
  };
};

export const bodyOf = ({ view }: Checked, locale: Locale): string => viewBody(view, locale, 'list');

export const statusOf = ({ result }: Checked, locale: Locale): string => resultText(countsOf(result), locale);

/** The fixes of all findings, each tried first, as far as time allows. */
export const offersOf = ({ report, result }: Checked, facts: DraftFacts): OfferedFixes =>
  new OfferedFixes({ report, result }, judgeOf(facts), facts.locale);

export const allFixes = ({ text }: Checked, { format, fileName, locale }: DraftFacts): readonly Edit[] =>
  fixEdits(text, { ...reading(format, fileName), locale });

/** @param date the day of the check, `2025-01-20` */
export const pageOf = (
  { view }: Checked,
  { fileName = '', locale }: DraftFacts,
  date: string,
  version: string,
): string => reportPage(view, { file: fileName, date, version }, locale);
