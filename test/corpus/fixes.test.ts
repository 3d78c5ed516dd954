import { expect, it } from 'vitest';
import type { Problem } from '../../server/src/check/lint.ts';
import { lint } from '../../server/src/index.ts';
import { applyEdits } from '../../server/src/text/span.ts';
import { lineAt } from '../support/check.ts';
import { describeCorpus, realReports } from '../support/corpus.ts';
import { expectMended } from '../support/fixes.ts';

const seeds = realReports('seeds');
const textOf = (id: string): string => seeds.find((seed) => seed.id === id)?.text ?? '';

/** Apply the first fix of each finding of these rules; the lines that differ afterwards, from 1. */
function mend(text: string, wanted: readonly string[]): { mended: string; lines: number[] } {
  const problems = lint(text).problems.filter(({ rule }) => wanted.includes(rule));
  const edits = problems.flatMap((problem: Problem) => problem.fixes[0]?.edits ?? []);
  const mended = applyEdits(text, edits).text;
  const [before, after] = [text.split('\n'), mended.split('\n')];
  expect(after.length).toBe(before.length);
  return { mended, lines: before.flatMap((line, index) => (line === after[index] ? [] : [index + 1])) };
}

describeCorpus('fixes on real reports', () => {
  it('004: both totals become their sums, and nothing else changes', () => {
    const text = textOf('004');
    const { mended, lines } = mend(text, ['table/broken-total']);
    expect(lines).toEqual([246, 252]);
    const rest = lint(mended).problems.filter(({ rule }) => rule === 'table/broken-total' || rule === 'table/identity');
    expect(rest).toEqual([]);
  });

  it('001: headings get their numbers and the label its form, and nothing else changes', () => {
    const text = textOf('001');
    const wanted = ['structure/heading-number', 'table/label'];
    const { mended, lines } = mend(text, wanted);
    expect(lines).toEqual([5, 32, 399]);
    expect(lint(mended).problems.filter(({ rule }) => wanted.includes(rule))).toEqual([]);
  });

  it.each(seeds)(
    '$id: each single fix mends its finding and brings no alarm',
    ({ text }) => {
      for (const problem of lint(text).problems) {
        for (const fix of problem.fixes) {
          // Of two wrong totals the second is still there after the first is mended, and its row total with it.
          if (problem.rule === 'table/broken-total' || problem.rule.startsWith('consistency/')) continue;
          expectMended(text, problem, fix);
        }
      }
    },
    30_000,
  );

  it('002: the foreign word is replaced, with the blanks that parted it', () => {
    const text = textOf('002');
    const problem = lint(text).problems.find(({ rule }) => rule === 'text/untranslated');
    expect(problem && lineAt(text, problem.span.start)).toBe(85);
    expect(problem?.fixes[0]?.edits.map(({ newText }) => newText)).toEqual(['工作流程']);
  });
});
