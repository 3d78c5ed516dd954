import { describe, expect, it } from 'vitest';
import { draft } from '../../support/draft.ts';
import { marked, mended } from '../fragments.ts';

const RULE = 'numbering/gap';
const saying = (...problems: string[]) => draft({ prose: { problems } }).text;

it('warns of a number left out and offers to close the gap', () => {
  const text = saying('一是内容少；三是更新慢；四是力量弱。');
  expect(marked(RULE, text)).toEqual(['warning:三是']);
  expect(mended(RULE, text)).toContain('一是内容少；二是更新慢；三是力量弱。');
});

it('closes one gap of two at a time: what comes after the next gap keeps its number', () => {
  const text = saying('一是内容少；三是更新慢；四是力量弱；六是培训少；七是经费少。');
  expect(marked(RULE, text)).toEqual(['warning:三是', 'warning:六是']);
  expect(mended(RULE, text)).toContain('一是内容少；二是更新慢；三是力量弱；六是培训少；七是经费少。');
});

describe('one wrong number in a list that counts on rightly', () => {
  it.each([
    [
      ['（一）甲。', '（三）乙。', '（三）丙。', '（四）丁。'],
      '（三）',
      '（一）甲。\n（二）乙。\n（三）丙。\n（四）丁。',
    ],
    [
      ['（一）甲。', '（二）乙。', '（三）丙。', '（五）丁。', '（五）戊。'],
      '（五）',
      '（三）丙。\n（四）丁。\n（五）戊。',
    ],
    [['一是内容少；三是更新慢；三是力量弱。'], '三是', '一是内容少；二是更新慢；三是力量弱。'],
    [['一是内容少；七是更新慢；三是力量弱。'], '七是', '一是内容少；二是更新慢；三是力量弱。'],
    [['1.甲。', '2.乙。', '4.丙。', '4.丁。', '5.戊。'], '4.', '2.乙。\n3.丙。\n4.丁。\n5.戊。'],
  ])('%j', (problems, odd, right) => {
    const text = saying(...problems);
    expect(marked(RULE, text)).toEqual([`warning:${odd}`]);
    expect(marked('numbering/duplicate', text)).toEqual([]);
    expect(mended(RULE, text)).toContain(right);
  });
});

describe('each list by itself', () => {
  it('takes no number from another list of the section', () => {
    const text = saying('存在问题：一是内容少；三是更新慢。', '改进措施：一是增加内容；二是及时更新。');
    expect(marked(RULE, text)).toEqual(['warning:三是']);
    expect(marked(RULE, saying('一是甲；三是乙。改进措施：一是丙；二是丁。'))).toEqual(['warning:三是']);
    expect(marked(RULE, saying('一是甲；二是乙。', '下一步：一是丙；三是丁。'))).toEqual(['warning:三是']);
  });

  it('goes on with the list before at the head of a paragraph only', () => {
    expect(marked(RULE, saying('一是甲。', '二是乙，表现为：一是丙；二是丁。', '三是戊。'))).toEqual([]);
    expect(marked(RULE, saying('一是甲；二是乙，表现为：一是丙；三是戊。'))).toEqual([]);
  });

  it('leaves a list whose items stand out of their order', () => {
    expect(marked(RULE, saying('一是内容少；三是更新慢；二是力量弱。'))).toEqual([]);
  });
});

it('finds it in items', () => {
  expect(marked(RULE, saying('（一）内容少。', '（三）更新慢。'))).toEqual(['warning:（三）']);
  expect(marked(RULE, saying('1.内容少。', '3.更新慢。'))).toEqual(['warning:3.']);
});

it.each([
  ['a list over several paragraphs', ['主要问题：一是内容少。', '二是更新慢。', '三是力量弱。']],
  ['a list that goes on in the next paragraph', ['一是内容少。', '此外，二是更新慢。']],
  ['an item inside a paragraph', ['（一）内容少。（二）更新慢。', '（三）力量弱。']],
  ['an item where none was expected', ['一是内容少，而二是更新慢；三是力量弱。']],
  ['a reference broken over lines', ['落实条例第五十条第', '（四）项的要求，如实写明存在的问题。']],
  [
    'items of a law that is quoted',
    ['（一）公开重点。公开条例第二十条规定的：（一）规章；（五）行政许可；（六）行政处罚。'],
  ],
  ['a decimal at the head of a line', ['1.公开及时率', '3.5个百分点的提升来之不易。']],
])('is silent on %s', (_, problems) => {
  expect(marked(RULE, saying(...problems))).toEqual([]);
});

it('leaves the number of a missing aspect to structure/aspects', () => {
  const overview = [
    '（一）主动公开。公开信息。',
    '（二）依申请公开。没有收到。',
    '（四）平台建设。维护网站。',
    '（五）监督保障。培训。',
  ];
  const { text } = draft({ prose: { overview } });
  expect(marked(RULE, text)).toEqual([]);
  expect(marked('structure/aspects', text)).toHaveLength(1);
  const renamed = overview.map((item) => item.replace('（四）', '（四）政府信息管理和'));
  expect(marked(RULE, draft({ prose: { overview: renamed } }).text)).toEqual(['warning:（四）']);
});
