import { expect, it } from 'vitest';
import { draft } from '../../support/draft.ts';
import { marked } from '../fragments.ts';

const RULE = 'privacy/bank-card';
const saying = (sentence: string) => draft({ say: { 6: sentence } }).text;

/** An invented number whose check digit is right. */
function card(body: string): string {
  const sum = [...body].reverse().reduce((total, char, index) => {
    const digit = Number(char) * (index % 2 === 0 ? 2 : 1);
    return total + (digit > 9 ? digit - 9 : digit);
  }, 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}
const UNION = card('622200000000000001');
const PLAIN = card('433333000000001');

it('warns of a card number', () => {
  expect(marked(RULE, saying(`补助发放至${UNION}。`))).toEqual([`warning:${UNION}`]);
  expect(marked(RULE, saying(`开户行及账号：${PLAIN}。`))).toEqual([`warning:${PLAIN}`]);
});

it('finds one in groups of four', () => {
  const grouped = UNION.replace(/(\d{4})(?=\d)/g, '$1 ');
  expect(marked(RULE, saying(`卡号${grouped}。`))).toEqual([`warning:${grouped}`]);
});

it.each([
  ['a number whose check digit is wrong', `账号${UNION.slice(0, -1)}${(Number(UNION.at(-1)) + 1) % 10}`],
  ['other digits without a word for an account', `监测数据${PLAIN}`],
  ['an index number', `索引号${UNION}`],
  ['a credit code', `统一社会信用代码${UNION}`],
  ['a document number', `文号〔${PLAIN}〕`],
  ['a longer code', `账号${UNION}123`],
  ['an index number with a year', `${PLAIN}/2024-00002`],
])('is silent on %s', (_, text) => {
  expect(marked(RULE, saying(`${text}。`))).toEqual([]);
});
