import { type RowView, type TableView, tablesOf } from '../../facts/rows.ts';
import type { FormRow, FormTable } from '../../forms/index.ts';
import type { Report } from '../../report/report.ts';
import { once } from '../../text/once.ts';
import type { Outcome } from '../rule.ts';

/** What a rule says of a table of the form, written once and not for each draft. */
export function perTable<T>(write: (form: FormTable) => T): (table: TableView) => T {
  const written = once(write);
  return ({ table: { form } }) => written(form);
}

/** What a rule says of a row of the form, written once and not for each draft. */
export function perRow<T>(write: (form: FormTable, row: FormRow) => T): (table: TableView, row: RowView) => T {
  const written = once((form: FormTable) => once((row: FormRow) => write(form, row)));
  return ({ table: { form } }, { row: { row } }) => written(form)(row);
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
