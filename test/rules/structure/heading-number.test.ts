import { describe, expect, it } from 'vitest';
import { lint } from '../../../server/src/index.ts';
import { RULE_CASES } from '../../support/cases.ts';
import { check, found, only, sliceOf, squeeze } from '../../support/check.ts';
import { draft } from '../../support/draft.ts';
import { expectMended } from '../../support/fixes.ts';

const RULE = 'structure/heading-number';

describe.each(RULE_CASES)('structure/heading-number, $name', ({ layout, form }) => {
  it.each([
    [1, '总体情况', '一、总体情况'],
    [5, '存在的主要问题及改进情况', '五、存在的主要问题及改进情况'],
    [3, '三收到和处理政府信息公开申请情况', '三、收到和处理政府信息公开申请情况'],
    [1, '一总体情况', '一、总体情况'],
    [4, '三、政府信息公开行政复议、行政诉讼情况', '四、政府信息公开行政复议、行政诉讼情况'],
  ] as const)('corrects section %i: %s', (number, written, right) => {
    const wrong = draft({ layout, form, headings: { [number]: written } });
    const problem = only(found(check(wrong), RULE));
    expect(problem.severity).toBe('warning');
    expect(squeeze(sliceOf(wrong.text, problem.span))).toBe(written);
    const fix = only(problem.fixes);
    expect(fix.kind).toBe('safe');
    const mended = expectMended(wrong.text, problem, fix, wrong.format);
    expect(squeeze(mended)).toBe(squeeze(draft({ layout, form, headings: { [number]: right } }).text));
  });

  it('changes a digit only on request', () => {
    const wrong = draft({ layout, form, headings: { 5: '4.存在的主要问题及改进情况' } });
    expect(only(only(found(check(wrong), RULE)).fixes).kind).toBe('suggestion');
  });

  it('accepts # marks, blanks and 第一部分', () => {
    const headings = {
      1: '第一部分 总体情况',
      5: '### 五、 存在的主要问题及改进情况',
      6: '**六、其他需要报告的事项**',
    };
    expect(found(check(draft({ layout, form, headings })), RULE)).toEqual([]);
  });

  it('leaves a preface and a table of contents that list the same names alone', () => {
    expect(found(check(draft({ layout, form, preface: 'lists-sections' })), RULE)).toEqual([]);
    expect(found(check(draft({ layout, form, contents: true })), RULE)).toEqual([]);
  });
});

it('finds one fault where the mark behind the ordinal was lost', () => {
  const { text } = draft({ headings: { 3: '三 收到和处理政府信息公开申请情况' } });
  expect(
    lint(text)
      .problems.filter(({ rule }) => rule.startsWith('structure/'))
      .map(({ rule }) => rule),
  ).toEqual([RULE]);
});
