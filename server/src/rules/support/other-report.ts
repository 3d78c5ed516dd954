import { cellNameIn } from '../../facts/names.ts';
import type { CellId, TableId } from '../../forms/index.ts';
import { numberIn, type ReportSummary, tableForm } from '../../relations/summary.ts';
import { formatDecimal } from '../../text/decimal.ts';
import type { Span } from '../../text/span.ts';
import type { Related } from '../rule.ts';

export const nameOf = ({ issuer }: ReportSummary): string => issuer?.name ?? '';

const yearText = ({ year }: ReportSummary): string => (year === undefined ? '' : `${year}年度`);

/** Leads to a number of another report. */
export function toNumber(summary: ReportSummary, id: CellId): Related[] {
  const number = numberIn(summary, id);
  const table = summary.numbers[id.slice(0, id.indexOf('/')) as TableId];
  if (!number || !table) return [];
  const name = cellNameIn(tableForm(id.slice(0, id.indexOf('/')) as TableId, table), id);
  const value = formatDecimal(number.value);
  const message = {
    zh: `${nameOf(summary)}${yearText(summary)}报告${name}：${value}`,
    en: `${name} in the report of ${nameOf(summary)} for ${summary.year}: ${value}`,
  };
  return [{ document: summary.document, span: number.span, message }];
}

/** Leads to another report as a whole, or to a place in it. */
export const toReport = (summary: ReportSummary, span: Span = summary.title): Related => ({
  document: summary.document,
  span,
  message: {
    zh: `${nameOf(summary)}${yearText(summary)}报告`,
    en: `the report of ${nameOf(summary)} for ${summary.year}`,
  },
});

/** Where a finding on the report as a whole stands: its title, else the issuer's name, else its first character. */
export const placeOfReport = (report: {
  readonly title?: { readonly span: Span } | undefined;
  readonly issuer?: { readonly span: Span } | undefined;
}): Span => report.title?.span ?? report.issuer?.span ?? { start: 0, end: 0 };
