import { describe, expect, it } from 'vitest';
import { applyFix, check, found, only } from '../../support/check.ts';
import { draft } from '../../support/draft.ts';
import { LAYOUTS } from '../../support/layouts.ts';

const RULE = 'table/placeholder-cell';
const CELL = 'requests/denied.secret/research';

describe.each(LAYOUTS)('$name', (layout) => {
  it.each(['/', '-', '—', '无', '×', 'N/A'])('warns of %s where a number goes', (mark) => {
    const text = draft({ layout, cells: { [CELL]: mark }, size: 'zero' });
    const problem = only(found(check(text), RULE));
    expect(problem).toMatchObject({ severity: 'warning', messageId: 'one' });
    expect(text.text.slice(problem.span.start, problem.span.end)).toBe(mark);
    expect(found(check({ ...text, text: applyFix(text.text, only(problem.fixes)) }), RULE)).toEqual([]);
  });
});

it('is one finding for a row of marks, with one fix', () => {
  const columns = ['natural', 'business', 'research', 'ngo', 'legal', 'otherOrg', 'total'];
  const cells = Object.fromEntries(columns.map((column) => [`requests/denied.secret/${column}`, '-']));
  const text = draft({ cells, size: 'zero' });
  const problem = only(found(check(text), RULE));
  expect(problem).toMatchObject({ messageId: 'many' });
  expect(found(check({ ...text, text: applyFix(text.text, only(problem.fixes)) }), RULE)).toEqual([]);
});

it('is an information for 规章, which many bodies may not make, and in the 2019 form', () => {
  const rules = { 'proactive/regulations/made': '/', 'proactive/regulations/valid': '/' } as const;
  expect(found(check(draft({ cells: rules })), RULE)).toMatchObject([
    { severity: 'information', messageId: 'regulations' },
  ]);
  expect(found(check(draft({ form: '2019', cells: { [CELL]: '-' } })), RULE)).toMatchObject([
    { severity: 'information' },
  ]);
});

it('leaves blanks, zeros and text to other rules', () => {
  expect(found(check(draft({ cells: { [CELL]: '' } })), RULE)).toEqual([]);
  expect(found(check(draft({ cells: { [CELL]: '若干' } })), RULE)).toEqual([]);
  expect(found(check(draft({ size: 'zero' })), RULE)).toEqual([]);
});

it('offers no 0 where the row’s total says that something stands there', () => {
  const cells = { [CELL]: '-', 'requests/denied.secret/natural': '-', 'requests/denied.secret/total': '3' };
  expect(only(found(check(draft({ cells, size: 'zero' })), RULE)).fixes).toEqual([]);
});
