import { describe, expect, test } from 'vitest';
import { arithmeticOf } from '../../server/src/facts/arithmetic.ts';
import { convertTable, TARGETS, targetsFor } from '../../server/src/language/convert.ts';
import { fixesOfRule } from '../../server/src/language/fix-rule.ts';
import { organizeSections } from '../../server/src/language/organize.ts';
import { refactorEdits, refactors } from '../../server/src/language/refactor.ts';
import { fillBlanks, recomputeTotals } from '../../server/src/language/table-fixes.ts';
import { cellIn } from '../../server/src/report/find.ts';
import { readReport } from '../../server/src/report/read.ts';
import type { Report } from '../../server/src/report/report.ts';
import type { LayoutId } from '../../server/src/report/tables/layouts/index.ts';
import { applyEdits } from '../../server/src/text/span.ts';
import { draft } from '../support/draft.ts';
import { LAYOUTS } from '../support/layouts.ts';
import { allViews, viewOf } from './views.ts';

const cells = (report: Report): Map<string, unknown> =>
  new Map(
    Object.values(report.tables).flatMap((table) =>
      table.rows.flatMap((row) => row.cells.map((cell) => [cell.id, cell.value] as const)),
    ),
  );
const digits = (text: string): string[] => (text.match(/\d+/g) ?? []).sort();

function convertAll(report: Report, to: LayoutId): { text: string; converted: number } {
  const edits = Object.values(report.tables).flatMap((table) => convertTable(report, table, to) ?? []);
  return applyEdits(report.text, edits).applied === edits.length
    ? { text: applyEdits(report.text, edits).text, converted: edits.length }
    : { text: '', converted: -1 };
}

describe.each(LAYOUTS.map((layout) => [layout.name, layout] as const))('a table in %s', (_, layout) => {
  test.each([...TARGETS.keys()])('becomes %s with every number in its cell', (to) => {
    for (const form of ['2021', '2019'] as const) {
      const made = draft({ layout, form, seed: 8, size: 'large' });
      const report = readReport(made.text, { format: made.format });
      const { text, converted } = convertAll(report, to);
      const after = readReport(text, { format: made.format });
      expect(cells(after)).toEqual(cells(report));
      const pages = made.layout.wrap === undefined ? '' : made.text.match(/^[-—] \d+ [-—]$/gm)?.join(' ');
      if (!pages) expect(digits(text)).toEqual(digits(made.text));
      const offered = Object.values(report.tables).filter((table) => targetsFor(report, table).includes(to));
      expect(converted).toBeLessThanOrEqual(offered.length);
      if (converted > 0) expect(new Set(Object.values(after.tables).map((table) => table.layout))).toContain(to);
    }
  });
});

test('there and back again is the same table', () => {
  const text = draft({ layout: LAYOUTS[0], seed: 8 }).text;
  const there = convertAll(readReport(text), 'markdown');
  expect(there.converted).toBe(3);
  const back = convertAll(readReport(there.text), 'pipe-rows');
  expect(back.text.replace(/\n\n/g, '\n')).toBe(text.replace(/\n\n/g, '\n'));
});

test('a label in the draft’s own words is kept, a lost row stays lost', () => {
  const text = draft({ seed: 8 })
    .text.replace('1.属于国家秘密', '1.属于国家机密')
    .replace(/^2\.重复申请.*\n/m, '');
  const { text: after } = convertAll(readReport(text), 'tab-rows');
  expect(after).toContain('1.属于国家机密');
  expect(after).not.toContain('重复申请');
  expect(cells(readReport(after))).toEqual(cells(readReport(text)));
});

test('a table that is not understood whole is left alone', () => {
  const torn = readReport(draft({ seed: 8 }).text.replace(/^(规章 \| 0 \|) 0 \|/m, '$1'));
  expect(torn.tables.proactive && targetsFor(torn, torn.tables.proactive)).toEqual([]);
  expect(torn.tables.requests && targetsFor(torn, torn.tables.requests)).toContain('markdown');
});

