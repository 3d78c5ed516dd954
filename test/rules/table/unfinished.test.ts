import { describe, expect, it } from 'vitest';
import { type CellId, cellId } from '../../../server/src/forms/index.ts';
import type { LintResult } from '../../../server/src/index.ts';
import { RULE_CASES } from '../../support/cases.ts';
import { applyFix, check, found, only } from '../../support/check.ts';
import { type DraftOptions, draft } from '../../support/draft.ts';

const COLUMNS = ['natural', 'business', 'research', 'ngo', 'legal', 'otherOrg', 'total'];
const at = (row: string, column: string): CellId => cellId('requests', row, column);
const filled = (row: string, value: string): NonNullable<DraftOptions['cells']> =>
  Object.fromEntries(COLUMNS.map((column) => [at(row, column), value]));
const SUMS = ['table/broken-total', 'table/identity', 'table/empty-cell'];
const sums = (result: LintResult) => SUMS.flatMap((rule) => found(result, rule));

describe.each(RULE_CASES)('a table in the making, $name', ({ layout, form }) => {
  const zeros = (cells: NonNullable<DraftOptions['cells']>) => draft({ layout, form, size: 'zero', cells });

  it('that says of its cells that they wait is one information, which fills in the rest', () => {
    const written = zeros({ ...filled('granted', '待填'), ...filled('new', '待填'), [at('carriedIn', 'ngo')]: '待填' });
    const problem = only(sums(check(written)));
    expect([problem.severity, problem.message]).toEqual(['information', expect.stringContaining('还有 15 格待填')]);
    const mended = applyFix(written.text, only(problem.fixes));
    expect(sums(check({ ...written, text: mended }))).toEqual([]);
  });

  it('of which every part is filled in and no total is one information, which fills in the totals', () => {
    const written = zeros({
      [at('new', 'natural')]: '3',
      [at('new', 'ngo')]: '1',
      [at('granted', 'natural')]: '2',
      [at('granted', 'ngo')]: '1',
      [at('carriedOut', 'natural')]: '1',
    });
    const problem = only(sums(check(written)));
    expect([problem.rule, problem.severity]).toEqual(['table/broken-total', 'information']);
    expect(problem.message).toContain('首先是「一、本年新收政府信息公开申请数量」总计列');
    const mended = applyFix(written.text, only(problem.fixes));
    expect(sums(check({ ...written, text: mended }))).toEqual([]);
  });

  it('has an error where a total is filled in and wrong', () => {
    const written = zeros({
      ...filled('resultTotal', '待填'),
      [at('new', 'natural')]: '3',
      [at('new', 'total')]: '4',
    });
    const said = sums(check(written)).map(({ rule, severity }) => `${severity} ${rule}`);
    expect(said.toSorted()).toEqual(['error table/broken-total', 'information table/empty-cell']);
  });

  it('is finished when one total of many is 0: that is an error', () => {
    const written = draft({ layout, form, seed: 4, size: 'large', cells: { [at('resultTotal', 'natural')]: '0' } });
    expect(sums(check(written)).map(({ severity }) => severity)).toContain('error');
  });
});

it('does not fill in what only the author knows', () => {
  const open = ['granted', 'resultTotal', 'carriedOut'].map((row) => filled(row, '待填'));
  const cells = { ...Object.assign({}, ...open), [at('new', 'natural')]: '3', [at('new', 'total')]: '3' };
  const written = draft({ size: 'zero', cells });
  const { fixes } = only(found(check(written), 'table/empty-cell'));
  // 一 + 二 = 3, so what is carried forward is not 0 when nothing was answered.
  const mended = check({ ...written, text: applyFix(written.text, only(fixes)) });
  expect(only(found(mended, 'table/empty-cell')).message).toContain('「四、结转下年度继续办理」自然人列');
});
