import { type Grid, isPrinted, type Slot } from '../../forms/grid.ts';
import type { TableId } from '../../forms/index.ts';

/** What a draft holds, whatever it is written in: what a document, a page or a text is made of. */
export type Block =
  | { readonly kind: 'title'; readonly lines: readonly string[] }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** 发布机关 and 成文日期 at the end. */
  | { readonly kind: 'signature'; readonly text: string }
  | TableBlock;

export interface TableBlock {
  readonly kind: 'table';
  /** Undefined for a table that is no statutory one, or could not be read as one: its rows as they stand. */
  readonly id: TableId | undefined;
  readonly grid: Grid;
  /** This many rows are its head, to be repeated on each page. */
  readonly heads: number;
}

/** A cell of a grid with the rows and columns that it takes. */
export interface Placed {
  readonly text: string;
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
  readonly isValue: boolean;
}

/** The cells of each row, those that a cell from above covers left out. */
export function placedCells(grid: Grid): Placed[][] {
  return grid.map((row, at) =>
    row.flatMap((slot, column): Placed[] => {
      if (!isPrinted(slot)) return [];
      const columns = 1 + runOf(row.slice(column + 1), 'covered-left');
      const rows =
        1 +
        runOf(
          grid.slice(at + 1).map((below) => below[column]),
          'covered-above',
        );
      return [{ text: slot.text, column, columns, rows, isValue: slot.cell !== undefined }];
    }),
  );
}

/** How many slots at the beginning are covered that way. */
function runOf(slots: readonly (Slot | undefined)[], covered: Slot): number {
  const end = slots.findIndex((slot) => slot !== covered);
  return end < 0 ? slots.length : end;
}
