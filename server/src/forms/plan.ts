import { foldLabel } from '../text/fold.ts';
import { once } from '../text/once.ts';
import { type CellId, cellId, type FormBlock, type FormColumn, type FormRow, type FormTable } from './form.ts';

/** Wordings of the form by their folded form. */
export type Wordings = ReadonlyMap<string, string>;

export interface CellPlan {
  readonly id: CellId;
  readonly column: FormColumn;
}

/** What a reader needs of a row of the form, computed once. */
export interface RowPlan {
  readonly row: FormRow;
  readonly block: FormBlock;
  /** Its place among the rows of the table. */
  readonly index: number;
  /** In column order. */
  readonly cells: readonly CellPlan[];
  /** The folded label. */
  readonly label: string;
  /** Other wordings of the label, folded. */
  readonly others: readonly (readonly [wording: string, how: 'alias' | 'outdated'])[];
  /** The merged labels before it. */
  readonly groups: Wordings;
  /** The head of its block with the merged labels before it: what may stand above a block's first row. */
  readonly heads: Wordings;
}

export interface TablePlan {
  readonly rows: readonly RowPlan[];
  /** The rows whose label ends in a character, by its code. */
  readonly endingIn: ReadonlyMap<number, readonly RowPlan[]>;
  readonly byKey: ReadonlyMap<string, RowPlan>;
  readonly places: ReadonlyMap<CellId, { readonly row: number; readonly column: number }>;
}

export const planOf = once((table: FormTable): TablePlan => {
  const rows = table.blocks
    .flatMap((block) => block.rows.map((row) => ({ block, row })))
    .map(({ block, row }, index) => toRowPlan(table, block, row, index));
  const endingIn = new Map<number, RowPlan[]>();
  for (const row of rows) {
    for (const end of new Set([row.label, ...row.others.map(([wording]) => wording)].map(lastCode))) {
      const known = endingIn.get(end);
      if (known) known.push(row);
      else endingIn.set(end, [row]);
    }
  }
  return {
    rows,
    endingIn,
    byKey: new Map(rows.map((row) => [row.row.key, row])),
    places: new Map(
      rows.flatMap(({ cells, index }) => cells.map(({ id }, column) => [id, { row: index, column }] as const)),
    ),
  };
});

const lastCode = (text: string): number => text.charCodeAt(text.length - 1);

function toRowPlan(table: FormTable, block: FormBlock, row: FormRow, index: number): RowPlan {
  const groups = row.under ?? [];
  return {
    row,
    block,
    index,
    cells: block.columns.map((column) => ({ id: cellId(table.id, row.key, column.key), column })),
    label: foldLabel(row.label),
    others: [
      ...(row.aliases ?? []).map((label) => [foldLabel(label), 'alias'] as const),
      ...(row.outdated ?? []).map((label) => [foldLabel(label), 'outdated'] as const),
    ],
    groups: wordings(groups),
    heads: wordings([...headLabels(block), ...groups]),
  };
}

const wordings = (labels: readonly string[]): Wordings => new Map(labels.map((label) => [foldLabel(label), label]));

/** What the form prints above a block's rows. */
export function headLabels(block: FormBlock): string[] {
  const labels = block.columns.flatMap((column) => [column.label, ...(column.aliases ?? []), ...(column.under ?? [])]);
  return [...(block.caption ? [block.caption] : []), ...(block.corner ? [block.corner] : []), ...new Set(labels)];
}
