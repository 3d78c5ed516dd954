import { type Grid, isPrinted } from '../../../forms/grid.ts';
import { padTo, widthOf } from '../../../text/width.ts';
import { defineLayout } from './layout.ts';
import { spaceRows } from './space-rows.ts';

const GAP = '    ';

/** Text of a PDF that keeps its columns by runs of spaces. Read like any text of a PDF: the runs' width says nothing. */
export const pdfColumns = defineLayout({
  id: 'pdf-columns',
  offered: { zh: '空格对齐的列', en: 'columns aligned with spaces' },
  rowALine: false,
  wraps: true,
  showsBlanks: false,
  showsMerged: false,
  markup: false,
  standsApart: false,
  fits: ({ columns, numberRows, spacedRows }) => columns * 2 > numberRows + spacedRows,
  between: GAP,
  read: spaceRows.read,
  write(grid) {
    const widths = columnWidths(grid);
    return grid.map((row) =>
      row
        .map((slot, column) => padTo(isPrinted(slot) ? slot.text : '', widths[column] ?? 0))
        .join(GAP)
        .trimEnd(),
    );
  },
});

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
