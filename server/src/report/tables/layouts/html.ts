import { type Grid, isPrinted, type Slot } from '../../../forms/grid.ts';
import { defineLayout } from './layout.ts';
import { tabRows } from './tab-rows.ts';

/** `<table>` with rowspan and colspan, a row a line. It is read from the shown text, where tabs part the cells. */
export const html = defineLayout({
  id: 'html',
  rowALine: false,
  wraps: false,
  showsBlanks: true,
  showsMerged: false,
  markup: true,
  format: 'html',
  standsApart: false,
  // The shown text is in tab rows; whoever leads it back to the source says what it was.
  fits: () => false,
  between: '</td><td>',
  read: tabRows.read,
  write: (grid) => ['<table border="1">', ...rowsOf(grid), '</table>'],
  writeRows: rowsOf,
});

function rowsOf(grid: Grid): string[] {
  return grid.map((row, index) => {
    const cells = row.flatMap((slot, column) => (isPrinted(slot) ? cellOf(grid, index, column, slot.text) : []));
    return `<tr>${cells.join('')}</tr>`;
  });
}

function cellOf(grid: Grid, row: number, column: number, text: string): string {
  const right = (grid[row] ?? []).slice(column + 1);
  const below = grid.slice(row + 1).map((slots) => slots[column]);
  const columns = 1 + lengthOf(right, 'covered-left');
  const rows = 1 + lengthOf(below, 'covered-above');
  const spans = (columns > 1 ? ` colspan="${columns}"` : '') + (rows > 1 ? ` rowspan="${rows}"` : '');
  return `<td${spans}>${escaped(text)}</td>`;
}

/** How many slots at the beginning are covered that way. */
function lengthOf(slots: readonly (Slot | undefined)[], covered: Slot): number {
  const end = slots.findIndex((slot) => slot !== covered);
  return end < 0 ? slots.length : end;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
