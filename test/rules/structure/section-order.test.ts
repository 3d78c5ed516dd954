import { describe, expect, it } from 'vitest';
import { RULE_CASES } from '../../support/cases.ts';
import { check, found, only, sliceOf, squeeze } from '../../support/check.ts';
import { draft } from '../../support/draft.ts';

const RULE = 'structure/section-order';

describe.each(RULE_CASES)('structure/section-order, $name', ({ layout, form }) => {
  it('reports the section that stands after a later one', () => {
    const wrong = draft({ layout, form, sections: [1, 2, 3, 4, 6, 5] });
    const problem = only(found(check(wrong), RULE));
    expect(squeeze(sliceOf(wrong.text, problem.span))).toBe('五、存在的主要问题及改进情况');
    expect(problem.message).toContain('六、其他需要报告的事项');
    expect(problem.related.length).toBe(1);
    expect(problem.fixes).toEqual([]);
  });

  it('reports a section that stands twice, once', () => {
    const wrong = draft({ layout, form, sections: [1, 2, 3, 4, 5, 6, 5] });
    expect(only(found(check(wrong), RULE)).messageId).toBe('repeated');
  });

  it('takes neither a preface nor a table of contents for sections', () => {
    expect(found(check(draft({ layout, form, preface: 'lists-sections' })), RULE)).toEqual([]);
    expect(found(check(draft({ layout, form, contents: true })), RULE)).toEqual([]);
  });
});
