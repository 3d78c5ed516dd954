import { describe, expect, it } from 'vitest';
import { cellId } from '../../../server/src/forms/index.ts';
import { applyEdits } from '../../../server/src/text/span.ts';
import { RULE_CASES } from '../../support/cases.ts';
import { alarms, check, found, only, sliceOf } from '../../support/check.ts';
import { draft } from '../../support/draft.ts';
import { expectMended } from '../../support/fixes.ts';

const at = (row: string, column: string) => cellId('requests', row, column);

describe.each(RULE_CASES)('table/broken-total and table/identity, $name', ({ layout, form }) => {
  const correct = draft({ layout, form, seed: 41, size: 'small' });
  const number = (cell: ReturnType<typeof at>): number => Number(correct.printed.get(cell));

  it('finds nothing where all equations hold, and says how many it checked', () => {
    const { problems, outcomes } = check(correct);
    expect(problems.filter(({ rule }) => rule === 'table/broken-total' || rule === 'table/identity')).toEqual([]);
    const equations = outcomes.filter(({ rule }) => rule === 'table/broken-total' || rule === 'table/identity');
    expect(equations.length).toBe(form === '2021' ? 42 : 40);
    expect(equations.every(({ status }) => status === 'passed')).toBe(true);
  });

  it('names the one cell behind a broken row, column and balance', () => {
    const cell = at('granted', 'natural');
    const wrong = draft({ layout, form, seed: 41, cells: { [cell]: `${number(cell) + 7}` } });
    const result = check(wrong);
    const problem = only(alarms(result).filter(({ rule }) => rule.startsWith('table/')));
    expect(problem.rule).toBe('table/broken-total');
    expect(problem.span).toEqual(wrong.cellAt(cell));
    expect(problem.message).toContain('「（一）予以公开」自然人列');
    const mended = expectMended(wrong.text, problem, only(problem.fixes), wrong.format);
    expect(mended).toBe(correct.text);
  });

  it('names a wrong row total with both numbers and the difference', () => {
    const cell = at('new', 'total');
    const wrong = draft({ layout, form, seed: 41, cells: { [cell]: `${number(cell) + 2}` } });
    const problem = only(found(check(wrong), 'table/broken-total'));
    expect(problem.span).toEqual(wrong.cellAt(cell));
    expect(problem.severity).toBe('error');
    expect(problem.related.length).toBeGreaterThan(0);
    expect(expectMended(wrong.text, problem, only(problem.fixes), wrong.format)).toBe(correct.text);
  });

  it('takes two wrong （七）总计 for two causes and the balances for consequences', () => {
    const cells = { [at('resultTotal', 'natural')]: '0', [at('resultTotal', 'total')]: '0' };
    const wrong = draft({ layout, form, seed: 41, cells });
    const result = check(wrong);
    expect(found(result, 'table/identity')).toEqual([]);
    const problems = found(result, 'table/broken-total');
    expect(problems.map(({ span }) => span)).toEqual(Object.keys(cells).map((id) => wrong.cellAt(id as never)));
    const fixes = problems.flatMap((problem) => problem.fixes[0] ?? []);
    expect(fixes.map(({ title }) => title.slice(title.indexOf('由')))).toEqual(
      ['natural', 'total'].map((column) => `由 0 改为 ${number(at('resultTotal', column))}`),
    );
    const edits = fixes.flatMap((fix) => fix.edits);
    expect(applyEdits(wrong.text, edits).text).toBe(correct.text);
  });

  it('checks each total of the review table', () => {
    for (const group of ['review', 'direct', 'afterReview'] as const) {
      const total = cellId('review', 'counts', `${group}.total`);
      const wrong = draft({ layout, form, seed: 41, cells: { [total]: '999' } });
      const problem = only(found(check(wrong), 'table/broken-total'));
      expect(sliceOf(wrong.text, problem.span)).toBe('999');
      for (const fix of problem.fixes) expectMended(wrong.text, problem, fix, wrong.format);
      const last = problem.fixes.at(-1);
      expect(
        problem.fixes.some((fix) => fix.title.endsWith(`改为 ${correct.printed.get(total)}`)),
        last?.title,
      ).toBe(true);
    }
  });

  it('reports a balance that fails by itself', () => {
    const cells = {
      [at('carriedOut', 'natural')]: `${number(at('carriedOut', 'natural')) + 3}`,
      [at('carriedOut', 'total')]: `${number(at('carriedOut', 'total')) + 3}`,
    };
    const wrong = draft({ layout, form, seed: 41, cells });
    const result = check(wrong);
    expect(found(result, 'table/broken-total')).toEqual([]);
    const problems = found(result, 'table/identity');
    expect(problems.length).toBeGreaterThan(0);
    for (const problem of problems) {
      expect(problem.message).toMatch(/相差 3/);
      expect(problem.fixes.length).toBeGreaterThan(0);
    }
  });

  it('checks no sum that a blank makes unknown', () => {
    const wrong = draft({
      layout,
      form,
      seed: 41,
      cells: { [at('denied.law', 'natural')]: '', [at('new', 'legal')]: '/' },
    });
    const { outcomes } = check(wrong);
    const open = outcomes.filter(({ rule, status }) => rule === 'table/broken-total' && status === 'not-checked');
    expect(open.length).toBeGreaterThanOrEqual(2);
    expect(open.every(({ reason }) => reason !== undefined)).toBe(true);
  });

  it('never adds a subtotal of the draft to a sum', () => {
    const extra = { after: 'denied.inquiry', label: '小计', values: ['50', '0', '0', '0', '0', '0', '50'] };
    const result = check(draft({ layout, form, seed: 41, faults: { extraRows: [extra] } }));
    expect(found(result, 'table/broken-total')).toEqual([]);
  });
});