describe('numbers', () => {
  test('totals are recomputed, the last of all from the new ones', () => {
    const made = draft({
      seed: 8,
      size: 'large',
      cells: { 'requests/resultTotal/natural': '1', 'requests/granted/total': '', 'requests/resultTotal/total': '5' },
    });
    const report = readReport(made.text);
    const table = report.tables.requests;
    const edits = table ? recomputeTotals(table, 'zh') : [];
    expect(edits.map(({ note }) => note)).toContainEqual(
      expect.stringMatching(/^将「（七）总计」自然人列由 1 改为 \d+$/),
    );
    expect(edits).toHaveLength(3);
    const after = readReport(applyEdits(made.text, edits).text);
    expect(arithmeticOf(after).evaluated.every(({ status }) => status === 'holds')).toBe(true);
  });

  test('blanks become 0, but not where a sum says otherwise', () => {
    const made = draft({
      seed: 8,
      size: 'large',
      cells: { 'requests/unable.unclear/ngo': '', 'requests/new/natural': '', 'review/counts/review.total': '' },
    });
    const report = readReport(made.text);
    const edits = report.tables.requests ? fillBlanks(report.tables.requests, 'zh') : [];
    const value = Number(draft({ seed: 8, size: 'large' }).printed.get('requests/new/natural'));
    expect(value).toBeGreaterThan(0);
    const after = readReport(applyEdits(made.text, edits).text);
    expect(cellIn(after, 'requests/new/natural')?.value).toBe('blank');
    for (const each of arithmeticOf(after).evaluated) expect(each.status).not.toBe('broken');
  });

  test.each(LAYOUTS.filter(({ showsBlanks }) => showsBlanks).map((each) => [each.name, each] as const))(
    'a zero goes into its own cell in %s',
    (_, layout) => {
      const zero = draft({
        layout,
        size: 'zero',
        cells: { 'requests/new/natural': '', 'review/counts/review.total': '' },
      });
      const report = readReport(zero.text, { format: zero.format });
      const edits = Object.values(report.tables).flatMap((table) => fillBlanks(table, 'zh'));
      const after = cells(readReport(applyEdits(zero.text, edits).text, { format: zero.format }));
      const whole = draft({ layout, size: 'zero' });
      expect(after).toEqual(cells(readReport(whole.text, { format: whole.format })));
    },
  );
});

describe('sections', () => {
  const ORDER = [1, 3, 2, 4, 6, 5] as const;

  test.each(LAYOUTS.map((layout) => [layout.name, layout] as const))('get the form’s order in %s', (_, layout) => {
    const made = draft({ layout, sections: ORDER, seed: 8 });
    const report = readReport(made.text, { format: made.format });
    const { text } = applyEdits(made.text, organizeSections(report));
    const after = readReport(text, { format: made.format });
    const found = report.sections.map(({ number }) => number);
    expect(after.sections.map(({ number }) => number)).toEqual([...found].sort((a, b) => a - b));
    expect([...cells(after)].sort()).toEqual([...cells(report)].sort());
    expect(digits(text)).toEqual(digits(made.text));
    expect(organizeSections(after)).toEqual([]);
  });

  test('the signature stays at the end', () => {
    const made = draft({ sections: ORDER, prose: { signOff: ['青溪县水利局', '2025年1月20日'] } });
    const { text } = applyEdits(made.text, organizeSections(readReport(made.text)));
    expect(text.trimEnd().endsWith('青溪县水利局\n2025年1月20日')).toBe(true);
  });

  test('nothing is moved when all is in order, or a section stands twice', () => {
    expect(organizeSections(readReport(draft().text))).toEqual([]);
    expect(organizeSections(readReport(draft({ sections: [1, 3, 2, 3] }).text))).toEqual([]);
  });
});

test('all safe fixes of one rule', () => {
  const made = draft({ headings: 'unnumbered', seed: 8 });
  const { result } = viewOf(made.text);
  const { count, edits } = fixesOfRule(result, 'structure/heading-number');
  expect(count).toBe(6);
  expect(fixesOfRule(viewOf(applyEdits(made.text, edits).text).result, 'structure/heading-number').count).toBe(0);
  expect(fixesOfRule(result, 'table/broken-total')).toEqual({ count: 0, edits: [] });
});

test.each(allViews().map(({ name, view }) => [name, view] as const))('what is offered can be done in %s', (_, view) => {
  const { text } = view.report;
  for (const { id, title } of refactors(view, { start: 0, end: text.length }, () => true)) {
    expect(title).not.toContain('undefined');
    const edits = refactorEdits(view, id) ?? [];
    expect(edits.length, title).toBeGreaterThan(0);
    expect(applyEdits(text, edits).applied).toBe(edits.length);
    if (id.does === 'organize' || (id.does === 'convert' && !/^[-—] \d+ [-—]$/m.test(text))) {
      expect(digits(applyEdits(text, edits).text)).toEqual(digits(text));
    }
  }
});
