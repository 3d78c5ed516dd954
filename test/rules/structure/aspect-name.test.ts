import { expect, it } from 'vitest';
import { draft } from '../../support/draft.ts';
import { marked, mended } from '../fragments.ts';

const RULE = 'structure/aspect-name';
const saying = (item: string, year = 2024) =>
  draft({ say: { 1: item }, year, form: year < 2021 ? '2019' : '2021' }).text;

it('hints at the short name of the item and writes the full one', () => {
  expect(marked(RULE, saying('（四）平台建设情况。维护网站。'))).toEqual(['hint:平台建设']);
  expect(mended(RULE, saying('(四) 平台建设。维护网站。'))).toContain('(四) 政府信息公开平台建设。维护网站。');
});

it('leaves the full name and sentences about platforms alone', () => {
  expect(marked(RULE, saying('（四）政府信息公开平台建设。维护网站。'))).toEqual([]);
  expect(marked(RULE, saying('平台建设不断加强，维护网站。'))).toEqual([]);
  expect(marked(RULE, saying('（四）平台建设与管理。维护网站。'))).toEqual([]);
});

it('knows that 平台建设 is the name that the 2020 notices use', () => {
  expect(marked(RULE, saying('（四）平台建设情况。维护网站。', 2020))).toEqual([]);
});
