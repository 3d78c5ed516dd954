import { numberIn, type ReportSummary } from '../../relations/summary.ts';
import type { Cell, Table } from '../../report/report.ts';
import { compareDecimals, type Decimal } from '../../text/decimal.ts';

/** A cell that counts what happened in the year, with its number now and a year before. */
export interface Flow {
  readonly cell: Cell;
  readonly now: Decimal;
  readonly before: Decimal;
}

/** What is handed on from year to year stays as it is where nothing happens, and sums say nothing of their own. */
const isFlow = ({ column, row }: Cell): boolean =>
  column.role !== 'stock' && column.key !== 'lastYearItems' && column.key !== 'total' && row.key !== 'resultTotal';

/** Cells of a table that hold a number in both years. */
export const flowsIn = (table: Table, prior: ReportSummary): Flow[] =>
  [...table.cells.values()].filter(isFlow).flatMap((cell): Flow[] => {
    const before = numberIn(prior, cell.id)?.value;
    return typeof cell.value === 'object' && before ? [{ cell, now: cell.value, before }] : [];
  });

export const isZero = ({ units }: Decimal): boolean => units === 0;

export const isSame = ({ now, before }: Flow): boolean => compareDecimals(now, before) === 0;
