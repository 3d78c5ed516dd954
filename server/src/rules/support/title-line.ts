import type { Report } from '../../report/report.ts';
import { formatOf } from '../../report/source/index.ts';
import { type Edit, span } from '../../text/span.ts';
import { lineBreakOf, textBounds } from './skeleton.ts';

export const titleOf = (issuer: string, year: number | string): string => `${issuer}${year}年政府信息公开工作年度报告`;

/** The title as a line of its own above the draft's text. */
export function insertTitle(report: Report, title: string): Edit {
  const { start } = textBounds(report);
  const eol = lineBreakOf(report.text);
  const { heading, hasLines, isAiry } = formatOf(report);
  const line = `${hasLines ? heading(title, 1) : title}${eol}${isAiry ? eol : ''}`;
  return { span: span(start, start), newText: line };
}

/**
 * The body's name where a title has it: before a title without one, else in a new title.
 * @returns undefined where the report names its body, or no year that a title could name
 */
export function nameBody(report: Report, issuer: string): Edit | undefined {
  const { title, year } = report;
  if (!title) return year === undefined ? undefined : insertTitle(report, titleOf(issuer, year));
  return title.issuer ? undefined : { span: span(title.span.start, title.span.start), newText: issuer };
}
