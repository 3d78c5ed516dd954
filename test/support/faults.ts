import { type Grid, isPrinted, type Slot } from '../../server/src/forms/grid.ts';
import type { CellId } from '../../server/src/forms/index.ts';

/** What a draft's tables have otherwise than the form. Rows are named by their keys, which no two tables share. */
export interface TableFaults {
  /** Rows to leave out; a merged label that stood before one moves to the next row. */
  readonly dropRows?: readonly string[];
  /** Pairs of rows of one merged label that stand in each other's place. */
  readonly swapRows?: readonly (readonly [string, string])[];
  /** Other wordings of row labels, by row key. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Other wordings of head cells and merged labels, by the form's wording; every one that reads so is replaced. */
  readonly heads?: Readonly<Record<string, string>>;
  /** Rows of the draft's own: 小计. */
  readonly extraRows?: readonly {
    readonly after: string;
    readonly label: string;
    readonly values: readonly string[];
  }[];
  /** Value cells that are simply not there. */
  readonly dropCells?: readonly CellId[];
}

type Row = readonly Slot[];

export const rowKeyOf = (row: Row): string | undefined =>
  row
    .flatMap((slot) => (isPrinted(slot) && slot.cell ? slot.cell.split('/')[1] : undefined))
    .find((key) => key !== undefined);

/** The place of the row's own label: the last printed one before the values. */
export function labelIndex(row: Row): number {
  const first = row.findIndex((slot) => isPrinted(slot) && slot.cell !== undefined);
  return first < 0 ? -1 : row.slice(0, first).findLastIndex(isPrinted);
}

export function withFaults(grid: Grid, faults: TableFaults): Grid {
  let rows: Row[] = grid.map((row) => row.map((slot) => reword(slot, faults)));
  rows = rows.map((row) => relabel(row, faults));
  for (const [one, other] of faults.swapRows ?? []) rows = withSwapped(rows, one, other);
  for (const key of faults.dropRows ?? []) rows = withoutRow(rows, key);
  rows = rows.flatMap((row) => [
    row,
    ...(faults.extraRows ?? []).filter(({ after }) => after === rowKeyOf(row)).map((extra) => extraRow(row, extra)),
  ]);
  const dropped = new Set(faults.dropCells);
  return rows.map((row) => row.filter((slot) => !(isPrinted(slot) && slot.cell && dropped.has(slot.cell))));
}

function reword(slot: Slot, { heads }: TableFaults): Slot {
  const other = isPrinted(slot) && !slot.cell ? heads?.[slot.text] : undefined;
  return other === undefined ? slot : { text: other };
}

function relabel(row: Row, { labels }: TableFaults): Row {
  const text = labels?.[rowKeyOf(row) ?? ''];
  return text === undefined ? row : row.with(labelIndex(row), { text });
}

/** Labels and numbers change their places; merged labels stay. */
function withSwapped(rows: readonly Row[], one: string, other: string): Row[] {
  const [a, b] = [one, other].map((key) => rows.findIndex((row) => rowKeyOf(row) === key));
  const [first, second] = [rows[a ?? -1], rows[b ?? -1]];
  if (a === undefined || b === undefined || !first || !second) return [...rows];
  const own = (row: Row, from: Row): Row => row.map((slot, at) => (at < labelIndex(row) ? slot : (from[at] ?? slot)));
  return rows.with(a, own(first, second)).with(b, own(second, first));
}

function withoutRow(rows: readonly Row[], key: string): Row[] {
  const index = rows.findIndex((row) => rowKeyOf(row) === key);
  const gone = rows[index];
  if (!gone) throw new Error(`no row ${key}`);
  const next = rows[index + 1]?.map((slot, at) => {
    const label = gone[at];
    return slot === 'covered-above' && label && isPrinted(label) ? label : slot;
  });
  return rows.toSpliced(index, 2, ...(next ? [next] : []));
}

function extraRow(row: Row, { label, values }: { readonly label: string; readonly values: readonly string[] }): Row {
  const own = labelIndex(row);
  let value = 0;
  return row.map((slot, at): Slot => {
    if (isPrinted(slot) && slot.cell) return { text: values[value++] ?? '' };
    if (at < own) return 'covered-above';
    return at === own ? { text: label } : slot;
  });
}
