import { type Grid, isPrinted } from '../../forms/grid.ts';
import { trimSpan } from '../../text/fold.ts';
import type { Line } from '../lines.ts';
import { kindOf, type Layout, type RawCell } from './layout.ts';
import { withoutMarks } from './marks.ts';

/**
 * Cells parted by `|`: a row a line (a web page's table copied as text, GFM Markdown), or a cell a line with the
 * row's end shown by `||`, by nothing, or by as many pipes as the row has covered columns.
 */
export function readPipes(text: string, lines: readonly Line[], cellALine: boolean): RawCell[] {
  const cells: RawCell[] = [];
  let row = 0;
  for (const [index, line] of lines.entries()) {
    if (isDelimiterRow(text, line)) continue;
    if (cellALine && opensRow(text, line, lines[index + 1])) {
      row++;
      continue;
    }
    const fields = fieldsOf(text, line);
    const used = Math.max(cellALine ? lastFilled(text, fields) + 1 : fields.length, 1);
    for (const [from, to] of fields.slice(0, used)) cells.push(toCell(text, from, to, row));
    if (!cellALine || fields.length > used) row++;
  }
  return cells;
}

/** A pipe at the margin above indented cells is the row's first mark and no blank cell. */
function opensRow(text: string, line: Line, next: Line | undefined): boolean {
  return (
    line.from === line.start &&
    line.to === line.from + 1 &&
    text[line.from] === '|' &&
    next !== undefined &&
    next.from > next.start
  );
}

type Field = readonly [from: number, to: number];

/** The stretches between pipes. A pipe at the line's start or end closes nothing. */
function fieldsOf(text: string, line: Line): Field[] {
  const fields: Field[] = [];
  let from = text[line.from] === '|' ? line.from + 1 : line.from;
  for (let at = from; at < line.to; at++) {
    if (text.charCodeAt(at) !== 0x7c || text.charCodeAt(at - 1) === 0x5c) continue;
    fields.push([from, at]);
    from = at + 1;
  }
  if (from < line.to) fields.push([from, line.to]);
  if (fields.length === 0) fields.push([line.from, line.from]);
  return fields;
}

function lastFilled(text: string, fields: readonly Field[]): number {
  return fields.findLastIndex(([from, to]) => text.slice(from, to).trim() !== '');
}

/** A blank cell keeps its inner white space as its span, so that filling it leaves ` 0 `. */
function toCell(text: string, from: number, to: number, row: number): RawCell {
  const span = trimSpan(text, from, to);
  if (span.start === span.end) return { start: from, end: to, kind: 'blank', row };
  const raw = text.slice(span.start, span.end);
  if (!MAY_BE_MARKED.test(raw)) return { ...span, kind: kindOf(raw), row };
  const shown = withoutMarks(text, span.start, span.end);
  // A lone * stands where a number goes.
  if (!shown) return { ...span, kind: raw.startsWith('*') ? 'value' : 'blank', row };
  const { start, end, text: clean } = shown;
  return { start, end, kind: kindOf(clean), row, ...(clean.length < end - start && { shown: clean }) };
}

const MAY_BE_MARKED = /[*<&]/;

/** `|---|:--:|` of GFM. A single dash counts between bare pipes only: ` - | - |` are cells that stand for nothing. */
const DELIMITER_ROW = /^\|?(?:\s*(?::?-{3,}:?|:-+:?|-+:)\s*(?:\||$))+$|^\|(?:-{1,2}\|)+$/;

export function isDelimiterRow(text: string, { from, to }: Line): boolean {
  const raw = text.slice(from, to);
  return raw.includes('-') && raw.includes('|') && /^[|\s:-]+$/.test(raw) && DELIMITER_ROW.test(raw);
}

const printed = (row: Grid[number]): string[] => row.filter(isPrinted).map(({ text }) => text);

/** Merged cells once, covered places not at all. */
export const pipeRows: Layout = {
  id: 'pipe-rows',
  between: ' | ',
  read: (text, lines) => readPipes(text, lines, false),
  write: (grid) => grid.map((row) => `${printed(row).join(' | ')} |`),
};

/** A cell a line; the row's last line carries one more pipe for every place that a merged cell covers. */
export const pipeCells: Layout = {
  id: 'pipe-cells',
  between: ' |\n',
  read: (text, lines) => readPipes(text, lines, true),
  write: (grid) =>
    grid.flatMap((row) => {
      const cells = printed(row).map((text) => `${text} |`);
      const covered = row.length - cells.length;
      const last = cells.pop() ?? '|';
      return [...cells, covered > 0 ? `${last} ${'|'.repeat(covered)}` : last];
    }),
};

/** The first row is GFM's head; covered places are blank cells, because GFM has no spans. */
export const markdown: Layout = {
  id: 'markdown',
  between: ' | ',
  read: (text, lines) => readPipes(text, lines, false),
  write(grid) {
    const [head = '', ...body] = markdownRows(grid);
    return [head, `|${' --- |'.repeat(grid[0]?.length ?? 1)}`, ...body];
  },
  writeRows: markdownRows,
};

function markdownRows(grid: Grid): string[] {
  return grid.map((row) => `| ${row.map((slot) => (isPrinted(slot) ? slot.text : '')).join(' | ')} |`);
}
