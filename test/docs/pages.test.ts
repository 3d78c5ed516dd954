import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lint, type Problem, readReport, rules, summaryOf } from '../../server/src/index.ts';
import { baseDraft } from './base-draft.ts';
import { draftOf, type Example, examplesIn } from './example.ts';

const root = new URL('../../', import.meta.url);

const problemsIn = (example: Example, others: readonly Example[] = []): readonly Problem[] => {
  const format = example.options.includes('markdown') && ({ format: 'markdown' } as const);
  const otherReports = others.map((other, index) => summaryOf(readReport(draftOf(other)), `county/${index}.txt`));
  return lint(draftOf(example), { ...format, ...(others.length > 0 && { otherReports }) }).problems;
};

const rulesIn = (problems: readonly Problem[]): string[] => [...new Set(problems.map(({ rule }) => rule))];

const isAlarm = ({ severity }: Problem): boolean => severity === 'error' || severity === 'warning';

describe.each([2020, 2024])('the draft of %i that examples stand in', (year) => {
  it('is correct', () => {
    const { title, preface, sections } = baseDraft(year);
    const lines = sections.flatMap((section) => [section.heading, ...section.lines]);
    const { problems } = lint(`${[title, ...preface, ...lines].join('\n')}\n`);
    expect(problems.map(({ rule, message }) => `${rule} ${message}`)).toEqual([]);
  });
});

describe.each(rules.map(({ meta }) => meta.id))('the page of %s', (id) => {
  const path = new URL(`docs/rules/${id}.md`, root);
  const page = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const examples = examplesIn(page);
  const wrong = examples.filter(({ kind }) => kind === '错误');
  const right = examples.filter(({ kind }) => kind === '正确');
  const others = examples.filter(({ kind }) => kind === '另一份');

  it('shows what is wrong', () => {
    expect(wrong.length).toBeGreaterThan(0);
    for (const example of wrong) expect(rulesIn(problemsIn(example, others)), example.text).toContain(id);
  });

  it('leads to pages that exist', () => {
    for (const [, target = ''] of page.matchAll(/\]\((?!https?:)([^)#]+)\)/g)) {
      expect(existsSync(new URL(target, path)), target).toBe(true);
    }
  });

  it('shows what is right', () => {
    expect(right.length).toBeGreaterThan(0);
    for (const example of right) {
      const problems = problemsIn(example, others);
      expect(rulesIn(problems), example.text).not.toContain(id);
      // What stands in a complete draft is an example of a correct one in every respect.
      if (!example.options.includes('全文')) expect(rulesIn(problems.filter(isAlarm)), example.text).toEqual([]);
    }
  });
});
