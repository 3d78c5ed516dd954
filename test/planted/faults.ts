import { ISSUERS } from '../support/issuers.ts';
import { type Fault, number, plus, say } from './fault.ts';
import { PROSE_FAULTS } from './prose-faults.ts';

const structure: readonly Fault[] = [
  {
    name: 'a section lost',
    rule: 'structure/missing-section',
    plant: () => ({ sections: [1, 2, 3, 4, 5] }),
    at: { words: '存在的主要问题及改进情况' },
  },
  {
    name: 'the first section lost',
    rule: 'structure/missing-section',
    plant: () => ({ sections: [2, 3, 4, 5, 6] }),
    at: { words: '主动公开政府信息情况' },
  },
  {
    name: 'a heading without number',
    rule: 'structure/heading-number',
    plant: () => ({ headings: { 5: '存在的主要问题及改进情况' } }),
    at: { words: '存在的主要问题及改进情况' },
  },
  {
    name: 'a heading with the wrong number',
    rule: 'structure/heading-number',
    plant: () => ({ headings: { 6: '五、其他需要报告的事项' } }),
    at: { words: '其他需要报告的事项' },
  },
  {
    name: 'sections out of order',
    rule: 'structure/section-order',
    plant: () => ({ sections: [1, 2, 3, 4, 6, 5] }),
    at: { words: '存在的主要问题及改进情况' },
  },
  {
    name: 'no aspect of supervision',
    rule: 'structure/aspects',
    plant: () => ({
      prose: {
        overview: [
          '（一）主动公开。公开及时。',
          '（二）依申请公开。答复规范。',
          '（三）政府信息管理。审查严格。',
          '（四）政府信息公开平台建设。专栏完善。',
        ],
      },
    }),
    at: { words: '（一）主动公开。公开及时' },
  },
  {
    name: 'nothing on problems',
    rule: 'structure/empty-section',
    plant: () => ({ prose: { problems: ['无。'] } }),
    at: { words: '存在的主要问题及改进情况' },
  },
  {
    name: 'no word of the fee',
    rule: 'structure/missing-fee-statement',
    plant: () => ({ prose: { other: ['没有其他需要报告的事项。'] } }),
    at: { words: '没有其他需要报告' },
  },
  {
    name: 'an instruction left from the template',
    rule: 'structure/template-sentence',
    plant: say(1, '该部分以表格形式报告。'),
    at: { words: '该部分以表格形式报告' },
  },
];

const GRANTED = 'requests/granted/total';
const RESULT = 'requests/resultTotal/natural';

const tables: readonly Fault[] = [
  { name: 'a row total', rule: 'table/broken-total', plant: plus(GRANTED, 3), at: { cell: GRANTED } },
  { name: 'a column total', rule: 'table/broken-total', plant: plus(RESULT, 2), at: { cell: RESULT } },
  {
    name: 'an item among the addends',
    rule: 'table/broken-total',
    plant: plus('requests/unable.notHeld/natural', 4),
    at: { cell: 'requests/unable.notHeld/natural' },
  },
  {
    name: 'a new request too many',
    rule: 'table/broken-total',
    plant: plus('requests/new/legal', 1),
    at: { cell: 'requests/new/legal' },
  },
  {
    name: 'a review total',
    rule: 'table/broken-total',
    plant: plus('review/counts/review.total', 1),
    at: { cell: 'review/counts/review.total' },
    more: ['consistency/text-vs-table'],
  },
  {
    name: 'a balance',
    rule: 'table/identity',
    plant: (draft) => ({
      cells: {
        'requests/carriedOut/natural': String(number(draft, 'requests/carriedOut/natural') + 1),
        'requests/carriedOut/total': String(number(draft, 'requests/carriedOut/total') + 1),
      },
    }),
    at: { cell: 'requests/carriedOut/natural' },
    more: ['table/identity', 'consistency/text-vs-table'],
  },
  {
    name: 'a row lost',
    rule: 'table/missing-row',
    plant: () => ({ faults: { dropRows: ['notHandled.repeat'] } }),
    at: { label: 'notHandled.petition' },
  },
  {
    name: 'a table lost',
    rule: 'table/missing-table',
    plant: () => ({ withoutTable: [4] }),
    at: { words: '政府信息公开行政复议、行政诉讼情况' },
  },
  {
    name: 'a number lost',
    rule: 'table/cell-count',
    plant: () => ({ faults: { dropCells: ['requests/denied.internal/research'] } }),
    at: { label: 'denied.internal' },
  },
  {
    name: 'a label with a word lost',
    rule: 'table/label',
    plant: () => ({ faults: { labels: { 'denied.law': '2.其他法律法规禁止公开' } } }),
    at: { label: 'denied.law' },
  },
  {
    name: 'the label of the older form',
    rule: 'table/label',
    plant: () => ({ faults: { labels: { normative: '规范性文件' } } }),
    at: { label: 'normative' },
  },
  {
    name: 'a blank',
    rule: 'table/empty-cell',
    plant: () => ({ cells: { 'requests/new/research': '' } }),
    at: { cell: 'requests/new/research' },
    needsBlanks: true,
  },
  {
    name: 'a mark for nothing',
    rule: 'table/placeholder-cell',
    plant: () => ({ cells: { 'proactive/coercion/decisions': '/' } }),
    at: { cell: 'proactive/coercion/decisions' },
  },
  {
    name: 'words for a number',
    rule: 'table/not-a-number',
    plant: () => ({ cells: { 'proactive/penalty/decisions': '两件' } }),
    at: { cell: 'proactive/penalty/decisions' },
  },
  {
    name: 'half a document',
    rule: 'table/not-a-number',
    plant: () => ({ cells: { 'proactive/licence/decisions': '2.5' } }),
    at: { cell: 'proactive/licence/decisions' },
  },
  {
    name: 'less than nothing',
    rule: 'table/negative',
    plant: () => ({ cells: { 'proactive/licence/decisions': '-3' } }),
    at: { cell: 'proactive/licence/decisions' },
  },
  {
    name: 'documents that cannot be in force',
    rule: 'table/impossible-valid',
    plant: () => ({
      cells: { 'proactive/normative/made': '9', 'proactive/normative/repealed': '0', 'proactive/normative/valid': '3' },
    }),
    at: { cell: 'proactive/normative/valid' },
    more: ['consistency/text-vs-table', 'consistency/text-vs-table', 'consistency/text-vs-table'],
  },
  {
    name: 'rules of a township',
    rule: 'table/rules-without-power',
    plant: () => ({
      issuer: ISSUERS.find(({ type }) => type === 'township') ?? ISSUERS[0],
      cells: { 'proactive/regulations/valid': '6' },
    }),
    at: { cell: 'proactive/regulations/valid' },
  },
  {
    name: 'a subtotal of its own',
    rule: 'table/extra-row',
    plant: () => ({
      faults: { extraRows: [{ after: 'denied.inquiry', label: '小计', values: ['0', '0', '0', '0', '0', '0', '0'] }] },
    }),
    at: { words: '小计' },
  },
];

export const FAULTS: readonly Fault[] = [...structure, ...tables, ...PROSE_FAULTS];
