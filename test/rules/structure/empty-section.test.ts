import { expect, it } from 'vitest';
import { draft } from '../../support/draft.ts';
import { marked, seen } from '../fragments.ts';

const RULE = 'structure/empty-section';
const five = (...problems: string[]) => draft({ prose: { problems } }).text;

it.each(['无。', '暂无', '无问题。', '本年度无', '不存在问题。', '/'])(
  'takes section five that only says %s for an error',
  (said) => {
    expect(seen(RULE, five(said))).toMatchObject([
      { severity: 'error', id: 'none', text: '五、存在的主要问题及改进情况' },
    ]);
  },
);

it('finds a heading with nothing below it', () => {
  expect(seen(RULE, five())).toMatchObject([{ severity: 'error', id: 'empty' }]);
  expect(seen(RULE, draft({ prose: { overview: [] } }).text)).toMatchObject([{ severity: 'warning', id: 'empty' }]);
  expect(seen(RULE, draft({ prose: { overview: ['无。'] } }).text)).toMatchObject([
    { severity: 'warning', id: 'noneOverview' },
  ]);
});

it('does not take a page number for content', () => {
  expect(seen(RULE, five('- 3 -'))).toMatchObject([{ id: 'empty' }]);
});

it('accepts 无 in section six', () => {
  expect(marked(RULE, draft({ prose: { other: ['无。'], signOff: [] } }).text)).toEqual([]);
});

it('accepts a section that says little, and one that denies grave problems but goes on', () => {
  expect(marked(RULE, five('公开内容还不够丰富。下一步将改进。'))).toEqual([]);
  expect(marked(RULE, five('没有突出问题，但更新不够及时。'))).toEqual([]);
});

it('leaves the tables’ sections to table/missing-table and a missing section to structure/missing-section', () => {
  expect(marked(RULE, draft({ withoutTable: [2, 3, 4] }).text)).toEqual([]);
  expect(marked(RULE, draft({ sections: [1, 2, 3, 4, 6] }).text)).toEqual([]);
});
