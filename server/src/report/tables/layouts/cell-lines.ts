import { isPrinted } from '../../../forms/grid.ts';
import { Cells } from './cells.ts';
import { defineLayout, kindAt } from './layout.ts';

/**
 * One cell a line, indented or not. An empty line ends the row; a line with only a tab (or a no-break or ideographic
 * space) is an empty cell: in a draft with rows it is the place that a merged label covers.
 */
export const cellLines = defineLayout({
  id: 'cell-lines',
  offered: { zh: '每格一行', en: 'a cell a line' },
  rowALine: false,
  wraps: true,
  showsBlanks: true,
  showsMerged: false,
  markup: false,
  standsApart: false,
  fits: ({ numberRows, spacedRows, filled }) => numberRows === 0 && spacedRows * 8 <= filled,
  between: '\n\t',
  read(text, lines) {
    const cells = Cells.of(lines);
    let row = 0;
    for (let index = 0; index < lines.length; index++) {
      const from = lines.from(index);
      const to = lines.to(index);
      const end = lines.end(index);
      if (from < to) cells.add(from, to, kindAt(text, from, to), row);
      else if (holdsPlace(text, lines.start(index), end)) cells.add(end, end, 'blank', row);
      else row++;
    }
    return cells;
  },
  write: (grid) =>
    grid.flatMap((row) => {
      const cells = row.filter((slot) => slot !== 'covered-left');
      return [...cells.map((slot) => `\t${isPrinted(slot) ? slot.text : ''}`), ''];
    }),
  tidy: (lines) => lines.map((line) => (/^[ \t]+\S/.test(line) ? `\t${line.trim()}` : line)),
});

/** Tabs, no-break and ideographic spaces. */
function holdsPlace(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x09 || code === 0xa0 || code === 0x3000) return true;
  }
  return false;
}
