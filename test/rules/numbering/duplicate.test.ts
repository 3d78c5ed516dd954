import { describe, expect, it } from 'vitest';
import { draft } from '../../support/draft.ts';
import { marked, mended } from '../fragments.ts';

const RULE = 'numbering/duplicate';
const saying = (...problems: string[]) => draft({ prose: { problems } }).text;

describe('the same number twice', () => {
  it('is a warning on the second, which gets the next number', () => {
    const text = saying('一是内容不够丰富；二是更新不够及时；二是力量不足。');
    expect(marked(RULE, text)).toEqual(['warning:二是']);
    expect(mended(RULE, text)).toContain('一是内容不够丰富；二是更新不够及时；三是力量不足。');
  });

  it('moves the later ones on when they count from it', () => {
    const text = saying('一是内容少。二是更新慢。二是力量弱。三是培训少。');
    expect(mended(RULE, text)).toContain('一是内容少。二是更新慢。三是力量弱。四是培训少。');
    expect(marked('numbering/gap', text)).toEqual([]);
  });

  it('leaves the later ones when they already count on', () => {
    const text = saying('一是内容少。二是更新慢。二是力量弱。四是培训少。');
    expect(mended(RULE, text)).toContain('三是力量弱。四是培训少。');
    expect(marked('numbering/gap', text)).toEqual([]);
  });

  it('is found in items in brackets, half-width ones too', () => {
    expect(marked(RULE, saying('(一)内容少。', '(二)更新慢。', '(二)力量弱。'))).toEqual(['warning:(二)']);
    expect(mended(RULE, saying('(一)内容少。', '(二)更新慢。', '(二)力量弱。'))).toContain('(三)力量弱。');
    expect(mended(RULE, saying('（一）甲。', '（一）乙。', '（二）丙。'))).toContain(
      '（一）甲。\n（二）乙。\n（三）丙。',
    );
  });

  it('is found in Arabic numbers', () => {
    expect(marked(RULE, saying('1.内容少。', '2.更新慢。', '2.力量弱。'))).toEqual(['warning:2.']);
  });
});

describe('silence', () => {
  it.each([
    ['a right list', ['一是内容少；二是更新慢；三是力量弱。']],
    ['two lists in one paragraph', ['问题：一是内容少，二是更新慢。措施：一是增加内容，二是及时更新。']],
    ['lists in two paragraphs', ['一是内容少；二是更新慢。', '一是增加内容；二是及时更新。']],
    ['a list inside a list', ['一是内容少，表现为：一是栏目少，二是图解少；二是更新慢。']],
    [
      'numbers that begin again under another item',
      ['（一）问题', '1.内容少。', '2.更新慢。', '（二）改进', '1.增加内容。', '2.及时更新。'],
    ],
    [
      'items that begin again',
      ['（一）内容少。', '（二）更新慢。', '下一步：', '（一）增加内容。', '（二）及时更新。'],
    ],
    ['names of plenary sessions', ['学习贯彻二中、三中、三中全会精神，坚持问题导向。']],
    ['references to a clause', ['落实条例第二十条第（五）项、第二十条第（五）项的要求。']],
    [
      'a later paragraph’s own words',
      ['一是内容少；二是更新慢。', '第一，增加内容。第二，及时更新。二是说得少的问题也要改。'],
    ],
    ['quoted words', ['坚持“一是一、二是二，二是二”的作风。']],
  ])('on %s', (_, problems) => {
    expect(marked(RULE, saying(...problems))).toEqual([]);
  });

  it('on the captions and rows of the tables', () => {
    expect(marked(RULE, draft().text)).toEqual([]);
    expect(marked(RULE, draft({ form: '2019' }).text)).toEqual([]);
  });
});
