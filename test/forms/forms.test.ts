import { describe, expect, it } from 'vitest';
import { isPrinted, toGrid } from '../../server/src/forms/grid.ts';
import { FORMS, type FormTable, formOfYear, headingOf, STATUTORY_FORMS } from '../../server/src/forms/index.ts';
import { SECTIONS } from '../../server/src/forms/sections.ts';

const cellCount = ({ blocks }: FormTable): number =>
  blocks.reduce((sum, { rows, columns }) => sum + rows.length * columns.length, 0);

describe.each([
  ['2021', { proactive: 10, requests: 175, review: 15, equations: 42 }],
  ['2019', { proactive: 22, requests: 161, review: 15, equations: 40 }],
] as const)('form %s', (id, expected) => {
  const form = FORMS[id];

  it('has as many cells and equations as the official attachment', () => {
    expect(cellCount(form.tables.proactive)).toBe(expected.proactive);
    expect(cellCount(form.tables.requests)).toBe(expected.requests);
    expect(cellCount(form.tables.review)).toBe(expected.review);
    expect(form.equations.length).toBe(expected.equations);
  });

  it('names every row and column once, and no key holds a slash', () => {
    for (const { blocks } of Object.values(form.tables)) {
      const rows = blocks.flatMap((block) => block.rows.map(({ key }) => key));
      expect(new Set(rows).size).toBe(rows.length);
      for (const { columns } of blocks) {
        expect(new Set(columns.map(({ key }) => key)).size).toBe(columns.length);
        expect(columns.some(({ key }) => key.includes('/'))).toBe(false);
      }
    }
  });

  it('has equations over cells that exist only', () => {
    const printed = new Set<string>();
    for (const table of Object.values(form.tables)) {
      for (const slot of toGrid(table, () => '0').flat()) if (isPrinted(slot) && slot.cell) printed.add(slot.cell);
    }
    for (const { left, right } of form.equations) {
      for (const cell of [...left, ...right]) expect(printed).toContain(cell);
    }
  });

  it('prints every table as a full matrix', () => {
    for (const table of Object.values(form.tables)) {
      const grid = toGrid(table, () => '0');
      expect(new Set(grid.map((row) => row.length)).size).toBe(1);
      expect(grid.flat().filter((slot) => isPrinted(slot) && slot.cell).length).toBe(cellCount(table));
    }
  });
});

describe('the sections', () => {
  it('are six, numbered in order, and share no name', () => {
    expect(SECTIONS.map(headingOf).map((heading) => heading.slice(0, 2))).toEqual([
      '一、',
      '二、',
      '三、',
      '四、',
      '五、',
      '六、',
    ]);
    const names = SECTIONS.flatMap(({ title, aliases }) => [title, ...aliases]);
    expect(new Set(names).size).toBe(names.length);
  });

  it('follow the year', () => {
    expect([2019, 2020, 2021, 2026].map((year) => formOfYear(STATUTORY_FORMS, year).id)).toEqual([
      '2019',
      '2019',
      '2021',
      '2021',
    ]);
  });
});
