import { describe, expect, it } from 'vitest';
import { REQUESTS_IN_FORCE } from '../../../server/src/forms/index.ts';
import { alarms, check, only } from '../../support/check.ts';
import { type DraftOptions, draft } from '../../support/draft.ts';
import { LAYOUTS } from '../../support/layouts.ts';

/** Where the table's own finding explains a cell, the text is not held to that cell as well. */
const [block] = REQUESTS_IN_FORCE.blocks;
const columns = block?.columns.map(({ key }) => key) ?? [];
const inRow = (row: string, written: string | ((said: string) => string)) => {
  const right = draft({ seed: 41, size: 'large' });
  return Object.fromEntries(
    columns.map((column) => {
      const id = `requests/${row}/${column}` as const;
      return [id, typeof written === 'string' ? written : written(right.printed.get(id) ?? '')];
    }),
  );
};
const NAMES = ['pipe-rows', 'tab-rows', 'cell-lines', 'markdown'];

describe.each(LAYOUTS.filter(({ name }) => NAMES.includes(name)))('$name', (layout) => {
  const faulty = (cells: Readonly<Record<string, string>>, prose?: DraftOptions['prose']) =>
    check(draft({ seed: 41, size: 'large', layout, cells, ...(prose && { prose }) }));

  it('tells a row of totals that are 0 once, and holds no claim to them', () => {
    expect(alarms(faulty(inRow('resultTotal', '0'))).map(({ rule }) => rule)).toEqual(['table/broken-total']);
  });

  it('tells the wrong total of the new requests and not that the text, which states what the parts add up to, differs', () => {
    expect(only(alarms(faulty({ 'requests/new/total': '99999' }))).rule).toMatch(/^table\//);
  });

  it('holds a text that fits neither the wrong total nor its parts to nothing, and says so', () => {
    const prose = { overview: ['全年新收政府信息公开申请7777777件。'] };
    const result = faulty({ 'requests/new/total': '99999' }, prose);
    expect(alarms(result).filter(({ rule }) => rule === 'consistency/text-vs-table')).toEqual([]);
    expect(result.outcomes.filter(({ reason }) => reason === 'cell-doubted')).toHaveLength(1);
  });

  it('tells of a text that differs from a cell which no finding doubts', () => {
    const prose = { overview: ['全年新收政府信息公开申请7777777件。'] };
    const result = faulty({ 'requests/granted/total': '99999' }, prose);
    expect(alarms(result).filter(({ rule }) => rule === 'consistency/text-vs-table')).toHaveLength(1);
  });

  it('tells totals of table 4 that are all 0, though their parts are not, in one error', () => {
    const totals = ['review', 'direct', 'afterReview'].map((road) => [`review/counts/${road}.total`, '0']);
    const parts = ['review', 'direct', 'afterReview'].map((road) => [`review/counts/${road}.upheld`, '7']);
    const problem = only(alarms(faulty(Object.fromEntries([...totals, ...parts]))));
    expect(problem).toMatchObject({ rule: 'table/broken-total', messageId: 'open', severity: 'error' });
  });

  it('tells negative numbers of one row once', () => {
    const cells = { 'requests/notHandled.repeat/natural': '-1', 'requests/notHandled.repeat/total': '-1' };
    expect(only(alarms(faulty(cells)))).toMatchObject({ rule: 'table/negative' });
  });

  it('tells whole blank rows once', () => {
    const rows = ['denied.secret', 'denied.law', 'denied.safety', 'denied.thirdParty'];
    const blank = Object.assign({}, ...rows.map((row) => inRow(row, '')));
    expect(only(alarms(faulty(blank)))).toMatchObject({ rule: 'table/empty-cell' });
  });

  it('tells units in a whole row once', () => {
    const problem = only(alarms(faulty(inRow('new', (said) => `${said}件`))));
    expect(problem).toMatchObject({ rule: 'table/not-a-number', messageId: 'units', severity: 'warning' });
  });
});
