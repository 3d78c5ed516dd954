import { type Grid, isPrinted } from '../../server/src/forms/grid.ts';
import type { TestLayout } from './layouts.ts';
import { htmlBlock } from './layouts-html.ts';

/** What a capture makes of a table when its text is not copied in the order of reading. Numbers are those of the grid. */

type Row = Grid[number];

const labelsOf = (row: Row): string[] => row.flatMap((slot) => (isPrinted(slot) && !slot.cell ? slot.text : []));
const valuesOf = (row: Row): string[] => row.flatMap((slot) => (isPrinted(slot) && slot.cell ? slot.text : []));
const hasValues = (row: Row): boolean => valuesOf(row).length > 0;

/** Rows that follow one another and have as many numbers each, at most so many together. */
function blocksOf(grid: Grid, most: number): Row[][] {
  const blocks: Row[][] = [];
  for (const row of grid) {
    const last = blocks.at(-1);
    const [first] = last ?? [];
    const fits = first && valuesOf(first).length === valuesOf(row).length && (last?.length ?? 0) < most;
    if (last && fits && hasValues(row)) last.push(row);
    else blocks.push([row]);
  }
  return blocks;
}

const byColumns = (rows: readonly Row[]): string[] =>
  (rows[0] ? valuesOf(rows[0]) : []).flatMap((_, column) => rows.map((row) => valuesOf(row)[column] ?? ''));

const spaced = (lines: readonly string[]): string[] => lines.flatMap((line) => [line, '']);

/** A wrapped label with a letter of the tall label to its left inside. */
function interrupted(label: string, letter: string): string[] {
  if (label.length < 9) return [label];
  const half = Math.ceil(label.length / 2);
  return [label.slice(0, half), letter, label.slice(half)];
}

const TALL = [...'三、本年度办理结果'];

const torn = (name: string, write: (grid: Grid) => string[], more: Partial<TestLayout> = {}): TestLayout => ({
  name,
  id: 'cell-lines',
  write,
  format: 'text',
  airy: false,
  showsBlanks: false,
  ...more,
});

const paragraph = (text: string): string => `<p>${text}</p>`;

const html = (name: string, write: (grid: Grid) => string[]): TestLayout =>
  torn(`HTML, ${name}`, write, { id: 'html', format: 'html', block: htmlBlock });

