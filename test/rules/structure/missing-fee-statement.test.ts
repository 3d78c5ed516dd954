import { describe, expect, it } from 'vitest';
import { draft } from '../../support/draft.ts';
import { marked, mended, seen } from '../fragments.ts';

const RULE = 'structure/missing-fee-statement';
const six = (other: string, year = 2024) =>
  draft({ prose: { other: [other], signOff: [] }, year, form: year < 2021 ? '2019' : '2021' }).text;

it('is an information on what section six says instead', () => {
  expect(marked(RULE, six('无。'))).toEqual(['information:无。']);
  expect(mended(RULE, six('无。'))).toContain('收取信息处理费0元。无其他需要报告的事项。');
  expect(mended(RULE, six('本年度开展政府开放日活动2次。'))).toContain(
    '收取信息处理费0元。本年度开展政府开放日活动2次。',
  );
});

it('offers the sentence and never prefers it: it holds numbers', () => {
  expect(seen(RULE, six('无。'))).toHaveLength(1);
});

it('is a warning when the table has an application ended for an unpaid fee', () => {
  const cells = { 'requests/other.feeUnpaid/total': '2' } as const;
  const { text } = draft({ cells, prose: { other: ['无。'], signOff: [] } });
  expect(seen(RULE, text)).toMatchObject([{ severity: 'warning', id: 'unpaid' }]);
});

describe('silence', () => {
  it.each([
    '本年度未收取信息处理费。',
    '本年度没有产生信息公开处理费。',
    '2024年未产生政府信息公开收费情况。',
    '本年度未收取任何费用。',
    '发出收费通知0件，收取金额0元。',
  ])('on %s', (other) => {
    expect(marked(RULE, six(other))).toEqual([]);
  });

  it('where section one states the fee', () => {
    const { text } = draft({ prose: { other: ['无。'] }, say: { 1: '全年未收取信息处理费。' } });
    expect(marked(RULE, text)).toEqual([]);
  });

  it.each([2019, 2020])('for %i: the fee rules took effect in 2021', (year) => {
    expect(marked(RULE, six('无。', year))).toEqual([]);
  });

  it('for 2021 it is asked', () => {
    expect(marked(RULE, six('无。', 2021))).toHaveLength(1);
  });
});
