import { type Grid, isPrinted } from '../../server/src/forms/grid.ts';
import type { TextFormat } from '../../server/src/report/report.ts';
import { type LayoutId, layoutById } from '../../server/src/report/tables/layouts/index.ts';
import { pdfColumns, pdfLines } from './layout-pdf.ts';
import { crowdedHtml, htmlBlock, looseHtml, wordBlock, wordHtml } from './layouts-html.ts';
import {
  pipeAtRowStart,
  pipeBeforeCell,
  pipeBeforeIndented,
  pipesAround,
  runsBetweenCells,
  runsBetweenRows,
} from './layouts-pipes.ts';

/** One way in which a draft's tables and prose stand in its text. */
export interface TestLayout {
  readonly name: string;
  /** What the reader calls it. */
  readonly id: LayoutId;
  /** The lines of a table. */
  write(grid: Grid): string[];
  readonly format: TextFormat;
  /** How a line of text stands in the source; in plain text as it is. */
  block?(line: string, kind: 'title' | 'heading' | 'paragraph'): string;
  /** An empty line between paragraphs. */
  readonly airy: boolean;
  /** Prose broken at so many characters, with blanks around numbers, and page numbers between the lines. */
  readonly wrap?: number;
  /** Whether an empty cell leaves a trace; in a PDF's text it leaves none. */
  readonly showsBlanks: boolean;
}

const product = (id: LayoutId) => (grid: Grid) => layoutById(id).write(grid);

const layout = (name: string, id: LayoutId, more: Partial<TestLayout> = {}): TestLayout => ({
  name,
  id,
  write: product(id),
  format: 'text',
  airy: false,
  showsBlanks: true,
  ...more,
});

const texts = (row: Grid[number]): string[] => row.filter(isPrinted).map(({ text }) => text);
const covered = (row: Grid[number]): number => row.length - texts(row).length;

/** Merged cells leave their pipes: 第二十条第（一）项 | ||| */
const pipesForSpans = (grid: Grid): string[] =>
  grid.map((row) => `${texts(row).join(' | ')} |${covered(row) > 0 ? ` ${'|'.repeat(covered(row))}` : ''}`);

const cellALine =
  (end: string) =>
  (grid: Grid): string[] =>
    grid.flatMap((row) => {
      const cells = texts(row).map((text) => `${text} |`);
      return [...cells.slice(0, -1), `${cells.at(-1) ?? '|'}${end}`];
    });

/** Head cells broken over two lines: 本年新 / 制作数量, 总 / 计. */
const SPLIT: Readonly<Record<string, readonly [string, string]>> = {
  总计: ['总', '计'],
  本年制发件数: ['本年制', '发件数'],
  本年新制作数量: ['本年新', '制作数量'],
};

const splitCellLines = (grid: Grid): string[] =>
  product('cell-lines')(grid).flatMap((line) => {
    const halves = SPLIT[line.trim()];
    return halves ? [`\t${halves[0]}`, halves[1]] : [line];
  });

/** An empty line after every cell: the row's end cannot be seen. */
const spacedCells = (grid: Grid): string[] => grid.flatMap((row) => texts(row).flatMap((text) => [text, '']));

/** The first result row torn apart: its labels, an empty line, its numbers. */
const tornTabRows = (grid: Grid): string[] =>
  grid.flatMap((row) => {
    const [line = ''] = product('tab-rows')([row]);
    if (!line.startsWith('三、')) return [line];
    const first = row.findIndex((slot) => isPrinted(slot) && slot.cell !== undefined);
    const fields = line.split('\t');
    return [fields.slice(0, first).join('\t').trimEnd(), '', `${'\t'.repeat(first)}${fields.slice(first).join('\t')}`];
  });

/** A converter that began a new Markdown table at every block. */
const delimitedTwice = (grid: Grid): string[] => {
  const lines = product('markdown')(grid);
  const delimiter = lines[1] ?? '';
  return lines.flatMap((line, index) => (index > 2 && /^\| 第二十条/.test(line) ? [line, delimiter] : [line]));
};

