import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../server/src/check/lint.ts';
import { lint } from '../../../server/src/index.ts';
import { applyFix } from '../../support/check.ts';
import { type DraftOptions, draft } from '../../support/draft.ts';
import { LAYOUTS } from '../../support/layouts.ts';

/** A fix writes in the layout of the draft: what it inserts is read again as what it stands for. */

const FAULTS: readonly (readonly [name: string, rule: string, options: DraftOptions])[] = [
  ['a row lost in the middle', 'table/missing-row', { faults: { dropRows: ['denied.thirdParty'] } }],
  ['the first row lost', 'table/missing-row', { faults: { dropRows: ['new'] } }],
  ['a table lost', 'table/missing-table', { withoutTable: [3] }],
  ['a section with a table lost', 'structure/missing-section', { sections: [1, 2, 3, 5, 6] }],
  ['the last section lost', 'structure/missing-section', { sections: [1, 2, 3, 4, 5] }],
  ['a heading without its number', 'structure/heading-number', { headings: { 3: '收到和处理政府信息公开申请情况' } }],
  ['a wrong total', 'table/broken-total', { cells: { 'review/counts/direct.total': '77' } }],
  ['a unit in a cell', 'table/not-a-number', { cells: { 'proactive/fees/amount': '12.5万元' } }],
];

const of = (problems: readonly Problem[], rule: string): Problem[] => problems.filter((each) => each.rule === rule);
/** What says that the reader did not understand the text; sums may well not hold with the zeros that a fix writes. */
const unread = (problems: readonly Problem[]): string[] =>
  problems
    .filter(({ rule }) => /^structure\/|^table\/(?:missing|cell-count|label|extra|empty)/.test(rule))
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ rule, message }) => `${rule} ${message}`);

describe.each(LAYOUTS)('$name', (layout) => {
  it.each(FAULTS)('mends %s', (_, rule, options) => {
    const { text, format } = draft({ layout, seed: 7, size: 'small', ...options });
    const before = lint(text, { format });
    const problem = of(before.problems, rule)[0];
    if (!problem) throw new Error(`${rule} is not found`);
    const fix = problem.fixes[0];
    if (!fix) throw new Error(`${rule} has no fix`);
    const after = lint(applyFix(text, fix), { format });
    expect(of(after.problems, rule)).toHaveLength(of(before.problems, rule).length - 1);
    expect(unread(after.problems).filter((each) => !unread(before.problems).includes(each))).toEqual([]);
  });
});
