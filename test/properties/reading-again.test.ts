import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Memory } from '../../server/src/report/memory.ts';
import { readReport } from '../../server/src/report/read.ts';
import type { Report } from '../../server/src/report/report.ts';
import { optionsArbitrary } from '../support/arbitrary.ts';
import { draft } from '../support/draft.ts';
import { changeArbitrary, versionsOf } from './changes.ts';

/** All that a rule can see of a report. */
function seen(report: Report) {
  const { prose, tables, tablesOrigin: _, ...parts } = report.parts;
  return {
    ...parts,
    sectionsByNumber: [1, 2, 3, 4, 5, 6].map((number) => report.section(number as 1)),
    prose: prose.map(({ text, span, section, masks, spanOf }, index) => {
      const lead = spanOf.bind(prose[index]);
      return { text, span, section, masks, places: Array.from(text, (_, at) => lead(at, at + 1)) };
    }),
    tables: Object.values(tables).map((table) => ({
      ...table,
      byKey: table.rows.map(({ row }) => table.row(row.key)),
      byId: table.rows.map((row) => row.cells.map(({ id }) => [report.cell(id), table.cell(id)])),
    })),
  };
}

describe('a draft that is read again after every edit', () => {
  it('is read as if it were read for the first time, in every layout', () => {
    fc.assert(
      fc.property(optionsArbitrary, fc.array(changeArbitrary, { minLength: 1, maxLength: 10 }), (options, changes) => {
        const { text, format } = draft(options);
        const memory = new Memory();
        for (const version of versionsOf(text, changes)) {
          expect(seen(readReport(version, { format }, memory))).toEqual(seen(readReport(version, { format })));
        }
      }),
      { numRuns: 150 },
    );
  }, 120_000);

  it('keeps the tables where nothing moved, and what the paragraphs say wherever they are', () => {
    const { text } = draft();
    const memory = new Memory();
    const before = readReport(text, {}, memory);
    const after = readReport(`${text}\n附件`, {}, memory);
    const again = readReport(`\n${text}`, {}, memory);
    expect(after.tables).toBe(before.tables);
    for (const [index, { content }] of again.prose.entries()) expect(content).toBe(before.prose[index]?.content);
    expect(again.cell('requests/new/natural')?.span.start).toBe(
      (before.cell('requests/new/natural')?.span.start ?? 0) + 1,
    );
  });
});
