import { type Grid, isPrinted } from '../../../forms/grid.ts';
import type { Layout } from './layout.ts';
import { spaceRows } from './spaces.ts';

const GAP = '    ';

/** Text of a PDF that keeps its columns by runs of spaces. Read like any text of a PDF: the runs' width says nothing. */
export const pdfColumns: Layout = {
  id: 'pdf-columns',
  between: GAP,
  read: spaceRows.read,
  write(grid) {
    const widths = columnWidths(grid);
    return grid.map((row) =>
      row
        .map((slot, column) => pad(isPrinted(slot) ? slot.text : '', widths[column] ?? 0))
        .join(GAP)
        .trimEnd(),
    );
  },
};

/** In half-width characters. A cell that spans columns makes none of them wider. */
function columnWidths(grid: Grid): number[] {
  const count = grid.reduce((most, row) => Math.max(most, row.length), 0);
  return Array.from({ length: count }, (_, column) =>
    Math.max(
      1,
      ...grid.map((row) => {
        const slot = row[column];
        return slot && isPrinted(slot) && row[column + 1] !== 'covered-left' ? widthOf(slot.text) : 1;
      }),
    ),
  );
}

const widthOf = (text: string): number => [...text].reduce((sum, char) => sum + (char < '\u2e80' ? 1 : 2), 0);

const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));
