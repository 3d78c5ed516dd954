import { type CellId, cellId, REQUESTS_IN_FORCE } from '../../server/src/forms/index.ts';
import type { Draft, DraftOptions } from './draft.ts';

/** One slip in the tables of an otherwise right report, and the rules one of which has to tell it. */
export interface TableFault {
  readonly rules: readonly string[];
  readonly plant: (right: Draft) => DraftOptions;
  /** The cell, or the words, at which it is to be told; left out where the place is a whole table. */
  readonly at?: CellId | { readonly words: string };
  /** Findings that one slip brings by its nature: two numbers exchanged break two sums. */
  readonly most?: number;
}

const [block] = REQUESTS_IN_FORCE.blocks;
const ROWS = block?.rows.map(({ key }) => key) ?? [];
const COLUMNS = block?.columns.map(({ key }) => key) ?? [];

const at = (row: string, column: string): CellId => cellId('requests', row, column);
const review = (key: string): CellId => cellId('review', 'counts', key);
const said = ({ printed }: Draft, id: CellId): string => printed.get(id) ?? '0';

const writing = (cells: Readonly<Partial<Record<CellId, string>>>) => (): DraftOptions => ({ cells });
const changing =
  (id: CellId, change: (said: string) => string) =>
  (right: Draft): DraftOptions => ({ cells: { [id]: change(said(right, id)) } });
const more =
  (by: number) =>
  (text: string): string =>
    `${Number(text) + by}`;

const rowOf = (row: string, write: (said: string, index: number, all: readonly string[]) => string) => {
  return (right: Draft): DraftOptions => {
    const all = COLUMNS.map((column) => said(right, at(row, column)));
    return {
      cells: Object.fromEntries(COLUMNS.map((column, index) => [at(row, column), write(all[index] ?? '', index, all)])),
    };
  };
};
const columnOf =
  (column: string, write: (said: string) => string) =>
  (right: Draft): DraftOptions => ({
    cells: Object.fromEntries(ROWS.map((row) => [at(row, column), write(said(right, at(row, column)))])),
  });
const exchanged =
  (one: CellId, other: CellId) =>
  (right: Draft): DraftOptions => ({
    cells: { [one]: said(right, other), [other]: said(right, one) },
  });

/** All numbers behind one that was lost move up. */
const filledUp =
  (lost: CellId) =>
  (right: Draft): DraftOptions => {
    const ids = [...right.printed.keys()].filter((id) => id.startsWith('review/'));
    const from = ids.indexOf(lost);
    const moved = ids.map((id, at): [CellId, string] => {
      const next = ids[at + 1];
      return [id, at < from ? said(right, id) : next ? said(right, next) : ''];
    });
    return { cells: Object.fromEntries(moved) };
  };

const SUMS = ['table/broken-total', 'table/identity'];
const NUMBER = ['table/not-a-number'];

const oneCell = (name: string, id: CellId, rules: readonly string[], change: (said: string) => string) =>
  [name, { rules, plant: changing(id, change), at: id }] as const;

