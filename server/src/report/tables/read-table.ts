import { type CellId, equationsOf, type FormTable } from '../../forms/index.ts';
import type { Span } from '../../text/span.ts';
import type { Cell, Label, Table, TableRow } from '../report.ts';
import type { LayoutId } from './layouts/index.ts';

/** What was read of a table. */
type TableParts = Pick<Table, 'span' | 'rows' | 'missingRows' | 'extraRows' | 'heads'>;

export const toTable = (form: FormTable, layout: LayoutId, parts: TableParts): Table => ({
  id: form.id,
  form,
  layout,
  ...parts,
  equations: equationsOf(form),
  cells: cellsById(parts.rows),
});

function cellsById(rows: readonly TableRow[]): ReadonlyMap<CellId, Cell> {
  const cells = new Map<CellId, Cell>();
  for (const row of rows) for (const cell of row.cells) cells.set(cell.id, cell);
  return cells;
}

export type Lead = (span: Span) => Span;

/** The table with all its places led somewhere else. What was read stays. */
export function movedTable(table: Table, layout: LayoutId, lead: Lead): Table {
  const label = (each: Label): Label => ({ ...each, span: lead(each.span) });
  const row = (each: TableRow): TableRow => ({
    ...each,
    label: each.label && label(each.label),
    groups: each.groups.map(label),
    span: lead(each.span),
    cells: each.cells.map((cell) => ({ ...cell, span: lead(cell.span) })),
    torn: each.torn && { ...each.torn, values: each.torn.values.map(lead) },
  });
  return toTable(table.form, layout, {
    span: lead(table.span),
    rows: table.rows.map(row),
    missingRows: table.missingRows,
    extraRows: table.extraRows.map((each) => ({ ...each, span: lead(each.span) })),
    heads: table.heads.map(label),
  });
}
