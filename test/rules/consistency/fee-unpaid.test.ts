import { describe, expect, test } from 'vitest';
import { check, found, only, sliceOf } from '../../support/check.ts';
import { draft } from '../../support/draft.ts';
import { LAYOUTS } from '../../support/layouts.ts';

const RULE = 'consistency/feeUnpaid';
const FEE = '本年度未收取信息处理费。';

const saying = (other: string, unpaid = '3', layout = LAYOUTS[0]) =>
  draft({ layout, cells: { 'requests/other.feeUnpaid/total': unpaid }, prose: { other: [other] } });

describe(RULE, () => {
  test.each(LAYOUTS.map((layout) => [layout.name, layout] as const))('a number and no notice, in %s', (_, layout) => {
    const written = saying(FEE, '3', layout);
    const problem = only(found(check(written), RULE));
    expect(problem.severity).toBe('information');
    expect(sliceOf(written.text, problem.span)).toBe('3');
    expect(problem.message).toContain('3 件');
  });

  test('a notice that is denied', () => {
    const written = saying('本年度发出收费通知0件，收取信息处理费0元。');
    const problem = only(found(check(written), RULE));
    expect(sliceOf(written.text, problem.span)).toBe('收费通知0件');
    expect(problem.related).toHaveLength(1);
  });

  test.each([
    ['a notice', `发出收费通知书3份。${FEE}`, '3'],
    ['who did not pay', `3名申请人逾期未缴费。${FEE}`, '3'],
    ['no such applications', FEE, '0'],
    ['no fee stated at all: that is told by itself', '没有其他需要报告的事项。', '3'],
  ])('silent: %s', (_, other, unpaid) => {
    expect(found(check(saying(other, unpaid)), RULE)).toEqual([]);
  });

  test('a blank cell is not checked', () => {
    const { outcomes } = check(saying(FEE, ''));
    const own = outcomes.filter(({ rule }) => rule === RULE);
    expect(own.map(({ status }) => status)).toEqual(['not-checked']);
  });
});