/** By what went wrong. */
export const TABLE_FAULTS: Readonly<Record<string, TableFault>> = Object.fromEntries<TableFault>([
  oneCell('a new request more in one column', at('new', 'natural'), SUMS, more(1)),
  oneCell('a result more', at('granted', 'natural'), SUMS, more(1)),
  oneCell('a total of results one less', at('resultTotal', 'natural'), SUMS, more(-1)),
  oneCell('the total of all results wrong', at('resultTotal', 'total'), SUMS, more(1)),
  oneCell('a row’s total wrong', at('denied.law', 'total'), SUMS, more(2)),
  oneCell('what is carried forward wrong', at('carriedOut', 'natural'), SUMS, more(1)),
  oneCell('what was carried over wrong', at('carriedIn', 'business'), SUMS, more(3)),
  oneCell('a digit typed twice', at('new', 'total'), SUMS, (text) => `${text}${text.slice(-1)}`),
  oneCell('a total of reviews wrong', review('review.total'), SUMS, more(1)),
  oneCell('a pending case more', review('afterReview.pending'), SUMS, more(1)),
  oneCell('a total of cases ten times too large', review('direct.total'), SUMS, (text) => `${Number(text) + 4}0`),
  oneCell('a blank', at('granted', 'ngo'), ['table/empty-cell'], () => ''),
  oneCell('a blank total', at('granted', 'total'), ['table/empty-cell'], () => ''),
  oneCell('a blank in table 2', 'proactive/normative/repealed', ['table/empty-cell'], () => ''),
  oneCell('a stroke', at('denied.law', 'ngo'), ['table/placeholder-cell'], () => '/'),
  oneCell('无', 'proactive/normative/repealed', ['table/placeholder-cell'], () => '无'),
  oneCell('a unit', at('new', 'natural'), NUMBER, (text) => `${text}件`),
  oneCell('a unit behind an amount', 'proactive/fees/amount', NUMBER, (text) => `${text}万元`),
  oneCell('a numeral in characters', at('denied.law', 'natural'), NUMBER, () => '三'),
  oneCell('the letter O', at('granted', 'ngo'), NUMBER, () => 'O'),
  oneCell('about so many', at('granted', 'natural'), NUMBER, (text) => `约${text}`),
  oneCell('a question mark behind', at('granted', 'natural'), NUMBER, (text) => `${text}?`),
  oneCell('full-width digits with a comma', 'proactive/licence/decisions', NUMBER, () => '１，２８７'),
  oneCell('half a request', at('new', 'natural'), NUMBER, (text) => `${text}.5`),
  oneCell('a percentage', at('partial', 'natural'), NUMBER, () => '0%'),
  oneCell('two noughts', at('partial', 'ngo'), NUMBER, () => '00'),
  oneCell('a negative decision', 'proactive/licence/decisions', ['table/negative'], (text) => `-${text}`),
  oneCell('a negative amount', 'proactive/fees/amount', ['table/negative'], (text) => `-${text}`),
  [
    'a negative request',
    {
      rules: ['table/negative'],
      plant: writing({ [at('notHandled.repeat', 'natural')]: '-1' }),
      at: at('notHandled.repeat', 'natural'),
    },
  ],
  [
    'a row blank',
    { rules: ['table/empty-cell'], plant: rowOf('denied.law', () => ''), at: at('denied.law', 'natural') },
  ],
  [
    'a row of strokes',
    {
      rules: ['table/placeholder-cell'],
      plant: rowOf('denied.secret', () => '—'),
      at: at('denied.secret', 'natural'),
      most: 1,
    },
  ],
  ['a row with units', { rules: NUMBER, plant: rowOf('new', (text) => `${text}件`), at: at('new', 'natural') }],
  [
    'a row one column to the right',
    {
      rules: ['table/cell-count'],
      plant: rowOf('new', (_, index, all) => all[index - 1] ?? ''),
      at: { words: '一、本年新收' },
    },
  ],
  [
    'a row one column to the left',
    {
      rules: ['table/cell-count'],
      plant: rowOf('granted', (_, index, all) => all[index + 1] ?? ''),
      at: { words: '（一）予以公开' },
    },
  ],
  [
    'totals of results all 0',
    { rules: SUMS, plant: rowOf('resultTotal', () => '0'), at: at('resultTotal', 'natural') },
  ],
  ['a column of totals all 0', { rules: SUMS, plant: columnOf('total', () => '0') }],
  ['a column of totals blank', { rules: ['table/empty-cell'], plant: columnOf('total', () => '') }],
  [
    'totals of table 4 all 0',
    {
      rules: SUMS,
      plant: writing(
        Object.fromEntries(
          ['review', 'direct', 'afterReview'].flatMap((road) => [
            [review(`${road}.upheld`), '7'],
            [review(`${road}.total`), '0'],
          ]),
        ),
      ),
    },
  ],
  [
    'a number in the next column',
    { rules: SUMS, plant: exchanged(at('granted', 'natural'), at('granted', 'ngo')), most: 2 },
  ],
  [
    'a number in the row below',
    { rules: SUMS, plant: exchanged(at('denied.law', 'natural'), at('new', 'natural')), most: 2 },
  ],
  [
    'in force and issued exchanged',
    {
      rules: ['table/impossible-valid', 'consistency/text-vs-table'],
      plant: writing({
        'proactive/normative/made': '9',
        'proactive/normative/repealed': '0',
        'proactive/normative/valid': '2',
      }),
      most: 3,
    },
  ],
  [
    'rules issued by a department',
    {
      rules: ['table/rules-without-power'],
      plant: writing({ 'proactive/regulations/made': '6', 'proactive/regulations/valid': '6' }),
      at: 'proactive/regulations/made',
    },
  ],
  ['a row lost', { rules: ['table/missing-row'], plant: () => ({ faults: { dropRows: ['denied.process'] } }) }],
  ['the last row lost', { rules: ['table/missing-row'], plant: () => ({ faults: { dropRows: ['carriedOut'] } }) }],
  [
    'two rows lost',
    { rules: ['table/missing-row'], plant: () => ({ faults: { dropRows: ['unable.notHeld', 'unable.needCreate'] } }) },
  ],
  ['a row of table 2 lost', { rules: ['table/missing-row'], plant: () => ({ faults: { dropRows: ['coercion'] } }) }],
  [
    'a row of its own',
    {
      rules: ['table/extra-row'],
      plant: () => ({
        faults: {
          extraRows: [{ after: 'denied.inquiry', label: '小计', values: ['0', '0', '0', '0', '0', '0', '0'] }],
        },
      }),
      at: { words: '小计' },
    },
  ],
  [
    'rows exchanged with their numbers',
    { rules: ['table/label'], plant: () => ({ faults: { swapRows: [['denied.secret', 'denied.law']] } }) },
  ],
  [
    'a label in other words',
    {
      rules: ['table/label'],
      plant: () => ({ faults: { labels: { 'denied.internal': '5.属于三类内容事务信息' } } }),
      at: { words: '内容事务' },
    },
  ],
  [
    'a label lost',
    {
      rules: ['table/cell-count', 'table/missing-row'],
      plant: () => ({ faults: { labels: { 'denied.inquiry': '' } } }),
    },
  ],
  [
    'a label without its ordinal',
    {
      rules: ['table/label'],
      plant: () => ({ faults: { labels: { 'notHandled.repeat': '重复申请' } } }),
      at: { words: '重复申请' },
    },
  ],
  [
    'a number lost',
    {
      rules: ['table/cell-count'],
      plant: () => ({ faults: { dropCells: [at('denied.law', 'research')] } }),
      at: { words: '禁止公开' },
    },
  ],
  [
    'a number of table 4 lost',
    { rules: ['table/cell-count'], plant: () => ({ faults: { dropCells: [review('direct.upheld')] } }) },
  ],
  [
    'a number of table 4 lost, and the row filled up at its end',
    { rules: ['table/cell-count'], plant: filledUp(review('direct.upheld')) },
  ],
  [
    'a column lost',
    { rules: ['table/cell-count'], plant: () => ({ faults: { dropCells: ROWS.map((row) => at(row, 'natural')) } }) },
  ],
  [
    'heads exchanged',
    {
      rules: ['table/label'],
      plant: () => ({ faults: { heads: { 自然人: '商业企业', 商业企业: '自然人' } } }),
      at: { words: '商业企业' },
    },
  ],
  [
    'heads of table 4 exchanged',
    {
      rules: ['table/label'],
      plant: () => ({ faults: { heads: { 结果维持: '结果纠正', 结果纠正: '结果维持' } } }),
      at: { words: '结果纠正' },
    },
  ],
  [
    'a caption of another item',
    {
      rules: ['table/label'],
      plant: () => ({ faults: { heads: { '第二十条第（五）项': '第二十条第（二）项' } } }),
      at: { words: '第二十条第（二）项' },
    },
  ],
  [
    'table 2 lost',
    { rules: ['table/missing-table'], plant: () => ({ withoutTable: [2] }), at: { words: '主动公开政府信息情况' } },
  ],
  [
    'table 3 lost',
    {
      rules: ['table/missing-table'],
      plant: () => ({ withoutTable: [3] }),
      at: { words: '收到和处理政府信息公开申请情况' },
    },
  ],
  [
    'table 4 lost',
    { rules: ['table/missing-table'], plant: () => ({ withoutTable: [4] }), at: { words: '政府信息公开行政复议' } },
  ],
]);
