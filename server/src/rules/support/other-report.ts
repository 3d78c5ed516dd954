import { placeName } from '../../facts/names.ts';
import type { CellId, FormTable, TableId } from '../../forms/index.ts';
import { planOf } from '../../forms/plan.ts';
import { numberIn, type ReportSummary, tableForm } from '../../relations/summary.ts';
import { formatDecimal } from '../../text/decimal.ts';
import type { Span } from '../../text/span.ts';
import type { Related } from '../rule.ts';

export const nameOf = ({ issuer }: ReportSummary): string => issuer?.name ?? '';

const yearText = ({ year }: ReportSummary): string => (year === undefined ? '' : `${year}年度`);

/** 「四、结转下年度继续办理」总计, in the words of the form that the other report follows. */
export function cellNameIn(form: FormTable, id: CellId): string {
  const plan = planOf(form);
  const place = plan.places.get(id);
  const row = place && plan.rows[place.row];
  const column = place && row?.cells[place.column]?.column;
  return row && column ? placeName(form.id, row.row, column) : id;
}

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
