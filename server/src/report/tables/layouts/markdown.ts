import { type Grid, isPrinted } from '../../../forms/grid.ts';
import { padTo, widthOf } from '../../../text/width.ts';
import { defineLayout } from './layout.ts';
import { pipeFields, readPipes } from './pipes.ts';

/** A table of GFM. The first row is its head; covered places are blank cells, because GFM has no spans. */
export const markdown = defineLayout({
  id: 'markdown',
  offered: { zh: 'Markdown 表格', en: 'a Markdown table' },
  rowALine: true,
  wraps: false,
  showsBlanks: true,
  showsMerged: true,
  markup: false,
  format: 'markdown',
  standsApart: true,
  fits: ({ sign }) => sign === 'delimiter-row',
  between: ' | ',
  read: (text, lines) => readPipes(text, lines, false),
  write(grid) {
    const [head = '', ...body] = rowsOf(grid);
    return [head, `|${' --- |'.repeat(grid[0]?.length ?? 1)}`, ...body];
  },
  writeRows: rowsOf,
  tidy: aligned,
});

function rowsOf(grid: Grid): string[] {
  return grid.map((row) => `| ${row.map((slot) => (isPrinted(slot) ? slot.text : '')).join(' | ')} |`);
}

/** Runs of lines with pipes are one table each: a converter may have begun a new one at every block. */
function aligned(lines: readonly string[]): string[] {
  const result: string[] = [];
  let block: string[] = [];
  const endBlock = (): void => {
    result.push(...alignRows(block));
    block = [];
  };
  for (const line of lines) {
    if (/^\s*\|.*\|\s*$/.test(line)) block.push(line);
    else {
      endBlock();
      result.push(line);
    }
  }
  endBlock();
  return result;
}

const DELIMITER = /^:?-+:?$/;

function alignRows(lines: readonly string[]): string[] {
  const rows = lines.map((line) =>
    pipeFields(line.trim())
      .slice(1, -1)
      .map((field) => field.trim()),
  );
  const isDelimiter = rows.map((row) => row.length > 0 && row.every((field) => DELIMITER.test(field)));
  const widths: number[] = [];
  for (const [index, row] of rows.entries()) {
    // A short row's last cell, and the note in the corner, would make a column as wide as a page.
    for (const [column, field] of row.entries()) {
      const width = isDelimiter[index] ? 3 : Math.min(widthOf(field), WIDEST);
      widths[column] = Math.max(widths[column] ?? 3, width);
    }
  }
  return rows.map((row, index) => {
    const cells = row.map((field, column) => {
      const width = widths[column] ?? 3;
      return isDelimiter[index] ? delimiter(field, width) : padTo(field, width);
    });
    return `| ${cells.join(' | ')} |`;
  });
}

/** Half-width characters; （二）部分公开（区分处理的，…） is wider and simply sticks out. */
const WIDEST = 44;

/** `---`, `:--`, `:-:` as long as its column. */
const delimiter = (field: string, width: number): string => {
  const [left, right] = [field.startsWith(':') ? ':' : '', field.length > 1 && field.endsWith(':') ? ':' : ''];
  return `${left}${'-'.repeat(Math.max(1, width - left.length - right.length))}${right}`;
};
