import { expect, it } from 'vitest';
import { draft } from '../../support/draft.ts';
import { marked, mended, seen } from '../fragments.ts';

const RULE = 'numbering/level';
const saying = (...problems: string[]) => draft({ prose: { problems } }).text;

it('takes the mark after a number in brackets away', () => {
  const text = saying('（一）、存在的问题。', '（二）、改进情况。');
  expect(marked(RULE, text)).toEqual(['information:（一）、']);
  expect(mended(RULE, text)).toContain('（一）存在的问题。\n（二）改进情况。');
});

it('writes 1. for 1、 in all places at once', () => {
  const text = saying('1、内容少。', '2、更新慢。');
  expect(seen(RULE, text)).toMatchObject([{ id: 'digit', severity: 'information', text: '1、' }]);
  expect(mended(RULE, text)).toContain('1.内容少。\n2.更新慢。');
});

it('informs of 一、 below （一）', () => {
  expect(marked(RULE, saying('（一）存在的问题', '一、内容少。', '二、更新慢。'))).toEqual(['information:一、']);
});

it.each([
  ['right numbers', ['（一）存在的问题。', '1.内容少。', '2.更新慢。']],
  ['一、 as sub-headings without brackets', ['一、内容少。', '二、更新慢。']],
  ['a heading of the draft’s own after （二）', ['（一）问题。', '（二）改进。', '七、附件说明。']],
])('is silent on %s', (_, problems) => {
  expect(marked(RULE, saying(...problems))).toEqual([]);
});

it('does not look at the numbers of table rows', () => {
  const labels = { 'denied.secret': '1、属于国家秘密', 'denied.law': '2、其他法律行政法规禁止公开' };
  expect(marked(RULE, draft({ faults: { labels } }).text)).toEqual([]);
});
