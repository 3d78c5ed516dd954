import type { Report, Table } from '../report/report.ts';
import type { LayoutId } from '../report/tables/layouts/index.ts';
import { type Edit, type Span, span, touches } from '../text/span.ts';
import { tablesOf } from './places.ts';
import { linesOfTable, type TableLine } from './table-lines.ts';
import { padTo, widthOf } from './text-width.ts';

/**
 * Tidies tables in the layout that they have. Only blanks around cells change, so that no cell, label, number or row
 * can: a line that would differ in anything else is left as it is.
 * @param within only lines that touch this span; columns are still measured over the whole table.
 */
export function formatTables(report: Report, within: Span = span(0, report.text.length)): Edit[] {
  return tablesOf(report).flatMap((table) =>
    tidied(report, table).flatMap(({ line, text }) =>
      text !== line.text && sameButBlanks(text, line.text) && touches(line.span, within)
        ? [{ span: line.span, newText: text }]
        : [],
    ),
  );
}

interface Tidied {
  readonly line: TableLine;
  readonly text: string;
}

function tidied(report: Report, table: Table): Tidied[] {
  const lines = linesOfTable(report, table);
  if (table.layout === 'markdown') return alignedMarkdown(lines);
  const tidy = TIDY[table.layout];
  return tidy ? lines.map((line) => ({ line, text: tidy(line.text) })) : [];
}

const sameButBlanks = (a: string, b: string): boolean => content(a) === content(b);

/** A delimiter row is as long as the columns are wide. */
const content = (line: string): string => {
  const text = line.replace(/\s/g, '');
  return /^[|:-]+$/.test(text) ? text.replace(/-+/g, '-') : text;
};

/**
 * One line of a table, tidied. Layouts that are not here say something by their blanks (columns of a PDF), or are
 * damaged so that nothing in them is sure.
 */
const TIDY: Partial<Record<LayoutId, (line: string) => string>> = {
  'pipe-rows': tidyPipes,
  'pipe-cells': tidyPipes,
  'tab-rows': (line) => (line.includes('\t') ? tabFields(line) : line),
  'cell-lines': (line) => (/^[ \t]+\S/.test(line) ? `\t${line.trim()}` : line),
  'space-rows': (line) => line.trim().replace(/[ \t]+/g, ' '),
};

/** `a |b|  c |` → `a | b | c |`. `||` ends a row and `|  |` is a blank cell: the difference is kept. */
function tidyPipes(line: string): string {
  if (!line.includes('|')) return line.trimEnd();
  const fields = pipeFields(line);
  const last = fields.length - 1;
  const texts = fields.map((raw, index) => {
    const field = raw.trim();
    if (field === '') return raw === '' || index === 0 || index === last ? '' : ' ';
    return `${index === 0 ? '' : ' '}${field}${index === last ? '' : ' '}`;
  });
  return texts.join('|').trimEnd();
}

/** What stands between pipes; `\|` is a character of a cell. */
const pipeFields = (line: string): string[] => line.split(/(?<!\\)\|/);

const tabFields = (line: string): string =>
  line
    .split('\t')
    .map((field) => field.replace(/^ +| +$/g, ''))
    .join('\t');

/** Runs of lines with pipes are one table each: a converter may have begun a new one at every block. */
function alignedMarkdown(lines: readonly TableLine[]): Tidied[] {
  const blocks: TableLine[][] = [[]];
  for (const line of lines) {
    if (/^\s*\|.*\|\s*$/.test(line.text)) blocks.at(-1)?.push(line);
    else if (blocks.at(-1)?.length !== 0) blocks.push([]);
  }
  return blocks.flatMap(alignBlock);
}

const DELIMITER = /^:?-+:?$/;

function alignBlock(lines: readonly TableLine[]): Tidied[] {
  const rows = lines.map(({ text }) =>
    pipeFields(text.trim())
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
  return lines.map((line, index) => {
    const cells = (rows[index] ?? []).map((field, column) => {
      const width = widths[column] ?? 3;
      return isDelimiter[index] ? delimiter(field, width) : padTo(field, width);
    });
    return { line, text: `| ${cells.join(' | ')} |` };
  });
}

/** Half-width characters; （二）部分公开（区分处理的，…） is wider and simply sticks out. */
const WIDEST = 44;

/** `---`, `:--`, `:-:` as long as its column. */
const delimiter = (field: string, width: number): string => {
  const [left, right] = [field.startsWith(':') ? ':' : '', field.length > 1 && field.endsWith(':') ? ':' : ''];
  return `${left}${'-'.repeat(Math.max(1, width - left.length - right.length))}${right}`;
};
