import { expect, it } from 'vitest';
import { lint } from '../../server/src/index.ts';
import { draft } from '../support/draft.ts';
import { layoutNamed } from '../support/layouts.ts';

it('takes a heading that is just being typed below a table for no number of it', () => {
  const { text, format } = draft({ layout: layoutNamed('markdown'), year: 2024 });
  const typing = text.replace(/## 五、/, '##\n\n## 五、');
  expect(typing).not.toBe(text);
  expect(lint(typing, { format }).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
});
