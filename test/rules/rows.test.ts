import { describe, expect, it } from 'vitest';
import { arithmeticOf } from '../../server/src/facts/arithmetic.ts';
import { tablesOf } from '../../server/src/facts/rows.ts';
import { cellId } from '../../server/src/forms/index.ts';
import { readReport } from '../../server/src/report/read.ts';
import { draft } from '../support/draft.ts';

const at = (row: string, column: string) => cellId('requests', row, column);

describe('the walk over the tables', () => {
  it('meets every row, and in a correct report nothing odd but amounts', () => {
    const { text } = draft({ seed: 3 });
    const tables = tablesOf(readReport(text));
    expect(tables.map(({ table }) => table.id)).toEqual(['proactive', 'requests', 'review']);
    expect(tables.map(({ rows }) => rows.length)).toEqual([6, 25, 1]);
    expect(tables.flatMap(({ odd }) => odd.map(({ column }) => column.kind))).toEqual(['amount']);
  });

  it.each(['', '/', '-3', '１', '1,234', '5件', '零', '2.5'])('tells a cell with “%s” from plain digits', (written) => {
    const { text } = draft({ seed: 3, size: 'small', cells: { [at('partial', 'natural')]: written } });
    const [, requests] = tablesOf(readReport(text));
    expect(requests?.odd.map(({ id }) => id)).toEqual([at('partial', 'natural')]);
    expect(requests?.rows.filter(({ odd }) => odd.length > 0).map(({ row }) => row.row.key)).toEqual(['partial']);
  });
});

describe('the sums', () => {
  it('go by the words of the form, though the row was never read', () => {
    const { text } = draft({ seed: 3, faults: { dropRows: ['denied.caseFile'] } });
    const unknown = arithmeticOf(readReport(text)).evaluated.filter(({ status }) => status === 'unknown');
    expect(unknown.map(({ name }) => name)).toContain('「7.属于行政执法案卷」行：各列之和＝总计');
    expect(unknown.map(({ reason }) => reason)).toEqual(unknown.map(() => 'row-missing'));
  });
});