/** Every row's labels on one line, its numbers on the next. */
const tornMarkdown = (grid: Grid): string[] =>
  grid.flatMap((row, index) => {
    const line = (cells: readonly string[]): string[] => (cells.length > 0 ? [`| ${cells.join(' | ')} |`] : []);
    const labels = row.flatMap((slot) => (isPrinted(slot) && slot.cell === undefined ? slot.text : []));
    const values = row.flatMap((slot) => (isPrinted(slot) && slot.cell !== undefined ? slot.text : []));
    return [...line(labels), ...(index === 0 ? ['| --- | --- |'] : []), ...line(values)];
  });

/** Totals in bold, long labels broken, entities for blanks: what a converter of web pages writes. */
const markedMarkdown = (grid: Grid): string[] =>
  product('markdown')(grid).map((line) =>
    line
      .replace(/[（(]七[）)][^ |]+/g, '**$&**')
      .replace(/数量 \|/g, '<br>数量 |')
      .replace(/\| {2}(?=\|)/g, '| &nbsp; ')
      .replace(/信息内容/g, '**信息内容**'),
  );

/** Every layout that the product reads, with the variations that a paste brings. */
export const LAYOUTS: readonly [TestLayout, ...TestLayout[]] = [
  layout('pipe-rows', 'pipe-rows'),
  layout('pipe-rows, pipes for spans', 'pipe-rows', { write: pipesForSpans }),
  layout('pipe-cells', 'pipe-cells', { write: cellALine('') }),
  layout('pipe-cells, row ends', 'pipe-cells'),
  layout('pipe-cells, double row ends', 'pipe-cells', { write: cellALine('|') }),
  layout('pipe-cells, pipe at the row start', 'pipe-cells', { write: pipeAtRowStart }),
  layout('lone-pipes', 'lone-pipes'),
  layout('lone-pipes, before cells', 'lone-pipes', { write: pipeBeforeCell }),
  layout('lone-pipes, before indented cells', 'lone-pipes', { write: pipeBeforeIndented }),
  layout('lone-pipes, opening rows', 'lone-pipes', { write: pipesAround }),
  layout('pipe-runs', 'pipe-runs'),
  layout('pipe-runs, between cells', 'pipe-runs', { write: runsBetweenCells, showsBlanks: false }),
  layout('pipe-runs, on one line', 'pipe-runs', { write: runsBetweenRows }),
  layout('cell-lines', 'cell-lines', { airy: true }),
  layout('cell-lines, split heads', 'cell-lines', { airy: true, write: splitCellLines }),
  layout('cell-lines, spaced', 'cell-lines', { write: spacedCells, showsBlanks: false }),
  layout('tab-rows', 'tab-rows', { airy: true }),
  layout('tab-rows, torn label', 'tab-rows', { airy: true, write: tornTabRows }),
  layout('markdown', 'markdown', { airy: true, format: 'markdown' }),
  layout('markdown, several delimiters', 'markdown', { airy: true, format: 'markdown', write: delimitedTwice }),
  layout('markdown, torn labels', 'markdown', {
    airy: true,
    format: 'markdown',
    write: tornMarkdown,
  }),
  layout('markdown, marked', 'markdown', { airy: true, format: 'markdown', write: markedMarkdown }),
  layout('html', 'html', { format: 'html', block: htmlBlock }),
  layout('html, no closing tags', 'html', { format: 'html', block: htmlBlock, write: looseHtml }),
  layout('html, from a word processor', 'html', { format: 'html', block: wordBlock, write: wordHtml }),
  layout('html, on one line', 'html', { format: 'html', block: htmlBlock, write: crowdedHtml }),
  layout('markdown, HTML table', 'html', { format: 'markdown', airy: true, write: product('html') }),
  layout('space-rows', 'space-rows', { showsBlanks: false }),
  layout('space-rows, PDF', 'space-rows', { write: pdfLines, wrap: 30, showsBlanks: false }),
  layout('pdf-columns', 'pdf-columns', { showsBlanks: false }),
  layout('pdf-columns, PDF', 'pdf-columns', { write: pdfColumns, wrap: 36, showsBlanks: false }),
];

export const layoutNamed = (name: string): TestLayout => {
  const found = LAYOUTS.find((each) => each.name === name);
  if (!found) throw new Error(`no layout ${name}`);
  return found;
};
