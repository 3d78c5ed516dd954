import { describe, expect, it } from 'vitest';
import { readReport } from '../../server/src/index.ts';
import { cellIn } from '../../server/src/report/find.ts';
import { formatDecimal } from '../../server/src/text/decimal.ts';
import { LAYOUT_CASES } from '../support/cases.ts';
import { sliceOf } from '../support/check.ts';
import { draft } from '../support/draft.ts';

describe.each(LAYOUT_CASES)('reading $name', ({ layout, form }) => {
  const written = [
    draft({ layout, form, seed: 11, size: 'small' }),
    draft({ layout, form, seed: 12, size: 'large' }),
    draft({ layout, form, seed: 13, size: 'zero', width: 'half' }),
    draft({ layout, form, seed: 14, lineBreak: '\r\n', bom: true }),
  ];

  it('finds every statutory cell with its value and its exact place', () => {
    for (const each of written) {
      const report = readReport(each.text, { format: each.format });
      // All cells at once: an assertion for each of them takes longer than to read the draft.
      const read = [...each.printed].map(([id]) => {
        const cell = cellIn(report, id);
        const value = typeof cell?.value === 'object' ? formatDecimal(cell.value) : cell?.value;
        return { id, span: cell?.span, raw: cell?.raw, written: sliceOf(each.text, each.cellAt(id)), value };
      });
      expect(read).toEqual(
        [...each.printed].map(([id, text]) => ({ id, span: each.cellAt(id), raw: text, written: text, value: text })),
      );
      const cells = Object.values(report.tables).flatMap((table) => table.rows.flatMap((row) => row.cells));
      expect(cells.length).toBe(each.printed.size);
    }
  });

  it('knows the form, the layout and the labels, and leaves nothing unread', () => {
    for (const each of written) {
      const report = readReport(each.text, { format: each.format });
      expect(report.form.id).toBe(form);
      expect(report.formBy).toBe('labels');
      expect(report.unread).toEqual([]);
      for (const table of Object.values(report.tables)) {
        expect(table.layout).toBe(layout.id);
        expect(table.missingRows).toEqual([]);
        const labels = table.rows.flatMap(({ label }) => label?.match ?? []);
        expect(labels.filter((match) => match !== 'same' && match !== 'split')).toEqual([]);
        expect(table.heads.filter(({ match }) => match === 'differs')).toEqual([]);
      }
    }
  });

  it('reads title, year, six sections and prose beside the tables', () => {
    for (const each of written) {
      const report = readReport(each.text, { format: each.format });
      expect(report.title?.issuer).toBe(each.issuer.name);
      expect(report.year).toBe(each.year);
      expect(report.sections.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
      const prose = report.prose.filter(({ section }) => section >= 2 && section <= 4);
      expect(prose.map(({ text }) => text)).toEqual([]);
    }
  });
});
