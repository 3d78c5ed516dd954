import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Grid, isPrinted } from '../../server/src/forms/grid.ts';
import type { CellId } from '../../server/src/forms/index.ts';
import { readReport } from '../../server/src/index.ts';
import { cellEdits, isWritable } from '../../server/src/language/cell-edits.ts';
import { alarms, check, found, only } from '../support/check.ts';
import { type Draft, draft } from '../support/draft.ts';
import { expectMended } from '../support/fixes.ts';
import type { TestLayout } from '../support/layouts.ts';
import { randomFrom } from '../support/random.ts';
import { TEARINGS } from '../support/torn.ts';

// A torn capture of a right report is read exactly or not at all.

/** Numbers and labels parted so that the sums alone tell what belongs to what. */
const READ = [
  'blocks: labels, then their numbers column by column',
  'blocks: numbers column by column, then the labels',
  'numbers before their label, a cell a line',
  'the whole table column by column',
  'all labels, then all lines of numbers',
  'groups of labels, then their lines of numbers',
  'all numbers, then all labels',
  'pages of labels, then pages of numbers, with the pages’ own numbers',
  'HTML, labels and numbers in two tables side by side',
  'HTML, a paragraph a cell, column by column',
];

const requestsOf = ({ text, format, printed }: Draft) => {
  const report = readReport(text, { format });
  const own = [...printed].filter(([id]) => id.startsWith('requests/'));
  const cells = report.tables.requests?.cells;
  return {
    why: report.strayTables.find(({ id }) => id === 'requests')?.why,
    read: cells?.size ?? 0,
    wrong: own.flatMap(([id, said]) => (!cells || cells.get(id)?.raw.trim() === said ? [] : id)),
  };
};

const CASES = TEARINGS.filter(({ name }) => READ.includes(name)).flatMap((layout) =>
  (['2021', '2019'] as const).flatMap((form) =>
    (['zero', 'small', 'large'] as const).map((size) => ({
      name: `${layout.name}, ${form}, ${size}`,
      layout,
      form,
      size,
    })),
  ),
);

describe.each(CASES)('$name', ({ layout, form, size }) => {
  const torn = draft({ layout, form, size, seed: 17 });

  it('is read whole by its sums, and told as torn in an information', () => {
    const { why, read, wrong } = requestsOf(torn);
    expect([why, wrong]).toEqual(['pieced', []]);
    expect(read).toBe(form === '2021' ? 175 : 161);
    const pieced = only(found(check(torn), 'table/unreadable').filter(({ messageId }) => messageId === 'pieced'));
    expect(pieced.severity).toBe('information');
    const [fix] = pieced.fixes;
    if (torn.format === 'html') expect(fix).toBeUndefined();
    else {
      const text = fix ? expectMended(torn.text, pieced, fix, torn.format) : '';
      expect(requestsOf({ ...torn, text })).toEqual({ why: undefined, read, wrong: [] });
    }
  });
});

const labelsOf = (row: Grid[number]): string[] =>
  row.flatMap((slot) => (isPrinted(slot) && !slot.cell ? slot.text : []));
const valuesOf = (row: Grid[number]): string[] =>
  row.flatMap((slot) => (isPrinted(slot) && slot.cell ? slot.text : []));

/** Blocks of rows of any height, the numbers of each by rows, by columns or by a few columns at a time. */
const anyBlocks = (seed: number): TestLayout => ({
  name: 'any blocks',
  id: 'cell-lines',
  format: 'text',
  airy: false,
  showsBlanks: false,
  write(grid) {
    const random = randomFrom(seed);
    const rows = grid.filter((row) => valuesOf(row).length > 0);
    const lines = grid.filter((row) => valuesOf(row).length === 0).flatMap(labelsOf);
    for (let from = 0; from < rows.length; ) {
      const block = rows.slice(from, from + random.int(1, 9));
      const width = valuesOf(block[0] ?? []).length;
      const step = random.pick([1, 1, 2, 3, width]);
      lines.push(...block.flatMap(labelsOf));
      for (let column = 0; column < width; column += step) {
        lines.push(...block.flatMap((row) => valuesOf(row).slice(column, column + step)));
      }
      from += block.length;
    }
    return lines;
  },
});

it('whatever the blocks of a capture, no number is read into a cell that is not its own', () => {
  fc.assert(
    fc.property(
      fc.nat(),
      fc.constantFrom('zero' as const, 'small' as const, 'large' as const),
      fc.constantFrom('2021' as const, '2019' as const),
      (seed, size, form) => {
        expect(requestsOf(draft({ layout: anyBlocks(seed), size, form, seed: seed % 1000 })).wrong).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
});

it('is not written into: one number more or less, and it would be torn again', () => {
  const layout = TEARINGS.find(({ name }) => name === 'the whole table column by column');
  const { text } = draft({ seed: 17, ...(layout && { layout }) });
  const report = readReport(text);
  const cell: CellId = 'requests/new/natural';
  const was = report.tables.requests?.cells.get(cell)?.raw ?? '';
  expect(cellEdits(report, [{ cell, was, text: '7' }])).toEqual({ refused: 'no-place', cell });
  expect(isWritable(report, cell)).toBe(false);
});

describe('is not read', () => {
  const layout = TEARINGS.find(({ name }) => name === 'the whole table column by column');
  const torn = (cells: Partial<Record<CellId, string>> = {}): Draft =>
    draft({ seed: 17, size: 'large', cells, ...(layout && { layout }) });

  it('where a sum of it fails', () => {
    const { why } = requestsOf(torn({ 'requests/granted/natural': '9999' }));
    expect(why).toBe('torn');
  });

  it('where a number is lost', () => {
    expect(requestsOf(torn({ 'requests/granted/natural': '' })).why).toBe('torn');
  });

  it('where its labels do not stand in the form’s order', () => {
    const { text, format } = torn();
    const moved = text.replace(/^(1\.属于国家秘密)\n([^\n]+)$/m, '$2\n$1');
    expect(moved).not.toBe(text);
    expect(readReport(moved, { format }).strayTables.map(({ why }) => why)).not.toContain('pieced');
    expect(alarms(check({ ...torn(), text: moved })).filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
