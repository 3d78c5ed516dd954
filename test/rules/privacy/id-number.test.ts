import { expect, it } from 'vitest';
import { lint } from '../../../server/src/index.ts';
import { draft } from '../../support/draft.ts';
import { marked } from '../fragments.ts';

const RULE = 'privacy/id-number';
const saying = (sentence: string) => draft({ say: { 1: sentence } }).text;

/** An invented number of a place that does not exist, with the right check digit. */
function idNumber(first17: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(first17[index]), 0);
  return first17 + '10X98765432'[sum % 11];
}
const RIGHT = idNumber('11999919900228001');

it('takes a number with right province, date and check digit for an error', () => {
  expect(marked(RULE, saying(`申请人证件号码${RIGHT}。`))).toEqual([`error:${RIGHT}`]);
  expect(marked(RULE, saying(`申请人（${RIGHT.slice(0, 17)}${RIGHT.slice(17).toLowerCase()}）。`))).toHaveLength(1);
});

it('does not repeat the number in its message', () => {
  const { problems } = lint(saying(`证件号码${RIGHT}。`));
  expect(problems.find(({ rule }) => rule === RULE)?.message).not.toContain(RIGHT);
});

it('finds one that ends in X', () => {
  const number = Array.from({ length: 400 }, (_, index) =>
    idNumber(`11999919900228${String(index).padStart(3, '0')}`),
  ).find((each) => each.endsWith('X'));
  expect(marked(RULE, saying(`证件号码${number}。`))).toEqual([`error:${number}`]);
});

it('finds one that is typed in groups', () => {
  const apart = `${RIGHT.slice(0, 6)} ${RIGHT.slice(6, 14)} ${RIGHT.slice(14)}`;
  expect(marked(RULE, saying(`证件号码${apart}。`))).toEqual([`error:${apart}`]);
  expect(marked(RULE, saying(`序号${[...RIGHT].join(' ')}。`))).toEqual([]);
});

it.each([
  ['a wrong check digit', RIGHT.slice(0, 17) + ((Number(RIGHT[17]) + 1) % 10)],
  ['an impossible month', idNumber('11999919901328001')],
  ['an unknown province', idNumber('19999919900228001')],
  ['a longer number', `${RIGHT}5`],
  ['a code with letters', '11999999MA0000000X'],
  ['a social credit code', `统一社会信用代码：${RIGHT}`],
  ['an index number', `索引号：${RIGHT}`],
  ['a masked number', `${RIGHT.slice(0, 6)}********${RIGHT.slice(14)}`],
])('is silent on %s', (_, number) => {
  expect(marked(RULE, saying(`有关情况${number}。`))).toEqual([]);
});
