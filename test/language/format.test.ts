import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatTables } from '../../server/src/language/format.ts';
import { readReport } from '../../server/src/report/read.ts';
import type { Report, TextFormat } from '../../server/src/report/report.ts';
import { applyEdits } from '../../server/src/text/span.ts';
import { reportArbitrary } from '../support/arbitrary.ts';
import { draft } from '../support/draft.ts';
import { LAYOUTS } from '../support/layouts.ts';
import { allViews } from './views.ts';

const formatted = (text: string, format: TextFormat): string =>
  applyEdits(text, formatTables(readReport(text, { format }))).text;

/** Every statutory cell with what it holds, and how well its row was read. */
const cellsOf = (report: Report): string[] =>
  Object.values(report.tables).flatMap((table) =>
    table.rows.flatMap((row) => [
      ...row.cells.map((cell) => `${cell.id}=${JSON.stringify(cell.value)}${cell.suffix ?? ''}`),
      ...(row.torn ? [`${row.row.key}: torn into ${row.torn.values.length}`] : []),
    ]),
  );

const digitRuns = (text: string): string[] => text.match(/\d+/g) ?? [];

/** A careless hand: more and fewer blanks around pipes, tabs and line ends. */
const untidy = (text: string, seed: number): string => {
  let state = seed;
  const next = (): number => {
    state = (state * 48271 + 11) % 2147483647;
    return state % 3;
  };
  return text
    .split('\n')
    .map((line) =>
      /\||\t/.test(line) && !/^[|: -]+$/.test(line)
        ? line.replace(/(?<=\S) ?\| ?(?=\S)/g, () => `${' '.repeat(next())}|${' '.repeat(next())}`)
        : line,
    )
    .join('\n');
};

function expectSameContent(text: string, format: TextFormat): void {
  const before = readReport(text, { format });
  const tidy = formatted(text, format);
  expect(cellsOf(readReport(tidy, { format }))).toEqual(cellsOf(before));
  expect(digitRuns(tidy)).toEqual(digitRuns(text));
  expect(tidy.replace(/[\s|:-]/g, '')).toBe(text.replace(/[\s|:-]/g, ''));
  expect(formatted(tidy, format)).toBe(tidy);
}

describe.each(LAYOUTS.map((layout) => [layout.name, layout] as const))('%s', (_, layout) => {
  test('changes no cell, no number, no character but blanks, and once is enough', () => {
    for (const form of ['2021', '2019'] as const) {
      const made = draft({ layout, form, seed: 6, cells: { 'requests/granted/natural': '' } });
      expectSameContent(made.text, made.format);
      expectSameContent(untidy(made.text, 7), made.format);
    }
  });
});

test('holds for any correct report', () => {
  fc.assert(
    fc.property(reportArbitrary, fc.nat(), (made, seed) => {
      expectSameContent(made.text, made.format);
      expectSameContent(untidy(made.text, seed + 1), made.format);
    }),
    { numRuns: 30 },
  );
}, 60_000);

test('the samples too', () => {
  for (const { view } of allViews()) expectSameContent(view.report.text, view.report.format);
}, 60_000);

test('pipes get their blanks, columns of Markdown their width', () => {
  const rows = draft({ layout: LAYOUTS[0], seed: 6 }).text;
  const messy = rows.replace('规章 | 0 | 0 | 0 |', '规章|0 |  0|   0 |');
  expect(messy).not.toBe(rows);
  expect(formatted(messy, 'text')).toBe(rows);
  const table = draft({ layout: LAYOUTS.find(({ name }) => name === 'markdown') ?? LAYOUTS[0], seed: 6 });
  const lines = formatted(table.text, 'markdown').split('\n');
  const block = lines.filter((line) => /^\| (?:规章|行政规范性文件|行政许可|信息内容) /.test(line));
  expect(block.length).toBeGreaterThan(3);
  expect(new Set(block.map((line) => [...line].reduce((sum, char) => sum + (char > '\u2e7f' ? 2 : 1), 0))).size).toBe(
    1,
  );
  expect(lines.find((line) => line.startsWith('| ---'))).toMatch(/^\| -{4,}/);
});

test('a range tidies its lines and no other', () => {
  const text = draft({ layout: LAYOUTS[0], seed: 6 }).text.replaceAll(' | ', '|');
  const report = readReport(text);
  const at = text.indexOf('行政许可|');
  const edits = formatTables(report, { start: at, end: at + 2 });
  expect(edits.map(({ newText }) => newText)).toEqual([expect.stringMatching(/^行政许可 \| \d+ \|$/)]);
});
