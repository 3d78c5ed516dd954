import { describe, expect, it } from 'vitest';
import { lint, readReport } from '../../../server/src/index.ts';
import { cellIn } from '../../../server/src/report/find.ts';
import { applyFix, check, found } from '../../support/check.ts';
import { draft } from '../../support/draft.ts';
import { LAYOUTS } from '../../support/layouts.ts';
import { marked, mended, seen } from '../fragments.ts';

const RULE = 'structure/form-mismatch';

describe('tables of the other form', () => {
  it.each(LAYOUTS)('are an error in $name, and the only one', (layout) => {
    const result = check(draft({ form: '2019', year: 2023, layout }));
    expect(found(result, RULE).filter(({ severity }) => severity === 'error')).toHaveLength(1);
    expect(result.problems.filter(({ rule }) => rule === 'table/label')).toEqual([]);
    expect(result.problems.filter(({ rule }) => rule === 'table/missing-row')).toEqual([]);
  });

  it('are found the other way round too', () => {
    expect(seen(RULE, draft({ form: '2021', year: 2020 }).text)).toMatchObject([
      { id: 'proactive', severity: 'error' },
    ]);
  });

  it('become the right table, with the decisions kept and the rest blank', () => {
    const text = mended(RULE, draft({ form: '2019', year: 2023, cells: { 'proactive/licence/decisions': '41' } }).text);
    const report = readReport(text);
    expect(report.form.id).toBe('2021');
    expect(cellIn(report, 'proactive/licence/decisions')?.raw.trim()).toBe('41');
    expect(cellIn(report, 'proactive/normative/valid')?.value).toBe('blank');
    expect(marked(RULE, text).filter((each) => each.startsWith('error'))).toEqual([]);
  });
});

describe('the table that the fix writes', () => {
  it.each(LAYOUTS)('is read again with the same numbers in $name, or it is not offered', (layout) => {
    const cells = { 'proactive/licence/decisions': '41', 'proactive/coercion/decisions': '7' } as const;
    const { text, format } = draft({ form: '2019', year: 2023, layout, cells });
    for (const fix of found(lint(text, { format }), RULE).flatMap((problem) => problem.fixes)) {
      const report = readReport(applyFix(text, fix), { format });
      expect(report.form.id).toBe('2021');
      expect(cellIn(report, 'proactive/licence/decisions')?.raw.trim()).toBe('41');
      expect(cellIn(report, 'proactive/coercion/decisions')?.raw.trim()).toBe('7');
      for (const { torn, cells } of report.tables.proactive?.rows ?? []) {
        expect(torn).toBeUndefined();
        expect(cells.length).toBeGreaterThan(0);
      }
      expect(report.tables.proactive?.missingRows).toEqual([]);
      expect(report.tables.requests?.rows).toHaveLength(23);
    }
  });
});

describe('a requests table of 23 rows in a later report', () => {
  it('is one information and lacks no row', () => {
    const result = check(draft({ requestRows: 23 }));
    expect(found(result, RULE)).toMatchObject([{ messageId: 'requests', severity: 'information' }]);
    expect(found(result, 'table/missing-row')).toEqual([]);
  });

  it('is right in 2020', () => {
    expect(marked(RULE, draft({ form: '2019', year: 2020 }).text)).toEqual([]);
  });
});

describe('silence', () => {
  it.each(['2019', '2021'] as const)('on a report in the form of %s', (form) => {
    expect(marked(RULE, draft({ form }).text)).toEqual([]);
  });

  it('on a single label of the other form, which is table/label’s', () => {
    expect(marked(RULE, draft({ faults: { labels: { normative: '规范性文件' } } }).text)).toEqual([]);
    expect(marked(RULE, draft({ faults: { heads: { 现行有效件数: '对外公开总数量' } } }).text)).toEqual([]);
  });

  it('without a year or without the table', () => {
    expect(marked(RULE, draft({ withoutTable: [2] }).text)).toEqual([]);
  });
});
