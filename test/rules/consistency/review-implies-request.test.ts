import { describe, expect, test } from 'vitest';
import { lint, readReport, summaryOf } from '../../../server/src/index.ts';
import { check, found, only, sliceOf } from '../../support/check.ts';
import { draft } from '../../support/draft.ts';
import { LAYOUTS } from '../../support/layouts.ts';

const RULE = 'consistency/review-implies-request';
const CASES = { 'review/counts/direct.upheld': '2', 'review/counts/direct.total': '2' } as const;

describe(RULE, () => {
  test.each(LAYOUTS.map((layout) => [layout.name, layout] as const))(
    'suits without applications, in %s',
    (_, layout) => {
      const written = draft({ layout, size: 'zero', cells: CASES });
      const problem = only(found(check(written), RULE));
      expect(problem.severity).toBe('hint');
      expect(sliceOf(written.text, problem.span)).toBe('2');
    },
  );

  test('silent: nothing, and applications beside them', () => {
    expect(found(check(draft({ size: 'zero' })), RULE)).toEqual([]);
    expect(found(check(draft({ size: 'small', cells: CASES })), RULE)).toEqual([]);
  });

  test('silent where the report of the year before has applications', () => {
    const before = summaryOf(readReport(draft({ year: 2023, size: 'small' }).text), '2023.txt');
    const { text } = draft({ size: 'zero', cells: CASES });
    expect(found(lint(text, { otherReports: [before] }), RULE)).toEqual([]);
  });
});
