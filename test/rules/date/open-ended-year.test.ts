import { expect, it } from 'vitest';
import { draft } from '../../support/draft.ts';
import { marked, mended } from '../fragments.ts';

const RULE = 'date/open-ended-year';
const saying = (sentence: string) => draft({ say: { 1: sentence } }).text;

it('hints at 以来 after the reporting year and drops it', () => {
  expect(marked(RULE, saying('2024年以来，累计发布信息30条。'))).toEqual(['hint:2024年以来']);
  expect(mended(RULE, saying('2024年以来，累计发布信息30条。'))).toContain('\n2024年，累计发布信息30条。');
});

it('drops 自 with it', () => {
  expect(mended(RULE, saying('自2024年以来，累计发布信息30条。'))).toContain('\n2024年，累计发布信息30条。');
});

it('finds it in a text with a PDF’s blanks and line breaks', () => {
  expect(marked(RULE, saying('我局 2024 年以来公开信息30条。'))).toHaveLength(1);
});

it.each(['自2019年以来，连续公开预决算。', '近年来，公开渠道不断拓宽。', '《2024年以来重点工作》已经公开。'])(
  'leaves %s alone',
  (sentence) => {
    expect(marked(RULE, saying(sentence))).toEqual([]);
  },
);
