import { describe, expect, it } from 'vitest';
import type { CellId, FormId } from '../../../server/src/forms/index.ts';
import { cellIn } from '../../../server/src/report/find.ts';
import { readReport } from '../../../server/src/report/read.ts';
import type { Report } from '../../../server/src/report/report.ts';
import { formatDecimal } from '../../../server/src/text/decimal.ts';
import { alarms, check, named } from '../../support/check.ts';
import { type Draft, type DraftOptions, draft } from '../../support/draft.ts';
import { LAYOUTS } from '../../support/layouts.ts';

const BLANK: Readonly<Partial<Record<CellId, string>>> = {
  'requests/carriedIn/natural': '',
  'requests/denied.secret/business': '',
  'requests/granted/total': '',
  'review/counts/direct.total': '',
};

const read = (text: Draft): Report => readReport(text.text, { format: text.format });

/** Every cell as the draft was written, beside every cell as it was read: place, text and value. */
function written({ printed, cellAt }: Draft): string[] {
  return [...printed].map(([id, text]) => {
    const { start, end } = cellAt(id);
    return `${id} ${start}-${end} ${text}`;
  });
}

function readCells({ tables }: Report): string[] {
  return Object.values(tables)
    .flatMap((table) => table.rows.flatMap((row) => row.cells))
    .map(
      ({ id, span, value }) =>
        `${id} ${span.start}-${span.end} ${typeof value === 'object' ? formatDecimal(value) : value}`,
    );
}

/** What the rules on structure and tables find: the reader's work shows there, wording is tested elsewhere. */
const found = (text: Draft): string[] =>
  named(text.text, alarms(check(text)))
    .filter((name) => /^(?:structure|table)\//.test(name))
    .map((name) => name.replace(/@\d+$/, ''));

const FORMS: readonly FormId[] = ['2021', '2019'];

describe.each(LAYOUTS)('$name', (layout) => {
  const variants = FORMS.flatMap((form): DraftOptions[] => [
    { form, layout, seed: 3 },
    { form, layout, seed: 4, size: 'large' },
    { form, layout, seed: 5, width: 'half', lineBreak: '\r\n' },
  ]);

  it.each(variants)('reads every cell: %o', (options) => {
    const text = draft(options);
    const report = read(text);
    expect(readCells(report).sort()).toEqual(written(text).sort());
    expect(Object.values(report.tables).map((table) => table.layout)).toEqual([layout.id, layout.id, layout.id]);
    expect(report.unread).toEqual([]);
  });

  it.each(variants)('finds sections and title, and nothing to report: %o', (options) => {
    const text = draft(options);
    const report = read(text);
    expect(report.sections.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(report.title?.issuer).toBe(text.issuer.name);
    expect(found(text)).toEqual([]);
  });

  it.runIf(layout.showsBlanks).each(FORMS)('keeps a blank cell in its place: form %s', (form) => {
    const text = draft({ form, layout, seed: 3, cells: BLANK });
    const report = read(text);
    for (const [id, printed] of text.printed) {
      const cell = cellIn(report, id);
      expect([id, cell?.raw.trim()]).toEqual([id, printed]);
      if (printed === '') expect(cell?.value).toBe('blank');
    }
  });

  it('keeps tables apart whose sections hold nothing else', () => {
    const text = draft({ layout, withoutTable: [2, 3, 4] });
    const report = read(text);
    expect(report.sections.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(found(text)).toEqual(new Array(3).fill('table/missing-table'));
  });
});
