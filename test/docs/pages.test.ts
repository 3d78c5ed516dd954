import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lint, rules } from '../../server/src/index.ts';
import { baseDraft } from './base-draft.ts';
import { draftOf, type Example, examplesIn } from './example.ts';

const root = new URL('../../', import.meta.url);

const found = (example: Example): string[] => {
  const format = example.options.includes('markdown') && ({ format: 'markdown' } as const);
  return [...new Set(lint(draftOf(example), { ...format }).problems.map(({ rule }) => rule))];
};

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
  const examples = existsSync(path) ? examplesIn(readFileSync(path, 'utf8')) : [];
  const wrong = examples.filter(({ kind }) => kind === '错误');
  const right = examples.filter(({ kind }) => kind === '正确');

  it('shows what is wrong', () => {
    expect(wrong.length).toBeGreaterThan(0);
    for (const example of wrong) expect(found(example), example.text).toContain(id);
  });

  it('shows what is right', () => {
    expect(right.length).toBeGreaterThan(0);
    for (const example of right) expect(found(example), example.text).not.toContain(id);
  });
});
