import { expect, it } from 'vitest';
import { draft } from '../../support/draft.ts';
import { marked, mended, seen, statuses } from '../fragments.ts';

const RULE = 'date/before-period-end';
const signed = (date: string) => draft({ prose: { signOff: ['青溪县水利局', date] } }).text;

it('warns of a signature before the year is over', () => {
  expect(marked(RULE, signed('2024年12月20日'))).toEqual(['warning:2024年12月20日']);
});

it('offers the next year for a date in January', () => {
  expect(mended(RULE, signed('2024年1月15日'))).toContain('\n2025年1月15日\n');
});

it('offers nothing for December and for Chinese numerals', () => {
  expect(seen(RULE, signed('二〇二四年一月十五日'))).toHaveLength(1);
  expect(() => mended(RULE, signed('二〇二四年一月十五日'))).toThrow();
  expect(() => mended(RULE, signed('2024年12月20日'))).toThrow();
});

it.each(['2024年12月31日', '2025年1月1日', '2025年2月13日', '二〇二五年一月二十日'])('accepts %s', (date) => {
  expect(statuses(RULE, signed(date))).toEqual(['passed']);
});

it('needs a signature', () => {
  expect(statuses(RULE, draft({ prose: { signOff: [] } }).text)).toEqual([]);
});
