import { expect, it } from 'vitest';
import { draft } from '../../support/draft.ts';
import { marked, mended } from '../fragments.ts';

const RULE = 'date/short-year';
const saying = (sentence: string) => draft({ say: { 1: sentence } }).text;

it.each([
  ['24年，公开信息30条。', '24'],
  ['截至24年底，公开信息30条。', '24'],
  ['公开信息30条，较23年度增加5条。', '23'],
  ['25年1月，开通专栏。', '25'],
])('informs of the year in %s', (sentence, digits) => {
  expect(marked(RULE, saying(sentence))).toEqual([`information:${digits}`]);
  expect(mended(RULE, saying(sentence))).toContain(sentence.replace(digits, `20${digits}`));
});

it.each([
  '2024年，公开信息30条。',
  '建站24年来，公开信息不断增加。',
  '连续24年，公开预决算。',
  '24年来，公开信息不断增加。',
  '工作满24年，经验丰富。',
  '档案保存30年，到期移交。',
  '99年，启用档案系统。',
  '文号24年度1号。',
])('leaves %s alone', (sentence) => {
  expect(marked(RULE, saying(sentence))).toEqual([]);
});

it('does not know what two digits mean without a report year', () => {
  expect(marked(RULE, '一、总体情况\n24年，公开信息30条。\n')).toEqual([]);
});

it('reads the blanks that a PDF puts around numbers', () => {
  expect(marked(RULE, saying('截至 24 年底，公开信息30条。'))).toEqual(['information:24']);
});

it.each([
  ['二〇二四年，公开信息30条。', 'information:二〇二四年'],
  ['二〇二三年，公开信息30条。', 'warning:二〇二三年'],
])('asks for digits in %s', (sentence, said) => {
  expect(marked(RULE, saying(sentence))).toEqual([said]);
});
