import { describe, expect, it } from 'vitest';
import { RULE_CASES } from '../../support/cases.ts';
import { check, found, only } from '../../support/check.ts';
import { draft } from '../../support/draft.ts';
import { expectMended } from '../../support/fixes.ts';

/** A row whose ordinal was lost is there, with its numbers: nobody should insert it a second time. */
const LOST = {
  new: '本年新收政府信息公开申请数量',
  carriedIn: '上年结转政府信息公开申请数量',
  granted: '予以公开',
  'denied.secret': '属于国家秘密',
  'unable.notHeld': '本机关不掌握相关政府信息',
  resultTotal: '总计',
  carriedOut: '结转下年度继续办理',
};

describe.each(RULE_CASES)('$name', ({ layout, form }) => {
  it.each(Object.entries(LOST))('%s without its ordinal', (row, label) => {
    const written = draft({ layout, form, faults: { labels: { [row]: label } } });
    const result = check(written);
    expect(found(result, 'table/missing-row')).toEqual([]);
    expect(found(result, 'table/extra-row')).toEqual([]);
    const problem = only(result.problems.filter(({ severity }) => severity === 'warning' || severity === 'error'));
    expect(problem.rule).toBe('table/label');
    for (const fix of problem.fixes) expectMended(written.text, problem, fix, written.format);
  });
});
