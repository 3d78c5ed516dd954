import { expect, it } from 'vitest';
import { lint } from '../../../server/src/index.ts';
import { draft } from '../../support/draft.ts';
import { marked } from '../fragments.ts';

const RULE = 'privacy/mobile';
const NUMBER = '13900001234';
const saying = (sentence: string) => draft({ say: { 0: sentence } }).text;

it.each([
  `联系人：王小山，电话${NUMBER}。`,
  `申请人李某来电咨询（${NUMBER}）。`,
  `由张小河（${NUMBER}）负责。`,
  `请联系陈科长${NUMBER}。`,
  `赵小溪 ${NUMBER}。`,
])('warns of a number beside a person: %s', (sentence) => {
  expect(marked(RULE, saying(sentence))).toEqual([`warning:${NUMBER}`]);
});

it('is only worth a look as the body’s own contact', () => {
  expect(marked(RULE, saying(`联系电话：${NUMBER}。`))).toEqual([`information:${NUMBER}`]);
  expect(marked(RULE, saying(`如有疑问，请与办公室联系（电话：${NUMBER}）。`))).toEqual([`information:${NUMBER}`]);
});

it('does not repeat the number in its message', () => {
  const { problems } = lint(saying(`联系人：王小山，电话${NUMBER}。`));
  expect(problems.find(({ rule }) => rule === RULE)?.message).not.toContain(NUMBER);
});

it.each([
  '联系电话：0999-2260018，邮编：000180。',
  '如有疑问请拨打12345。',
  '投资总额15000000000元。',
  `文件编号A${NUMBER}。`,
  `索引号${NUMBER}/2024-00002。`,
  `网址https://www.qingxi.example/${NUMBER}。`,
  '登记号139000012345。',
  '联系人：王小山，电话139****1234。',
])('is silent on %s', (sentence) => {
  expect(marked(RULE, saying(sentence))).toEqual([]);
});
