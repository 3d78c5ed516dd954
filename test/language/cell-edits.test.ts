import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellId } from '../../server/src/forms/index.ts';
import { planOf } from '../../server/src/forms/plan.ts';
import { readReport } from '../../server/src/index.ts';
import { cellEdits, shownIn, toEntry } from '../../server/src/language/cell-edits.ts';
import { cellIn } from '../../server/src/report/find.ts';
import type { Report } from '../../server/src/report/report.ts';
import { applyEdits } from '../../server/src/text/span.ts';
import { LAYOUT_CASES } from '../support/cases.ts';
import { type Draft, draft } from '../support/draft.ts';

const read = ({ text, format }: Pick<Draft, 'text' | 'format'>): Report => readReport(text, { format });

/** What every cell of the form holds. */
const cellsOf = (report: Report): Map<CellId, string> =>
  new Map(
    Object.values(report.tables).flatMap(({ rows }) =>
      rows.flatMap(({ cells }) => cells.map((cell) => [cell.id, shownIn(cell)] as const)),
    ),
  );

const layoutsOf = (report: Report): string[] => Object.values(report.tables).map((table) => table.layout);

function entered(report: Report, entries: ReadonlyMap<CellId, string>): string {
  const was = cellsOf(report);
  const changes = [...entries].map(([cell, text]) => ({ cell, text, was: was.get(cell) ?? '' }));
  const answer = cellEdits(report, changes);
  if ('refused' in answer) throw new Error(`${answer.cell}: ${answer.refused}`);
  return applyEdits(report.text, answer.edits).text;
}

describe.each(LAYOUT_CASES)('a cell of the form, $name', ({ layout, form }) => {
  const written = draft({ layout, form, seed: 7 });
  const report = read(written);
  const before = cellsOf(report);
  const ids = [...before.keys()];

  it('takes any number, or none, and no other cell changes', () => {
    const entry = fc.tuple(fc.constantFrom(...ids), fc.constantFrom('0', '7', '318', '12.5', ''));
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 4 }), (entries) => {
        const wanted = new Map(entries);
        const after = read({ text: entered(report, wanted), format: written.format });
        expect(cellsOf(after)).toEqual(new Map([...before, ...wanted]));
        // What a PDF keeps apart is told by its numbers alone: with one less a table of one row is text with blanks.
        if (layout.id !== 'pdf-columns') expect(layoutsOf(after)).toEqual(layoutsOf(report));
      }),
      { numRuns: 12 },
    );
  });

  it('says what was there again when it is entered again', () => {
    const id = ids[9] as CellId;
    const emptied = read({ text: entered(report, new Map([[id, '']])), format: written.format });
    expect(cellIn(emptied, id)?.value).toBe('blank');
    expect(entered(emptied, new Map([[id, before.get(id) ?? '']]))).toBe(report.text);
  });

  it.runIf(layout.showsBlanks)('that was left blank takes a number', () => {
    const blank: CellId[] = ['requests/granted/natural', 'requests/new/total', 'requests/denied.secret/ngo'];
    const cells = Object.fromEntries(blank.map((id) => [id, '']));
    const torn = draft({ layout, form, seed: 7, cells });
    const full = read({ text: entered(read(torn), new Map(blank.map((id) => [id, '5']))), format: torn.format });
    expect(cellsOf(full)).toEqual(new Map([...before, ...blank.map((id) => [id, '5'] as const)]));
  });

  it('of a row that is nothing but its label takes a number, and the others of the row wait', () => {
    const row = planOf(written.requests).byKey.get('notHandled.repeat')?.cells ?? [];
    const bare = draft({ layout, form, seed: 7, faults: { dropCells: row.map(({ id }) => id) } });
    const ids = row.map(({ id }) => id);
    const full = read({ text: entered(read(bare), new Map([[ids[1] as CellId, '5']])), format: bare.format });
    expect(ids.map((id) => cellIn(full, id)?.raw)).toEqual(['待填', '5', '待填', '待填', '待填', '待填', '待填']);
    const others = new Map(before);
    for (const id of ids) others.set(id, id === ids[1] ? '5' : '');
    expect(cellsOf(full)).toEqual(others);
  });
});

describe('what is entered', () => {
  it.each([
    ['12', '12'],
    [' 12 ', '12'],
    ['１２', '12'],
    ['1,234', '1234'],
    ['1，234.5', '1234.5'],
    ['-3', '-3'],
    ['297万元', '297万元'],
    ['/', '/'],
    ['', ''],
    ['待填', ''],
    ['12\n', '12'],
  ])('%j is %j', (text, expected) => {
    expect(toEntry(text)).toBe(expected);
  });

  it.each(['abcd', '1|2', '<b>1</b>', '一、本年新收', '1 | 2', '三件以上的申请', '1'.repeat(60)])(
    '%j is nothing for a cell',
    (text) => {
      expect(toEntry(text)).toBeUndefined();
    },
  );
});

describe('nothing is written', () => {
  const report = read(draft({ seed: 7 }));
  const id: CellId = 'requests/new/natural';
  const was = cellIn(report, id)?.raw ?? '';

  it('over what has come to be there since', () => {
    expect(cellEdits(report, [{ cell: id, was: `${was}1`, text: '4' }])).toEqual({ refused: 'changed', cell: id });
  });

  it('of a block of which one cell cannot be written', () => {
    const changes = [
      { cell: id, was, text: '4' },
      { cell: 'requests/new/total', was: cellIn(report, 'requests/new/total')?.raw ?? '', text: 'abcd' },
    ] as const;
    expect(cellEdits(report, changes)).toEqual({ refused: 'not-a-number', cell: 'requests/new/total' });
  });

  it('into a row that the draft does not have', () => {
    const torn = read(draft({ seed: 7, faults: { dropRows: ['notHandled.repeat'] } }));
    const cell: CellId = 'requests/notHandled.repeat/total';
    expect(cellEdits(torn, [{ cell, was: '', text: '4' }])).toEqual({ refused: 'no-place', cell });
  });

  it('where the cell holds it already', () => {
    expect(cellEdits(report, [{ cell: id, was, text: ` ${was}` }])).toEqual({ edits: [] });
  });
});

it('keeps the unit that the draft writes behind a number', () => {
  const cell: CellId = 'proactive/fees/amount';
  const written = read(draft({ seed: 7, cells: { [cell]: '297 万元' } }));
  expect(entered(written, new Map([[cell, '31.5']]))).toContain('31.5 万元');
});
