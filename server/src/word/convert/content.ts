import { type Grid, isPrinted, type Slot, toGrid } from '../../forms/grid.ts';
import type { CellId } from '../../forms/index.ts';
import { isPageNumber } from '../../report/lines/lines.ts';
import { readReport } from '../../report/read.ts';
import type { ReadOptions, Report, Table } from '../../report/report.ts';
import { detectFormat } from '../../report/source/index.ts';
import { asDrafted, isUnderstood } from '../../rules/support/drafted-table.ts';
import { tableLinesSpan } from '../../rules/support/table-lines.ts';
import { overlaps, type Span, sliceOf, span } from '../../text/span.ts';
import type { Block } from './blocks.ts';

interface Item {
  readonly span: Span;
  readonly blocks: readonly Block[];
}

/**
 * All paragraphs and tables of a draft in order. Nothing is fixed and nothing left out but blank lines, page numbers
 * and comments; a table that is not understood to its last line keeps its rows as they are.
 */
export function contentOf(draft: string, options: ReadOptions = {}): Block[] {
  const view = detectFormat(draft, options.format).view(draft);
  const report = readReport(view?.text ?? draft, view ? { ...options, format: 'text' } : options);
  const items = itemsOf(report).sort((a, b) => a.span.start - b.span.start);
  const blocks: Block[] = [];
  let at = 0;
  for (const item of items) {
    if (item.span.start < at) continue;
    blocks.push(...rest(report, span(at, item.span.start)), ...item.blocks);
    at = item.span.end;
  }
  blocks.push(...rest(report, span(at, report.text.length)));
  return blocks;
}

function itemsOf(report: Report): Item[] {
  const { title, sections, prose, tables, ignoreComments } = report;
  return [
    ...(title ? [{ span: title.span, blocks: [titleBlock(sliceOf(report.text, title.span))] }] : []),
    ...sections.map(({ heading }) => ({
      span: heading.span,
      blocks: [{ kind: 'heading' as const, text: sliceOf(report.text, heading.span).trim() }],
    })),
    ...prose.map(({ span: place, text }) => ({
      span: place,
      blocks: [{ kind: isSigned(report, place) ? ('signature' as const) : ('paragraph' as const), text: text.trim() }],
    })),
    ...ignoreComments.map((comment) => ({ span: comment.span, blocks: [] })),
    ...Object.values(tables).flatMap((table) => tableItems(report, table)),
  ];
}

/** The name of the body and the date, each on a line of its own. */
function isSigned({ signature }: Report, place: Span): boolean {
  if (!signature) return false;
  return overlaps(signature.span, place) || (signature.name !== undefined && overlaps(signature.name.span, place));
}

const titleBlock = (text: string): Block => ({
  kind: 'title',
  lines: text
    .split(/\r\n?|\n/)
    .map((line) => line.replace(/^\s*#+\s*/, '').trim())
    .filter((line) => line !== ''),
});

function tableItems(report: Report, table: Table): Item[] {
  if (!isUnderstood(report, table)) return [];
  const raw = (id: CellId): string =>
    table.cells
      .get(id)
      ?.raw.replace(/[\s\u3000]+/g, ' ')
      .trim() ?? '';
  const grid = toGrid(asDrafted(table), raw);
  const first = grid.findIndex((row) => row.some((slot) => isPrinted(slot) && slot.cell !== undefined));
  return [
    { span: tableLinesSpan(report, table), blocks: [{ kind: 'table', id: table.id, grid, heads: Math.max(0, first) }] },
  ];
}

/** What is nothing else: rows of tables as they stand, and lines. */
function rest(report: Report, place: Span): Block[] {
  const blocks: Block[] = [];
  let rows: string[][] = [];
  const endTable = (): void => {
    if (rows.length > 0) blocks.push({ kind: 'table', id: undefined, grid: gridOf(rows), heads: 0 });
    rows = [];
  };
  let at = place.start;
  for (const line of sliceOf(report.text, place).split(/\r\n|[\r\n]/)) {
    const own = span(at, at + line.length);
    at = own.end + (report.text.startsWith('\r\n', own.end) ? 2 : 1);
    const printed = { from: own.start + line.length - line.trimStart().length, to: own.start + line.trimEnd().length };
    const text = line.replace(/^\s*#+\s+/, '').trim();
    if (text === '' || /^\|?[\s:|-]*-{3}[\s:|-]*$/.test(text) || isPageNumber(report.text, printed)) continue;
    const cells = cellsOf(line);
    if (cells) rows.push(cells);
    else {
      endTable();
      blocks.push({ kind: isSigned(report, own) ? 'signature' : 'paragraph', text });
    }
  }
  endTable();
  return blocks;
}

function cellsOf(line: string): string[] | undefined {
  const parts = line.includes('\t')
    ? line.split('\t')
    : /^\s*\|.*\|/.test(line)
      ? line.trim().slice(1, -1).split('|')
      : [];
  const cells = parts.map((cell) => cell.trim());
  return cells.filter((cell) => cell !== '').length > 1 ? cells : undefined;
}

/** The last cell of a short row is as wide as what is left. */
function gridOf(rows: readonly (readonly string[])[]): Grid {
  const width = Math.max(...rows.map(({ length }) => length));
  return rows.map((row) => [
    ...row.map((text): Slot => ({ text })),
    ...new Array<Slot>(width - row.length).fill('covered-left'),
  ]);
}
