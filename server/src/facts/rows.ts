import { planOf } from '../forms/plan.ts';
import { reportFact } from '../report/fact.ts';
import type { Cell, Table, TableRow } from '../report/report.ts';

/** The rows of the draft's tables, walked once for all rules that look at every row or every cell. */

export interface RowView {
  readonly row: TableRow;
  /** Cells that hold anything but plain digits, in column order. Most rows have none. */
  readonly odd: readonly Cell[];
  /** The row's place among the rows of the form. */
  readonly index: number;
}

export interface TableView {
  readonly table: Table;
  readonly rows: readonly RowView[];
  /** Those of all rows. */
  readonly odd: readonly Cell[];
}

/** In the order of the form. */
export const tablesOf = reportFact((report): readonly TableView[] => Object.values(report.tables).map(viewOf));

const NONE: readonly Cell[] = [];

function viewOf(table: Table): TableView {
  const { byKey } = planOf(table.form);
  const odd: Cell[] = [];
  const rows: RowView[] = [];
  for (const row of table.rows) {
    const before = odd.length;
    for (const cell of row.cells) if (!isPlain(cell)) odd.push(cell);
    const own = odd.length === before ? NONE : odd.slice(before);
    rows.push({ row, odd: own, index: byKey.get(row.row.key)?.index ?? 0 });
  }
  return { table, rows, odd };
}

/** A whole number that is not negative, in ASCII digits and nothing else. */
function isPlain({ value, raw, suffix }: Cell): boolean {
  if (typeof value !== 'object' || suffix) return false;
  for (let at = 0; at < raw.length; at++) {
    const code = raw.charCodeAt(at);
    if (code < 0x30 || code > 0x39) return false;
  }
  return true;
}
