import { type CellId, cellId, type FormBlock, type FormTable } from './form.ts';

/**
 * A statutory table as printed: a matrix in which a merged cell stands at its upper left corner, and the places that it
 * covers point to that corner. Every layout is written from this one shape.
 */
export interface Printed {
  readonly text: string;
  /** Set on value cells. */
  readonly cell?: CellId;
}

export type Slot = Printed | 'covered-left' | 'covered-above';
export type Grid = readonly (readonly Slot[])[];

export const isPrinted = (slot: Slot): slot is Printed => typeof slot !== 'string';

/** @param print the text of a value cell; a skeleton prints 0. */
export function toGrid(table: FormTable, print: (cell: CellId) => string): Grid {
  const width = Math.max(...table.blocks.map((block) => labelWidth(block) + block.columns.length));
  return table.blocks.flatMap((block) => {
    const rows: Slot[][] = [];
    if (block.caption) rows.push([{ text: block.caption }]);
    rows.push(...headRows(block), ...dataRows(table, block, print));
    return rows.map((row) => widen(row, width));
  });
}

/** How many grid columns the row labels take: 三 | （三）不予公开 | 1.属于国家秘密 takes three, the review table none. */
const labelWidth = (block: FormBlock): number =>
  block.rows.every((row) => row.label === '') ? 0 : Math.max(...block.rows.map((row) => (row.under?.length ?? 0) + 1));

/** The last cell of a short row spans the rest of the table's width. */
function widen(row: Slot[], width: number): Slot[] {
  const missing = Math.max(0, width - row.length);
  return [...row, ...new Array<Slot>(missing).fill(row.at(-1) === 'covered-above' ? 'covered-above' : 'covered-left')];
}

function headRows(block: FormBlock): Slot[][] {
  const paths = block.columns.map((column) => [...(column.under ?? []), column.label]);
  const depth = Math.max(...paths.map((path) => path.length));
  const labels = labelWidth(block);
  return Array.from({ length: depth }, (_, level) => {
    const corner = Array.from({ length: labels }, (_, index): Slot => {
      if (level > 0) return 'covered-above';
      return index === 0 ? { text: block.corner ?? '' } : 'covered-left';
    });
    return [...corner, ...paths.map((path, index) => headSlot(path, paths[index - 1], level))];
  });
}

function headSlot(path: readonly string[], previous: readonly string[] | undefined, level: number): Slot {
  const text = path[level];
  if (text === undefined) return 'covered-above';
  const merged = level < path.length - 1 && previous !== undefined && samePath(path, previous, level);
  return merged ? 'covered-left' : { text };
}

function dataRows(table: FormTable, block: FormBlock, print: (cell: CellId) => string): Slot[][] {
  const labels = labelWidth(block);
  return block.rows.map((row, index) => {
    const before = block.rows[index - 1];
    const path = labels === 0 ? [] : [...(row.under ?? []), row.label];
    const previous = before ? [...(before.under ?? []), before.label] : undefined;
    const cells = Array.from({ length: labels }, (_, level): Slot => {
      const text = path[level];
      if (text === undefined) return 'covered-left';
      const merged = level < path.length - 1 && previous !== undefined && samePath(path, previous, level);
      return merged ? 'covered-above' : { text };
    });
    const values = block.columns.map((column): Slot => {
      const cell = cellId(table.id, row.key, column.key);
      return { text: print(cell), cell };
    });
    return [...cells, ...values];
  });
}

const samePath = (a: readonly string[], b: readonly string[], level: number): boolean =>
  a.slice(0, level + 1).every((part, index) => part === b[index]);
