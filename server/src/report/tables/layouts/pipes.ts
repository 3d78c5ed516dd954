import { type Grid, isPrinted } from '../../../forms/grid.ts';
import { afterBlanks, beforeBlanks, MARKUP } from '../../../text/characters.ts';
import type { Lines } from '../../lines/lines.ts';
import { Cells } from './cells.ts';
import { isDelimiterRow } from './delimiter-row.ts';
import { kindAt, kindOf } from './layout.ts';
import { withoutMarks } from './marks.ts';

/**
 * Cells separated by `|`: a row a line (a web page's table copied as text, GFM Markdown), or a cell a line with the
 * row's end shown by `||`, by nothing, or by as many pipes as the row has covered columns.
 */
export function readPipes(text: string, lines: Lines, cellALine: boolean): Cells {
  const cells = Cells.of(lines);
  const fields: number[] = []; // where each field begins and ends
  let row = 0;
  for (let index = 0; index < lines.length; index++) {
    if (isDelimiterRow(text, lines, index)) continue;
    if (cellALine && opensRow(text, lines, index)) {
      row++;
      continue;
    }
    readFields(text, lines.from(index), lines.to(index), fields);
    const count = fields.length / 2;
    const used = cellALine ? Math.max(countFilled(text, fields), 1) : count;
    const isMarked = (lines.chars(index) & MARKUP) !== 0;
    for (let field = 0; field < used; field++) {
      addCell(cells, text, fields[field * 2] ?? 0, fields[field * 2 + 1] ?? 0, row, isMarked);
    }
    if (!cellALine || count > used) row++;
  }
  return cells;
}

/** A pipe at the margin above indented cells is the row's first mark and no blank cell. */
function opensRow(text: string, lines: Lines, index: number): boolean {
  const from = lines.from(index);
  return (
    from === lines.start(index) &&
    lines.to(index) === from + 1 &&
    text.charCodeAt(from) === 0x7c &&
    index + 1 < lines.length &&
    lines.from(index + 1) > lines.start(index + 1)
  );
}

/** The stretches between pipes. A pipe at the line's start or end closes nothing. */
function readFields(text: string, start: number, end: number, fields: number[]): void {
  fields.length = 0;
  let from = text.charCodeAt(start) === 0x7c ? start + 1 : start;
  for (let at = from; at < end; at++) {
    if (text.charCodeAt(at) !== 0x7c || text.charCodeAt(at - 1) === 0x5c) continue;
    fields.push(from, at);
    from = at + 1;
  }
  if (from < end) fields.push(from, end);
  if (fields.length === 0) fields.push(start, start);
}

/** How many fields there are up to the last that holds something. */
function countFilled(text: string, fields: readonly number[]): number {
  for (let last = fields.length - 2; last >= 0; last -= 2) {
    if (text.slice(fields[last], fields[last + 1]).trim() !== '') return last / 2 + 1;
  }
  return 0;
}

/** A blank cell keeps its inner white space as its span, so that filling it leaves ` 0 `. */
function addCell(cells: Cells, text: string, start: number, end: number, row: number, isMarked: boolean): void {
  const from = afterBlanks(text, start, end);
  const to = beforeBlanks(text, from, end);
  if (from === end) cells.add(start, end, 'blank', row);
  else if (isMarked && MAY_BE_MARKED.test(text.slice(from, to))) addMarked(cells, text, from, to, row);
  else cells.add(from, to, kindAt(text, from, to), row);
}

function addMarked(cells: Cells, text: string, from: number, to: number, row: number): void {
  const shown = withoutMarks(text, from, to);
  // A lone * stands where a number goes.
  if (!shown) cells.add(from, to, text.charAt(from) === '*' ? 'value' : 'blank', row);
  else {
    const { start, end, text: clean } = shown;
    cells.add(start, end, kindOf(clean), row, clean.length < end - start ? clean : undefined);
  }
}

const MAY_BE_MARKED = /[*<&]/;

/** Merged cells once, covered places not at all. */
export const printedTexts = (row: Grid[number]): string[] => row.filter(isPrinted).map(({ text }) => text);

/** What stands between pipes; `\|` is a character of a cell. */
export const pipeFields = (line: string): string[] => line.split(/(?<!\\)\|/);

/** `a |b|  c |` → `a | b | c |`. `||` ends a row and `|  |` is a blank cell: the difference is kept. */
export function tidyPipes(line: string): string {
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
