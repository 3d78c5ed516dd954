import { describe, expect, it } from 'vitest';
import type { CellId } from '../../../server/src/forms/index.ts';
import { check, found, only } from '../../support/check.ts';
import { draft } from '../../support/draft.ts';
import { LAYOUTS } from '../../support/layouts.ts';

const RULE = 'table/impossible-valid';
const documents = (made: string, repealed: string, valid: string): Partial<Record<CellId, string>> => ({
  'proactive/normative/made': made,
  'proactive/normative/repealed': repealed,
  'proactive/normative/valid': valid,
});

describe.each(LAYOUTS)('$name', (layout) => {
  it('warns when fewer are in force than were issued and kept', () => {
    const text = draft({ layout, cells: documents('5', '0', '3') });
    const problem = only(found(check(text), RULE));
    expect(problem).toMatchObject({ severity: 'warning', messageId: 'valid' });
    expect(text.text.slice(problem.span.start, problem.span.end)).toBe('3');
    expect(problem.related).toHaveLength(2);
  });
});

it.each([
  ['5', '2', '3'],
  ['5', '0', '5'],
  ['0', '7', '0'],
  ['0', '0', '0'],
])('accepts %s issued, %s repealed, %s in force', (made, repealed, valid) => {
  expect(found(check(draft({ cells: documents(made, repealed, valid) })), RULE)).toEqual([]);
});

it('knows the columns of the 2019 form', () => {
  const cells = { 'proactive/normative/published': '6', 'proactive/normative/open': '4' } as const;
  expect(found(check(draft({ form: '2019', cells })), RULE)).toMatchObject([{ messageId: 'open' }]);
  const right = { 'proactive/normative/published': '4', 'proactive/normative/open': '6' } as const;
  expect(found(check(draft({ form: '2019', cells: right })), RULE)).toEqual([]);
});

it('is not checked where a number is not known', () => {
  const { outcomes } = check(draft({ cells: documents('5', '', '3') }));
  const own = outcomes.filter(({ rule, subject }) => rule === RULE && subject.includes('规范性文件'));
  expect(own).toMatchObject([{ status: 'not-checked', reason: 'cell-blank' }]);
});
