import { describe, expect, it } from 'vitest';
import { layOver, readBlock } from '../../client/src/webview/block.ts';
import { balancesOf, type Equation, numberIn, sumsOf } from '../../client/src/webview/sums.ts';

describe('a block from a spreadsheet', () => {
  it.each([
    [
      '1\t2\n3\t4\n',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      '1\t2\r\n3\t4',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['1\t\t3', [['1', '', '3']]],
    ['1\t2\t\n', [['1', '2', '']]],
    ['"1,234"\t"2"', [['1,234', '2']]],
    ['5', [['5']]],
    ['', [[]]],
  ])('%j', (text, rows) => {
    expect(readBlock(text)).toEqual(rows);
  });

  it('is taken without the labels that were copied with it', () => {
    expect(readBlock('（三）不予公开\t1.属于国家秘密\t0\t2\n\t2.其他法律行政法规禁止公开\t3\t4')).toEqual([
      ['0', '2'],
      ['3', '4'],
    ]);
  });

  const table = [['a1', 'a2', 'a3'], ['b1', 'b2', 'b3'], ['c1']];

  it('is laid over the cells from where it is pasted', () => {
    expect(
      layOver(
        table,
        [0, 1],
        [
          ['1', '2'],
          ['3', ''],
        ],
      ),
    ).toEqual({
      cells: [
        { cell: 'a2', text: '1' },
        { cell: 'a3', text: '2' },
        { cell: 'b2', text: '3' },
        { cell: 'b3', text: '' },
      ],
      outside: 0,
    });
  });

  it('says how many of its numbers have no cell', () => {
    expect(
      layOver(
        table,
        [1, 2],
        [
          ['1', '2'],
          ['3', '', '4'],
        ],
      ),
    ).toEqual({ cells: [{ cell: 'b3', text: '1' }], outside: 3 });
  });
});

describe('sums while numbers are entered', () => {
  // Two columns and their total; two rows, their total, and what is carried forward.
  const rows: Equation[] = [0, 3, 6, 9].map((row) => ({ kind: 'row-total', left: [row, row + 1], right: [row + 2] }));
  const columns: Equation[] = [0, 1, 2].map((at) => ({ kind: 'result-total', left: [at, at + 3], right: [at + 6] }));
  const balances: Equation[] = [0, 1].map((at) => ({ kind: 'balance', left: [at], right: [at + 6, at + 9] }));

  it('are of what is there; a total that is not written differs from none', () => {
    expect(sumsOf(['3', '', ''], rows)).toEqual([{ total: 2, value: 3, differs: false }]);
    expect(sumsOf(['3', '2', '6'], rows)).toEqual([{ total: 2, value: 5, differs: true }]);
    expect(sumsOf(['', '', '6'], rows)).toEqual([]);
  });

  it('of a last total say what is wrong in either direction', () => {
    const texts = ['1', '1', '2', '2', '0', '2', '3', '1', '5'];
    expect(sumsOf(texts, [...columns, ...rows]).find(({ total }) => total === 8)).toEqual({
      total: 8,
      value: 4,
      differs: true,
    });
  });

  it('of amounts are exact', () => {
    expect(sumsOf(['0.1', '0.2', '0.3'], rows)).toEqual([{ total: 2, value: 0.3, differs: false }]);
  });

  it('balance the columns', () => {
    const texts = ['3', '1', '4', '', '', '', '2', '1', '3', '1', '1', '2'];
    expect(balancesOf(texts, balances)).toEqual([
      { column: 0, left: 3, right: 3 },
      { column: 1, left: 1, right: 2 },
    ]);
  });

  it.each([
    ['12', 12],
    ['297万元', 297],
    ['１２', 12],
    ['1,234', 1234],
    ['-3', -3],
    ['', undefined],
    ['待填', undefined],
    ['/', undefined],
  ])('%j is %j', (text, number) => {
    expect(numberIn(text)).toBe(number);
  });
});
