import { describe, expect, it } from 'vitest';
import { draft } from '../../support/draft.ts';
import { marked, mended } from '../fragments.ts';

const RULE = 'numbering/missing-first';
const saying = (...overview: string[]) => draft({ prose: { overview } }).text;

describe('a list without its first item', () => {
  it('is a warning on the item that begins it', () => {
    const text = saying('平台建设方面。调整栏目。按时更新内容。二是开展巡查。三是改进检索。');
    expect(marked(RULE, text)).toEqual(['warning:二是']);
  });

  it('is found under an item although the one before has a full list', () => {
    const text = saying('（一）主动公开。一是公开信息。二是解读政策。', '（二）依申请公开。受理申请。二是及时答复。');
    expect(marked(RULE, text)).toEqual(['warning:二是']);
  });

  it('is found in items of the section', () => {
    const problems = ['（二）更新不够及时。', '（三）力量不足。'];
    expect(marked(RULE, draft({ prose: { problems } }).text)).toEqual(['warning:（二）']);
  });
});

describe('the first number alone is wrong', () => {
  it.each([
    [['（二）主动公开。', '（二）依申请公开。', '（三）信息管理。'], '（二）', '（一）主动公开。\n（二）依申请公开。'],
    [['（三）主动公开。', '（二）依申请公开。', '（三）信息管理。'], '（三）', '（一）主动公开。\n（二）依申请公开。'],
    [['做法：二是公开；二是解读；三是回应。'], '二是', '一是公开；二是解读；三是回应。'],
  ])('%j', (problems, odd, right) => {
    const { text } = draft({ prose: { problems } });
    expect(marked(RULE, text)).toEqual([`warning:${odd}`]);
    expect(marked('numbering/duplicate', text)).toEqual([]);
    expect(mended(RULE, text)).toContain(right);
  });

  it('is not changed where the first stands there in other words', () => {
    const text = saying('首先，调整栏目；二是开展巡查；二是改进检索；三是培训。');
    expect(marked(RULE, text)).toEqual([]);
    expect(marked('numbering/duplicate', text)).toEqual(['warning:二是']);
  });
});

describe('a second list', () => {
  it('has no first item of its own', () => {
    const lists = ['存在问题：一是甲；二是乙；三是丙。', '改进措施：二是丁；三是戊。'];
    expect(marked(RULE, draft({ prose: { problems: lists } }).text)).toEqual(['warning:二是']);
    expect(marked(RULE, draft({ prose: { problems: [lists.join('')] } }).text)).toEqual(['warning:二是']);
    expect(marked(RULE, draft({ prose: { problems: ['一是甲；二是乙。', '措施：二是丁；三是戊。'] } }).text)).toEqual([
      'warning:二是',
    ]);
  });

  it('may have it in other words, or go on with the list before', () => {
    expect(marked(RULE, saying('一是甲；二是乙。措施：首先丙：二是丁；三是戊。'))).toEqual([]);
    expect(marked(RULE, saying('一是甲。', '此外：二是乙；三是丙。'))).toEqual([]);
  });
});

describe('silence', () => {
  it.each([
    ['首先 for the first', ['首先，调整栏目；二是开展巡查。']],
    ['第一 for the first', ['第一，调整栏目。二是开展巡查。']],
    ['一方面 for the first', ['一方面调整栏目，二是开展巡查。']],
    ['an unusual place of the first', ['做法有三个（一是调整栏目；二是开展巡查；三是改进检索）。']],
    ['a list that goes on in the next paragraph', ['一是调整栏目。', '二是开展巡查。']],
    ['the first in a paragraph before', ['主要做法：一是调整栏目。', '栏目增至12个。', '二是开展巡查。']],
    ['one number at the head of a line', ['3.调整栏目。']],
    ['names of plenary sessions', ['学习贯彻党的二十届二中、三中全会精神，坚持问题导向。']],
    ['quoted words', ['坚持“说一是一、二是二”的作风。']],
  ])('on %s', (_, overview) => {
    expect(marked(RULE, saying(...overview))).toEqual([]);
  });

  it('when section five begins its own list', () => {
    const prose = {
      overview: ['（一）主动公开。', '（二）依申请公开。'],
      problems: ['（一）存在的问题。', '（二）改进情况。'],
    };
    expect(marked(RULE, draft({ prose }).text)).toEqual([]);
  });
});
