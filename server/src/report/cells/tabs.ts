import { isPrinted } from '../../forms/grid.ts';
import { trimSpan } from '../../text/fold.ts';
import { isEmpty } from '../lines.ts';
import { kindOf, type Layout, type RawCell } from './layout.ts';

/** Cells parted by tabs, a row a line: what a spreadsheet or a word processor copies. Covered cells are empty fields. */
export const tabRows: Layout = {
  id: 'tab-rows',
  between: '\t',
  read(text, lines) {
    const cells: RawCell[] = [];
    for (const [row, line] of lines.entries()) {
      if (isEmpty(line) && !text.slice(line.start, line.end).includes('\t')) continue;
      let from = line.start;
      for (let at = line.start; at <= line.end; at++) {
        if (at < line.end && text.charCodeAt(at) !== 0x09) continue;
        cells.push(toCell(text, from, at, row));
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
    const cells: RawCell[] = [];
    let row = 0;
    for (const line of lines) {
      if (!isEmpty(line)) cells.push(toCell(text, line.from, line.to, row));
      else if (/[\t\u00a0\u3000]/.test(text.slice(line.start, line.end))) {
        cells.push({ start: line.end, end: line.end, kind: 'blank', row });
      } else row++;
    }
    return cells;
  },
  write: (grid) =>
    grid.flatMap((row) => {
      const cells = row.filter((slot) => slot !== 'covered-left');
      return [...cells.map((slot) => `\t${isPrinted(slot) ? slot.text : ''}`), ''];
    }),
};

function toCell(text: string, from: number, to: number, row: number): RawCell {
  const span = trimSpan(text, from, to);
  return { ...span, kind: span.start === span.end ? 'blank' : kindOf(text.slice(span.start, span.end)), row };
}
