import type { CellId } from '../forms/index.ts';
import type { IssuerKind, Report } from '../report/report.ts';
import type { Decimal } from '../text/decimal.ts';

/** What is known of a report that is not at hand: plain data, and nothing of its prose. */
export interface ReportSummary {
  /** The name under which it was given: a file's path or address. */
  readonly document: string;
  readonly issuer: { readonly name: string; readonly kind: IssuerKind } | undefined;
  readonly year: number | undefined;
  /** The id of the form that it follows. */
  readonly form: string;
  /** The cells that hold a number. */
  readonly cells: Readonly<Partial<Record<CellId, Decimal>>>;
}

export function summaryOf(report: Report, document: string): ReportSummary {
  const { issuer, year, form } = report;
  const cells: Partial<Record<CellId, Decimal>> = {};
  for (const table of Object.values(report.tables)) {
    for (const { id, value } of table.cells.values()) if (typeof value === 'object') cells[id] = value;
  }
  return { document, issuer: issuer && { name: issuer.name, kind: issuer.kind }, year, form: form.id, cells };
}
