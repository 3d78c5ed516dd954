import {
  type CellId,
  type Equation,
  equationsOf,
  type FormRow,
  type FormTable,
  type TableId,
} from '../../forms/index.ts';
import { planOf, type TablePlan } from '../../forms/plan.ts';
import type { Span } from '../../text/span.ts';
import type { Cell, ExtraRow, Label, Table, TableRow } from '../report.ts';
import type { LayoutId } from './layouts/index.ts';

/** What was read of a table. */
export type TableParts = Pick<Table, 'span' | 'rows' | 'missingRows' | 'extraRows' | 'heads'>;

/** A table with its rows found by their place in the form. */
export class ReadTable implements Table {
  readonly id: TableId;
  readonly form: FormTable;
  readonly layout: LayoutId;
  readonly span: Span;
  readonly rows: readonly TableRow[];
  readonly missingRows: readonly FormRow[];
  readonly extraRows: readonly ExtraRow[];
  readonly heads: readonly Label[];
  readonly #plan: TablePlan;
  /** By their place among the rows of the form. */
  readonly #found: (TableRow | undefined)[];

  constructor(form: FormTable, layout: LayoutId, { span, rows, missingRows, extraRows, heads }: TableParts) {
    this.id = form.id;
    this.form = form;
    this.layout = layout;
    this.span = span;
    this.rows = rows;
    this.missingRows = missingRows;
    this.extraRows = extraRows;
    this.heads = heads;
    this.#plan = planOf(form);
    this.#found = this.#plan.rows.map(() => undefined);
    for (const row of rows) {
      const place = this.#plan.byKey.get(row.row.key);
      if (place) this.#found[place.index] = row;
    }
  }

  get equations(): readonly Equation[] {
    return equationsOf(this.form);
  }

  cell(id: CellId): Cell | undefined {
    const place = this.#plan.places.get(id);
    return place && this.#found[place.row]?.cells[place.column];
  }

  row(key: string): TableRow | undefined {
    const place = this.#plan.byKey.get(key);
    return place && this.#found[place.index];
  }
}

export type Lead = (span: Span) => Span;

/** The table with all its places led somewhere else. What was read stays. */
export function movedTable(table: Table, layout: LayoutId, lead: Lead): Table {
  const label = ({ span, raw, expected, match }: Label): Label => ({ span: lead(span), raw, expected, match });
  const cell = ({ id, row, column, span, raw, value, suffix }: Cell): Cell => ({
    id,
    row,
    column,
    span: lead(span),
    raw,
    value,
    suffix,
  });
  const row = (each: TableRow): TableRow => ({
    row: each.row,
    label: each.label && label(each.label),
    groups: each.groups.map(label),
    span: lead(each.span),
    cells: each.cells.map(cell),
    torn: each.torn && { ...each.torn, values: each.torn.values.map(lead) },
  });
  return new ReadTable(table.form, layout, {
    span: lead(table.span),
    rows: table.rows.map(row),
    missingRows: table.missingRows,
    extraRows: table.extraRows.map((each) => ({ ...each, span: lead(each.span) })),
    heads: table.heads.map(label),
  });
}
