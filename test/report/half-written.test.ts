import { expect, it } from 'vitest';
import { check } from '../support/check.ts';
import { draft } from '../support/draft.ts';
import { layoutNamed } from '../support/layouts.ts';

it('a heading that is just being typed below a table is no number of it', () => {
  const { text, format } = draft({ layout: layoutNamed('markdown'), year: 2024 });
  const typing = text.replace(/## 五、/, '##\n\n## 五、');
  expect(typing).not.toBe(text);
  const problems = check({ text: typing, format } as never).problems;
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
});
