import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellId } from '../../server/src/forms/index.ts';
import { readReport } from '../../server/src/index.ts';
import { cellEdits, shownIn } from '../../server/src/language/cell-edits.ts';
import { convertTable, TARGETS } from '../../server/src/language/convert.ts';
import { formatTables } from '../../server/src/language/format.ts';
import { newReport } from '../../server/src/language/new-report.ts';
import type { Report, TextFormat } from '../../server/src/report/report.ts';
import { applyEdits, type Edit } from '../../server/src/text/span.ts';
import { check, found, only } from '../support/check.ts';
import { type DraftOptions, draft } from '../support/draft.ts';
import { LAYOUTS } from '../support/layouts.ts';
import { randomFrom } from '../support/random.ts';

// Every table that is written is read back to the same cells, in every layout, blanks included. What a layout cannot
// show is not written in it.

const RUNS = 24;

/** What every cell of the form says; a cell that waits says nothing. */
const cellsOf = (report: Report): Map<CellId, string> =>
  new Map(
    Object.values(report.tables).flatMap(({ rows }) =>
      rows.flatMap(({ cells }) => cells.map((cell) => [cell.id, shownIn(cell)] as const)),
    ),
  );

const readAgain = (report: Report, edits: readonly Edit[]): Map<CellId, string> =>
  cellsOf(readReport(applyEdits(report.text, edits).text, { format: report.format }));

/** Which cells of a draft are left blank: some here and there, whole rows, a whole table, or none. */
type Blanks = 'none' | 'some' | 'many' | 'rows' | 'table';
const KINDS: readonly Blanks[] = ['none', 'some', 'many', 'rows', 'table'];

function blankCells(ids: readonly CellId[], kind: Blanks, seed: number): CellId[] {
  const random = randomFrom(seed);
  if (kind === 'none') return [];
  if (kind === 'some' || kind === 'many') return ids.filter(() => random.chance(kind === 'some' ? 0.03 : 0.5));
  const groupOf = (id: CellId): string =>
    kind === 'rows' ? id.slice(0, id.lastIndexOf('/')) : (id.split('/')[0] ?? '');
  const groups = [...new Set(ids.map(groupOf))].filter(() => random.chance(0.3));
  return ids.filter((id) => groups.includes(groupOf(id)));
}

const options = fc.record({
  layout: fc.constantFrom(...LAYOUTS),
  form: fc.constantFrom('2021' as const, '2019' as const),
  size: fc.constantFrom('zero' as const, 'small' as const, 'large' as const),
  seed: fc.nat(1000),
});

const withBlanks = fc
  .record({ base: options, kind: fc.constantFrom(...KINDS), blanks: fc.nat() })
  .map(({ base, kind, blanks }): DraftOptions => {
    const ids = [...draft(base).printed.keys()];
    // Where an empty cell leaves no trace a draft has 待填 or nothing.
    const empty = base.layout.showsBlanks ? '' : '待填';
    return { ...base, cells: Object.fromEntries(blankCells(ids, kind, blanks).map((id) => [id, empty])) };
  });

const read = (written: DraftOptions): Report => {
  const { text, format } = draft(written);
  return readReport(text, { format });
};

describe('a table that is written anew', () => {
  it.each([...TARGETS.keys()])('in %s reads as it did', (target) => {
    fc.assert(
      fc.property(withBlanks, (written) => {
        const report = read(written);
        for (const table of Object.values(report.tables)) {
          const edits = convertTable(report, table, target);
          if (edits) expect(readAgain(report, edits)).toEqual(cellsOf(report));
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('by tidying its blanks reads as it did', () => {
    fc.assert(
      fc.property(withBlanks, (written) => {
        const report = read(written);
        expect(readAgain(report, formatTables(report))).toEqual(cellsOf(report));
      }),
      { numRuns: RUNS },
    );
  });

  it('from one without blanks is never refused for what it holds', () => {
    const report = read({});
    for (const target of TARGETS.keys()) {
      for (const table of Object.values(report.tables)) {
        if (table.layout !== target) expect(convertTable(report, table, target)).toBeDefined();
      }
    }
  });
});

describe('what is inserted', () => {
  /** The cells of a whole draft, with 0 where something was inserted. */
  const expected = (written: DraftOptions, isInserted: (id: CellId) => boolean): Map<CellId, string> =>
    new Map([...draft(written).printed].map(([id, said]) => [id, isInserted(id) ? '0' : said]));

  const mended = (written: DraftOptions, rule: string): Map<CellId, string> => {
    const torn = draft(written);
    const fix = only(only(found(check(torn), rule)).fixes);
    return readAgain(readReport(torn.text, { format: torn.format }), fix.edits);
  };

  it('as lost rows stands in its place with zeros', () => {
    fc.assert(
      fc.property(options, fc.nat(), fc.integer({ min: 1, max: 3 }), (written, from, count) => {
        const keys = draft(written).requests.blocks.flatMap(({ rows }) => rows.map(({ key }) => key));
        const gone = keys.slice(from % (keys.length - 1)).slice(0, count);
        const isGone = (id: CellId): boolean => id.startsWith('requests/') && gone.includes(id.split('/')[1] ?? '');
        const cells = mended({ ...written, faults: { dropRows: gone } }, 'table/missing-row');
        expect(cells).toEqual(expected(written, isGone));
      }),
      { numRuns: RUNS },
    );
  });

  it('as a lost table stands in its place with zeros', () => {
    const tables = [
      [2, 'proactive/'],
      [3, 'requests/'],
      [4, 'review/'],
    ] as const;
    fc.assert(
      fc.property(options, fc.constantFrom(...tables), (written, [section, table]) => {
        const cells = mended({ ...written, withoutTable: [section] }, 'table/missing-table');
        expect(cells).toEqual(expected(written, (id) => id.startsWith(table)));
      }),
      { numRuns: RUNS },
    );
  });

  it.each([...TARGETS.keys()])('as a new report in %s waits in every cell', (layout) => {
    for (const year of [2019, 2020, 2024, 2025]) {
      const text = newReport({ issuer: '青溪县水利局', kind: 'department', year, layout });
      const format: TextFormat = layout === 'markdown' ? 'markdown' : 'text';
      const report = readReport(text, { format });
      expect(Object.values(report.tables).map((table) => table.layout)).toEqual([layout, layout, layout]);
      const ids = [...draft({ form: year < 2021 ? '2019' : '2021', year }).printed.keys()];
      expect(cellsOf(report)).toEqual(new Map(ids.map((id) => [id, id.startsWith('proactive/') ? '0' : ''])));
    }
  });
});

it('what is entered into cells, or taken out of them, is what they say afterwards', () => {
  fc.assert(
    fc.property(options, fc.constantFrom(...KINDS), fc.nat(), (written, kind, seed) => {
      const report = read(written);
      const before = cellsOf(report);
      const random = randomFrom(seed);
      const entered = new Map(
        blankCells([...before.keys()], kind, seed).map((id) => [id, random.pick(['', '', '7', '0', '1286'])]),
      );
      const answer = cellEdits(
        report,
        [...entered].map(([cell, text]) => ({ cell, text, was: before.get(cell) ?? '' })),
      );
      if ('refused' in answer) throw new Error(`${answer.cell}: ${answer.refused}`);
      expect(readAgain(report, answer.edits)).toEqual(new Map([...before, ...entered]));
    }),
    { numRuns: RUNS },
  );
});