export const TEARINGS: readonly TestLayout[] = [
  torn('blocks: labels, then their numbers column by column', (grid) =>
    blocksOf(grid, 10).flatMap((rows) => spaced([...rows.flatMap(labelsOf), ...byColumns(rows)])),
  ),
  torn('blocks: numbers column by column, then the labels', (grid) =>
    blocksOf(grid, 7).flatMap((rows) => [...byColumns(rows), '', ...rows.flatMap(labelsOf), '']),
  ),
  torn('numbers before their label, a cell a line', (grid) =>
    grid.flatMap((row) => spaced([...valuesOf(row), ...labelsOf(row)])),
  ),
  torn('numbers before their label, a row a line', (grid) =>
    grid.flatMap((row) => [...(hasValues(row) ? [valuesOf(row).join(' ')] : []), ...labelsOf(row)]),
  ),
  torn('the whole table column by column', (grid) => {
    const rows = grid.filter(hasValues);
    return [...grid.flatMap(labelsOf), ...byColumns(rows)];
  }),
  torn('all labels, then all lines of numbers', (grid) => [
    ...grid.flatMap(labelsOf),
    ...grid.filter(hasValues).map((row) => valuesOf(row).join(' ')),
  ]),
  torn('groups of labels, then their lines of numbers', (grid) =>
    blocksOf(grid, 4).flatMap((rows) => [
      ...rows.flatMap(labelsOf),
      ...rows.filter(hasValues).map((row) => valuesOf(row).join(' ')),
    ]),
  ),
  torn('all numbers, then all labels', (grid) => [
    ...grid.filter(hasValues).flatMap(valuesOf),
    ...grid.flatMap(labelsOf),
  ]),
  torn('letters of the tall label inside the labels', (grid) =>
    grid.flatMap((row, index) => {
      const labels = labelsOf(row).filter((label) => !label.startsWith('三、'));
      const own = labels.flatMap((label) => (hasValues(row) ? interrupted(label, TALL[index % 9] ?? '三') : [label]));
      return [...own, ...(hasValues(row) ? [valuesOf(row).join(' ')] : [])];
    }),
  ),
  torn('the first rows as text, the rest a cell a line', (grid) =>
    grid.flatMap((row, index) =>
      index < grid.length / 3
        ? [[...labelsOf(row), ...valuesOf(row)].join(' ')]
        : spaced([...labelsOf(row), ...valuesOf(row)]),
    ),
  ),
  torn('everything on one line', (grid) => [grid.flatMap((row) => [...labelsOf(row), ...valuesOf(row)]).join('')]),
  torn('everything on one line, parted by blanks', (grid) => [
    grid.flatMap((row) => [...labelsOf(row), ...valuesOf(row)]).join(' '),
  ]),
  torn('pages read from below', (grid) => {
    const half = Math.ceil(grid.length / 2);
    const line = (row: Row): string => [...labelsOf(row), ...valuesOf(row)].join(' ');
    return [...grid.slice(half), ...grid.slice(0, half)].map(line);
  }),
  torn('two columns of numbers at a time', (grid) => {
    const rows = grid.filter(hasValues);
    const starts = Array.from({ length: 8 }, (_, index) => index * 2);
    const pairs = starts.flatMap((from) => rows.map((row) => valuesOf(row).slice(from, from + 2)));
    return [...grid.flatMap(labelsOf), ...pairs.filter((pair) => pair.length > 0).map((pair) => pair.join(' '))];
  }),
  torn(
    'Markdown, a table for each group of rows',
    (grid) => {
      const width = grid[0]?.length ?? 1;
      const line = (row: Row): string => `| ${row.map((slot) => (isPrinted(slot) ? slot.text : '')).join(' | ')} |`;
      const head = grid.findIndex(hasValues);
      const delimiter = `|${' --- |'.repeat(width)}`;
      const groups = blocksOf(grid.slice(head), 6);
      const heads = grid.slice(0, head).map(line);
      return groups.flatMap((rows) => [
        '### ',
        '',
        heads[0] ?? '',
        delimiter,
        ...heads.slice(1),
        ...rows.map(line),
        '',
      ]);
    },
    { id: 'markdown', format: 'markdown', airy: true },
  ),
  torn(
    'Markdown, the heads repeated under a heading on every page',
    (grid) => {
      const line = (row: Row): string => `| ${row.map((slot) => (isPrinted(slot) ? slot.text : '')).join(' | ')} |`;
      const delimiter = `|${' --- |'.repeat(grid[0]?.length ?? 1)}`;
      const head = grid.findIndex(hasValues);
      const pages = blocksOf(grid.slice(head), 9);
      return pages.flatMap((rows, page) => [
        ...(page > 0 ? ['', `### 续表 ${page + 1}`, ''] : []),
        ...grid.slice(0, head).flatMap((row) => [line(row), delimiter]),
        ...rows.map(line),
        '',
      ]);
    },
    { id: 'markdown', format: 'markdown', airy: true },
  ),
  torn('pages of labels, then pages of numbers, with the pages’ own numbers', (grid) =>
    blocksOf(grid, 12).flatMap((rows, page) => [
      ...rows.map((row) => labelsOf(row).join(' ')),
      '',
      ...rows.filter(hasValues).map((row) => valuesOf(row).join('  ')),
      `— ${page + 1} —`,
      '',
    ]),
  ),
  html('labels and numbers in two tables side by side', (grid) => {
    const cells = (row: readonly string[]): string => `<tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`;
    const rows = grid.filter(hasValues);
    return [
      '<table>',
      ...grid.map((row) => cells(labelsOf(row))),
      '</table>',
      '<table>',
      ...rows.map((row) => cells(valuesOf(row))),
      '</table>',
    ];
  }),
  html('a paragraph a cell, column by column', (grid) =>
    [...grid.flatMap(labelsOf), ...byColumns(grid.filter(hasValues))].map(paragraph),
  ),
  html('a paragraph a cell, numbers before their label', (grid) =>
    grid.flatMap((row) => [...valuesOf(row), ...labelsOf(row)]).map(paragraph),
  ),
  html('a table of one column, numbers column by column', (grid) => [
    '<table>',
    ...blocksOf(grid, 8)
      .flatMap((rows) => [...rows.flatMap(labelsOf), ...byColumns(rows)])
      .map((text) => `<tr><td>${text}</td></tr>`),
    '</table>',
  ]),
  html('all of a table in one paragraph', (grid) => [
    paragraph(grid.flatMap((row) => [...labelsOf(row), ...valuesOf(row)]).join('<br>')),
  ]),
];
