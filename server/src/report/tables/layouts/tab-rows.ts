import { isPrinted } from '../../../forms/grid.ts';
import { afterBlanks, beforeBlanks, TAB } from '../../../text/characters.ts';
import { Cells } from './cells.ts';
import { defineLayout, kindAt } from './layout.ts';

/**
 * Cells separated by tabs, a row a line: what a spreadsheet or a word processor copies. Covered cells are empty fields.
 */
export const tabRows = defineLayout({
  id: 'tab-rows',
  offered: { zh: '制表符分隔，每行一条', en: 'rows parted by tabs' },
  rowALine: true,
  wraps: false,
  showsBlanks: true,
  showsMerged: true,
  markup: false,
  standsApart: false,
  fits: ({ tabbedRows, filled }) => tabbedRows * 4 > filled,
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
  tidy: (lines) => lines.map((line) => (line.includes('\t') ? tidyFields(line) : line)),
});

const tidyFields = (line: string): string =>
  line
    .split('\t')
    .map((field) => field.replace(/^ +| +$/g, ''))
    .join('\t');

function addCell(cells: Cells, text: string, start: number, end: number, row: number): void {
  const from = afterBlanks(text, start, end);
  const to = beforeBlanks(text, from, end);
  if (from === end) cells.add(start, start, 'blank', row);
  else cells.add(from, to, kindAt(text, from, to), row);
}
