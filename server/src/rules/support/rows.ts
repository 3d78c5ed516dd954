import type { FormRow, FormTable } from '../../forms/index.ts';
import { reportFact } from '../../report/fact.ts';
import type { Cell, Report, Table, TableRow } from '../../report/report.ts';
import type { Outcome } from '../rule.ts';

/** The draft's tables, walked once for all rules that look at every row or every cell. */

export interface RowView {
  readonly row: TableRow;
  /** Cells that hold anything else than plain digits, in column order. Most rows have none. */
  readonly odd: readonly Cell[];
  /** The number of the form's row, under which its constants are kept. */
  readonly number: number;
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
  const numbers = rowNumbers(table.form);
  const odd: Cell[] = [];
  const rows: RowView[] = [];
  for (const row of table.rows) {
    const before = odd.length;
    for (const cell of row.cells) if (!isPlain(cell)) odd.push(cell);
    const own = odd.length === before ? NONE : odd.slice(before);
    rows.push({ row, odd: own, number: numbers.get(row.row) ?? 0 });
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

let rowsKnown = 0;
const numbersOf = new WeakMap<FormTable, ReadonlyMap<FormRow, number>>();

/** The rows of one table have consecutive numbers. */
export function rowNumbers(form: FormTable): ReadonlyMap<FormRow, number> {
  let numbers = numbersOf.get(form);
  if (!numbers) {
    numbers = new Map(form.blocks.flatMap(({ rows }) => rows).map((row) => [row, rowsKnown++]));
    numbersOf.set(form, numbers);
  }
  return numbers;
}

/** What a rule says of a table of the form, written once and not for each draft. */
export function perTable<T>(write: (form: FormTable) => T): (table: TableView) => T {
  const known = new Map<FormTable, T>();
  return ({ table: { form } }) => {
    const written = known.get(form);
    if (written !== undefined) return written;
    const fresh = write(form);
    known.set(form, fresh);
    return fresh;
  };
}

/** What a rule says of a row of the form, written once and not for each draft. */
export function perRow<T>(write: (form: FormTable, row: FormRow) => T): (table: TableView, row: RowView) => T {
  const known: T[] = [];
  return ({ table }, { row, number }) => {
    const written = known[number];
    if (written !== undefined) return written;
    const fresh = write(table.form, row.row);
    known[number] = fresh;
    return fresh;
  };
}

/** What a rule has to say of each row, in the order of the form; undefined for a row that is not its subject. */
export function judgeRows<M extends string>(
  report: Report,
  judge: (row: RowView, table: TableView) => Outcome<M> | undefined,
): Outcome<M>[] {
  const outcomes: Outcome<M>[] = [];
  for (const table of tablesOf(report)) {
    for (const row of table.rows) {
      const outcome = judge(row, table);
      if (outcome) outcomes.push(outcome);
    }
  }
  return outcomes;
}
