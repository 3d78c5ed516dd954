import type { Token } from './scan.ts';

/** Longer than any cell of the form with its markup's own blanks. */
const LONGEST_CELL = 500;

interface Row {
  /** Indices of the tokens that open its cells. */
  readonly cells: number[];
  holdsTable: boolean;
  length: number;
  longest: number;
}

/**
 * Cells that lay out the page and hold no datum: those of a row in which a cell holds a table or a long text, and the
 * only cell of a row (a page in a frame, or a caption). What stands in them is read as blocks.
 * @returns indices of the tokens that open them.
 */
export function pageCells(tokens: readonly Token[]): Set<number> {
  const found = new Set<number>();
  const rows: (Row | undefined)[] = [];
  const endRow = (): void => {
    const row = rows.at(-1);
    if (row && (row.holdsTable || row.cells.length === 1 || row.longest > LONGEST_CELL)) {
      for (const cell of row.cells) found.add(cell);
    }
    if (rows.length > 0) rows[rows.length - 1] = undefined;
  };
  for (const [index, { kind, name, start, end }] of tokens.entries()) {
    const row = rows.at(-1);
    if (kind === 'text') {
      if (!row) continue;
      row.length += end - start;
      row.longest = Math.max(row.longest, row.length);
    } else if (name === 'table') {
      if (kind === 'open') {
        if (row) row.holdsTable = true;
        rows.push(undefined);
      } else {
        endRow();
        rows.pop();
      }
    } else if (name === 'tr') endRow();
    else if ((name === 'td' || name === 'th') && kind === 'open') {
      if (rows.length === 0) rows.push(undefined);
      if (row) row.cells.push(index);
      else rows[rows.length - 1] = { cells: [index], holdsTable: false, length: 0, longest: 0 };
      if (row) row.length = 0;
    }
  }
  while (rows.length > 0) {
    endRow();
    rows.pop();
  }
  return found;
}
