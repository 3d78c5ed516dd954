import { describe, expect, it } from 'vitest';
import { cellId } from '../../../server/src/forms/index.ts';
import { readReport } from '../../../server/src/index.ts';
import { rowIn } from '../../../server/src/report/find.ts';
import { RULE_CASES } from '../../support/cases.ts';
import { alarms, check, found, lineAt, only } from '../../support/check.ts';
import { draft } from '../../support/draft.ts';
import { expectMended } from '../../support/fixes.ts';

/** Where several rows share a line nothing can be inserted between them as a line; see the layouts' own tests. */
const LINED = RULE_CASES.filter(({ layout }) => !layout.name.endsWith('on one line'));

describe.each(LINED)('table/missing-row, $name', ({ layout, form }) => {
  it.each([
    ['carriedIn', '「二、上年结转政府信息公开申请数量」'],
    ['granted', '「（一）予以公开」'],
    ['denied.process', '「6.属于四类过程性信息」'],
    ['carriedOut', '「四、结转下年度继续办理」'],
    ['coercion', '「行政强制」'],
  ])('reports %s and inserts it with zeros', (row, name) => {
    const wrong = draft({ layout, form, size: 'zero', faults: { dropRows: [row] } });
    const problem = only(found(check(wrong), 'table/missing-row'));
    expect(problem.message).toContain(name);
    const fix = only(problem.fixes);
    expect(fix.kind).toBe('suggestion');
    const mended = expectMended(wrong.text, problem, fix, wrong.format);
    const report = readReport(mended, { format: wrong.format });
    const table = row === 'coercion' ? report.tables.proactive : report.tables.requests;
    const values = rowIn(table, row)?.cells.map(({ raw }) => raw) ?? [];
    expect(values.length).toBeGreaterThan(0);
    expect(new Set(values)).toEqual(new Set(['0']));
    expect(table?.missingRows).toEqual([]);
    expect(table?.rows.map((each) => each.row.key)).toEqual(
      (row === 'coercion' ? wrong.form.tables.proactive : wrong.requests).blocks.flatMap(({ rows }) =>
        rows.map(({ key }) => key),
      ),
    );
  });

  it('says once that rows which follow one another are gone', () => {
    const dropRows = ['unable.notHeld', 'unable.needCreate', 'unable.unclear', 'notHandled.petition'];
    const wrong = draft({ layout, form, size: 'zero', faults: { dropRows } });
    const problem = only(found(check(wrong), 'table/missing-row'));
    expect(problem.message).toContain('4 行');
    expect(lineAt(wrong.text, problem.span.start)).toBe(wrong.labelLine('denied.inquiry'));
    expectMended(wrong.text, problem, only(problem.fixes), wrong.format);
  });

  it.each([
    ['notHandled.repeat', 'notHandled.publication'],
    ['denied.thirdParty', 'denied.internal'],
    ['penalty', 'coercion'],
    ['new', 'carriedIn'],
    ['granted', 'partial'],
  ])('finds %s and %s where each stands in the place of the other', (one, other) => {
    const wrong = draft({ layout, form, seed: 5, faults: { swapRows: [[one, other]] } });
    const result = check(wrong);
    expect(alarms(result).map(({ rule, messageId }) => [rule, messageId])).toEqual([['table/label', 'order']]);
    const sums = result.outcomes.filter(({ rule }) => rule === 'table/broken-total' || rule === 'table/identity');
    expect(new Set(sums.map(({ status }) => status))).toEqual(new Set(['passed']));
  });

  it('says of a label without numbers that they are gone, and inserts no second row', () => {
    const amount = cellId('proactive', 'coercion', form === '2021' ? 'decisions' : 'change');
    const dropCells =
      form === '2021'
        ? [amount]
        : ['lastYearItems', 'change', 'decisions'].map((column) => cellId('proactive', 'coercion', column));
    const result = check(draft({ layout, form, faults: { dropCells } }));
    expect(found(result, 'table/missing-row')).toEqual([]);
    // Where the line is a grid the lost cell looks like a blank one.
    const told = ['table/cell-count', 'table/empty-cell'].flatMap((rule) => found(result, rule));
    expect(told.map(({ message }) => message.slice(0, 6))).toEqual(['「行政强制」']);
  });

  it('accepts both 23 and 25 rows', () => {
    for (const requestRows of [23, 25] as const) {
      expect(found(check(draft({ layout, form, requestRows })), 'table/missing-row')).toEqual([]);
    }
  });
});

it.each(RULE_CASES)(
  'takes 总计 in the head of table 4 for no row of table 3 that lost its last ones, $name',
  ({ layout, form }) => {
    const { requests } = draft({ layout, form });
    const last = requests.blocks.flatMap(({ rows }) => rows.map(({ key }) => key)).slice(-3);
    const problem = only(alarms(check(draft({ layout, form, size: 'zero', faults: { dropRows: last } }))));
    expect(problem).toMatchObject({ rule: 'table/missing-row', messageId: 'rows' });
  },
);

describe.each(LINED)('table/missing-table, $name', ({ layout, form }) => {
  it.each([2, 3, 4] as const)('inserts the table of section %i in the look of the draft', (section) => {
    const wrong = draft({ layout, form, size: 'zero', withoutTable: [section] });
    const problem = only(found(check(wrong), 'table/missing-table'));
    expect(problem.severity).toBe('error');
    const mended = expectMended(wrong.text, problem, only(problem.fixes), wrong.format);
    const report = readReport(mended, { format: wrong.format });
    expect(found(check({ ...wrong, text: mended }), 'table/missing-table')).toEqual([]);
    const tables = Object.values(report.tables);
    expect(tables.length).toBe(3);
    expect(new Set(tables.map((table) => table.layout)).size).toBe(1);
  });

  it('inserts tab rows, Markdown in Markdown, HTML in HTML, where no table is left to go by', () => {
    const wrong = draft({ layout, form, size: 'zero', withoutTable: [2, 3, 4] });
    const problems = found(check(wrong), 'table/missing-table');
    expect(problems.length).toBe(3);
    for (const problem of problems) {
      const mended = expectMended(wrong.text, problem, only(problem.fixes), wrong.format);
      const [table] = Object.values(readReport(mended, { format: wrong.format }).tables);
      expect(table?.layout).toBe({ markdown: 'markdown', html: 'html', text: 'tab-rows' }[wrong.format]);
    }
  });
});
