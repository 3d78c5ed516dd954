import { expect, it } from 'vitest';
import { lint } from '../../server/src/index.ts';

const TITLE = '青禾县水务局2024年政府信息公开工作年度报告\n一、总体情况\n';
const RULE = 'punct/unbalanced';

const checked = (marks: number) => {
  const { problems, outcomes } = lint(`${TITLE}${'《公开'.repeat(marks)}\n`);
  return {
    found: problems.filter(({ rule }) => rule === RULE).length,
    unchecked: outcomes.filter(({ rule, reason }) => rule === RULE && reason === 'too-many').length,
  };
};

it('a rule that finds tens of thousands is broken off, and says that it was', () => {
  expect(checked(500)).toEqual({ found: 500, unchecked: 0 });
  expect(checked(20_100)).toEqual({ found: 20_000, unchecked: 1 });
});
