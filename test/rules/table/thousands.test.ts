import { expect, it } from 'vitest';
import { applyFix, check, found, only } from '../../support/check.ts';
import { draft } from '../../support/draft.ts';

const RULE = 'table/thousands';
const cells = { 'proactive/licence/decisions': '1,234', 'proactive/penalty/decisions': '12,345,678' } as const;

it('is one hint a table, whose fix drops the separators', () => {
  const text = draft({ cells });
  const problem = only(found(check(text), RULE));
  expect(problem).toMatchObject({ severity: 'hint' });
  expect(only(problem.fixes)).toMatchObject({ kind: 'suggestion', title: expect.stringContaining('1234') });
  const fixed = applyFix(text.text, only(problem.fixes));
  expect(fixed).toContain('12345678');
  expect(found(check({ ...text, text: fixed }), RULE)).toEqual([]);
});

it('is silent on plain numbers, decimals and prose', () => {
  const plain = { 'proactive/licence/decisions': '1234', 'proactive/fees/amount': '96171.6' } as const;
  expect(found(check(draft({ cells: plain, say: { 1: '网站访问量750,524次。' } })), RULE)).toEqual([]);
});
