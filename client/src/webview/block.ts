/** A block of cells copied from a spreadsheet, laid over a table of the form. Pure, so that it can be tried without a view. */

export interface Laid {
  readonly cells: readonly { readonly cell: string; readonly text: string }[];
  /** How many numbers of the block stand outside the table. */
  readonly outside: number;
}

/** A field of a spreadsheet that holds a line break or a quotation mark is quoted. */
const FIELD = /"(?:[^"]|"")*"|[^\t\r\n]*/y;

/** What a spreadsheet copies: fields separated by tabs, rows by line ends. */
export function readBlock(text: string): string[][] {
  const rows: string[][] = [[]];
  for (let at = 0; at < text.length; ) {
    FIELD.lastIndex = at;
    const field = FIELD.exec(text)?.[0] ?? '';
    const isQuoted = field.length > 1 && field.startsWith('"') && field.endsWith('"');
    rows.at(-1)?.push((isQuoted ? field.slice(1, -1).replaceAll('""', '"') : field).trim());
    at += field.length;
    if (text[at] === '\t') {
      at++;
      if (at === text.length) rows.at(-1)?.push('');
    } else if (at < text.length) {
      at += text.startsWith('\r\n', at) ? 2 : 1;
      if (at < text.length) rows.push([]);
    }
  }
  return withoutLabels(rows);
}

const holdsNumber = (field: string | undefined): boolean =>
  /\d/.test(field ?? '') && !/^\d{1,2}[.、．]\D/.test(field ?? '');

/** Columns before the first that holds a number in any row are the labels of the rows. */
function withoutLabels(rows: readonly string[][]): string[][] {
  const first = rows.map((row) => row.findIndex(holdsNumber)).filter((index) => index >= 0);
  const from = first.length === 0 ? 0 : Math.min(...first);
  const isLabel = (field: string | undefined): boolean => field !== undefined && field !== '';
  const labels = from > 0 && rows.some((row) => row.slice(0, from).some(isLabel));
  return labels ? rows.map((row) => row.slice(from)) : [...rows];
}

/** @param table the ids of its value cells, row by row. @param at the row and column of the upper left cell. */
export function layOver(
  table: readonly (readonly string[])[],
  at: readonly [number, number],
  block: readonly string[][],
): Laid {
  const cells: { cell: string; text: string }[] = [];
  let outside = 0;
  for (const [row, fields] of block.entries()) {
    for (const [column, text] of fields.entries()) {
      const cell = table[at[0] + row]?.[at[1] + column];
      if (cell !== undefined) cells.push({ cell, text });
      else if (text !== '') outside++;
    }
  }
  return { cells, outside };
}
