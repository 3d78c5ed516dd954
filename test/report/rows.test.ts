import { describe, expect, it } from 'vitest';
import { type CellId, cellId } from '../../server/src/forms/index.ts';
import { readReport } from '../../server/src/index.ts';
import { cellIn, rowIn } from '../../server/src/report/find.ts';
import type { Report } from '../../server/src/report/report.ts';
import { LAYOUT_CASES } from '../support/cases.ts';
import { type Draft, draft } from '../support/draft.ts';

const read = (written: Draft): Report => readReport(written.text, { format: written.format });

/** Every cell that was read says what was written in it; what could not be placed is not there. */
function expectNoGuess(written: Draft, report: Report): CellId[] {
  const lost: CellId[] = [];
  const guessed: string[] = [];
  for (const [id, text] of written.printed) {
    const cell = cellIn(report, id);
    if (!cell) lost.push(id);
    else if (cell.raw.trim() !== text) guessed.push(`${id}: ${cell.raw} for ${text}`);
  }
  expect(guessed).toEqual([]);
  return lost;
}

const rowOf = (id: CellId): string => id.split('/')[1] ?? '';

describe.each(LAYOUT_CASES)('rows in $name', ({ layout, form }) => {
  it('names rows that are missing and reads all others', () => {
    const dropRows = ['granted', 'denied.secret', 'notHandled.repeat', 'coercion'];
    const report = read(draft({ layout, form, faults: { dropRows } }));
    expect(report.tables.requests?.missingRows.map(({ key }) => key)).toEqual([
      'granted',
      'denied.secret',
      'notHandled.repeat',
    ]);
    expect(report.tables.proactive?.missingRows.map(({ key }) => key)).toEqual(['coercion']);
    expect(report.tables.requests?.rows.every(({ cells }) => cells.length === 7)).toBe(true);
  });

  it('keeps a subtotal apart and adds it to no row', () => {
    const extra = { after: 'denied.inquiry', label: '小计', values: ['5', '0', '0', '0', '0', '0', '5'] };
    const written = draft({ layout, form, faults: { extraRows: [extra] } });
    const report = read(written);
    expect(expectNoGuess(written, report)).toEqual([]);
    expect(report.tables.requests?.extraRows.map(({ label }) => label)).toEqual(['小计']);
    expect(report.unread.map(({ reason }) => reason)).toEqual(['values-without-row']);
  });

  it.each([23, 25] as const)('reads a requests table of %i rows whatever the form', (requestRows) => {
    const written = draft({ layout, form, requestRows, seed: 21 });
    const report = read(written);
    expect(expectNoGuess(written, report)).toEqual([]);
    expect(report.form.id).toBe(form);
    expect(report.tables.requests?.rows.length).toBe(requestRows);
    expect(report.tables.requests?.equations.length).toBe(requestRows + 14);
  });

  it('says that a row with a cell too few is torn, and binds none of its numbers', () => {
    for (const column of ['natural', 'research', 'otherOrg']) {
      const lost = cellId('requests', 'partial', column);
      const written = draft({ layout, form, seed: 22, faults: { dropCells: [lost] } });
      const report = read(written);
      expect([...new Set(expectNoGuess(written, report).map(rowOf))]).toEqual(['partial']);
      expect(rowIn(report.tables.requests, 'partial')?.torn?.expected).toBe(7);
      expect(report.unread.map(({ reason }) => reason)).toEqual(['torn-row']);
    }
  });

  it('moves no number into the place of a lost last cell', () => {
    const lost = cellId('requests', 'partial', 'total');
    const { text, format, printed } = draft({ layout, form, seed: 22, faults: { dropCells: [lost] } });
    const report = readReport(text, { format });
    for (const [id, written] of printed) {
      const value = cellIn(report, id);
      if (id === lost) expect(value?.value ?? 'blank').toBe('blank');
      else if (value) expect(value.raw, id).toBe(written);
    }
  });

  it('reads a blank cell as blank where the layout shows it, and else says that the row is torn', () => {
    for (const column of ['natural', 'research', 'total']) {
      const blank = cellId('requests', 'denied.law', column);
      const written = draft({ layout, form, seed: 23, cells: { [blank]: '' } });
      const report = read(written);
      const lost = expectNoGuess(written, report).map(rowOf);
      if (layout.showsBlanks) {
        expect(lost).toEqual([]);
        expect(cellIn(report, blank)?.value).toBe('blank');
      } else {
        expect([...new Set(lost)]).toEqual(['denied.law']);
      }
    }
  });

  it('reads marks that stand for nothing, units and notes', () => {
    const [mark, unit, note] = ['natural', 'business', 'research'].map((column) => cellId('requests', 'new', column));
    if (!mark || !unit || !note) throw new Error('no cells');
    const written = draft({ layout, form, cells: { [mark]: '/', [unit]: '3件', [note]: '2（其中补正1件）' } });
    const report = read(written);
    expect(cellIn(report, mark)?.value).toBe('placeholder');
    expect(cellIn(report, unit)).toMatchObject({ value: { units: 3, scale: 0 }, suffix: '件' });
    expect(cellIn(report, note)).toMatchObject({ value: { units: 2, scale: 0 } });
  });

  it('reads a whole row of dashes as placeholders', () => {
    const keys = ['natural', 'business', 'research', 'ngo', 'legal', 'otherOrg', 'total'];
    const cells = Object.fromEntries(keys.map((column) => [cellId('requests', 'unable.unclear', column), '-']));
    const written = draft({ layout, form, cells });
    const report = read(written);
    expect(expectNoGuess(written, report)).toEqual([]);
    expect(rowIn(report.tables.requests, 'unable.unclear')?.cells.map(({ value }) => value)).toEqual(
      keys.map(() => 'placeholder'),
    );
  });
});
