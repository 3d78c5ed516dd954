import { isPrinted } from '../../../forms/grid.ts';
import { afterBlanks, beforeBlanks, TAB } from '../../../text/characters.ts';
import { Cells } from './cells.ts';
import { kindAt, type Layout } from './layout.ts';

/** Cells parted by tabs, a row a line: what a spreadsheet or a word processor copies. Covered cells are empty fields. */
export const tabRows: Layout = {
  id: 'tab-rows',
  between: '\t',
  read(text, lines) {
    const cells = Cells.of(lines);
    for (let row = 0; row < lines.length; row++) {
      if (lines.isEmpty(row) && (lines.chars(row) & TAB) === 0) continue;
      const end = lines.end(row);
      let from = lines.start(row);
      for (let at = from; at <= end; at++) {
        if (at < end && text.charCodeAt(at) !== 0x09) continue;
        addCell(cells, text, from, at, row);
        from = at + 1;
      }
    }
    return cells;
  },
  write: (grid) => grid.map((row) => row.map((slot) => (isPrinted(slot) ? slot.text : '')).join('\t')),
};

/**
 * One cell a line, indented or not. An empty line ends the row; a line with only a tab (or a no-break or ideographic
 * space) is an empty cell: in a draft with rows it is the place that a merged label covers.
 */
export const cellLines: Layout = {
  id: 'cell-lines',
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
};

/** Tabs, no-break and ideographic spaces. */
function holdsPlace(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x09 || code === 0xa0 || code === 0x3000) return true;
  }
  return false;
}

function addCell(cells: Cells, text: string, start: number, end: number, row: number): void {
  const from = afterBlanks(text, start, end);
  const to = beforeBlanks(text, from, end);
  if (from === end) cells.add(start, start, 'blank', row);
  else cells.add(from, to, kindAt(text, from, to), row);
}
