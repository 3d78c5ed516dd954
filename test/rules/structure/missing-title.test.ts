import { describe, expect, it } from 'vitest';
import { RULE_CASES } from '../../support/cases.ts';
import { check, found, only } from '../../support/check.ts';
import { draft } from '../../support/draft.ts';
import { expectMended } from '../../support/fixes.ts';
import { ISSUERS } from '../../support/issuers.ts';

const RULE = 'structure/missing-title';

describe.each(RULE_CASES)('structure/missing-title, $name', ({ layout, form }) => {
  it('reports a report without a title, and proposes one from the file name', () => {
    const preface = ['所列数据统计时限为1月1日至12月31日。'];
    const wrong = draft({ layout, form, title: 0, prose: { preface } });
    const without = only(found(check(wrong), RULE));
    expect(without.severity).toBe('warning');
    expect(without.fixes).toEqual([]);
    const fix = only(only(found(check(wrong, { fileName: `青溪县水利局${wrong.year}年年报.txt` }), RULE)).fixes);
    expect(fix.title).toContain(`青溪县水利局${wrong.year}年政府信息公开工作年度报告`);
    expectMended(wrong.text, without, fix, wrong.format);
  });

  it('is content with a look where the preface names body and year', () => {
    const year = form === '2021' ? 2024 : 2020;
    const preface = [`依照有关规定，现发布青溪县水利局${year}年政府信息公开工作年度报告。`];
    const wrong = draft({ layout, form, title: 0, prose: { preface } });
    const problem = only(found(check(wrong), RULE));
    expect(problem.severity).toBe('information');
    expectMended(wrong.text, problem, only(problem.fixes), wrong.format);
  });

  it('proposes the body that the preface says compiled it', () => {
    const year = form === '2021' ? 2024 : 2020;
    const preface = [`本报告由青溪县水利局编制，所列数据统计时限为${year}年1月1日至12月31日。`];
    const wrong = draft({ layout, form, title: 0, prose: { preface } });
    const problem = only(found(check(wrong), RULE));
    expect(only(problem.fixes).title).toContain(`青溪县水利局${year}年政府信息公开工作年度报告`);
    expectMended(wrong.text, problem, only(problem.fixes), wrong.format);
  });

  it('accepts a title over one to three lines', () => {
    for (const title of [1, 2, 3] as const) expect(found(check(draft({ layout, form, title })), RULE)).toEqual([]);
  });

  it('accepts the year in the middle and 年度工作报告', () => {
    for (const line of ['青溪县水利局政府信息公开工作2024年度报告', '2024年度青溪县水利局政府信息公开年度工作报告']) {
      expect(found(check(draft({ layout, form: '2021', title: [line] })), RULE), line).toEqual([]);
    }
  });
});

it('structure/missing-title accepts the title of any body', () => {
  for (const issuer of ISSUERS) expect(found(check(draft({ issuer })), RULE), issuer.name).toEqual([]);
});
