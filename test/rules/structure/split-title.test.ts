import { expect, it } from 'vitest';
import { draft } from '../../support/draft.ts';
import { marked, mended, seen } from '../fragments.ts';

const RULE = 'structure/split-title';
const titled = (...title: string[]) => draft({ title }).text;

it('hints at a title broken inside a phrase and joins it', () => {
  const text = titled('青溪县水利局2024年政府信息', '', '公开工作年度报告');
  expect(seen(RULE, text)).toMatchObject([{ id: 'split', severity: 'hint' }]);
  expect(mended(RULE, text).startsWith('青溪县水利局2024年政府信息公开工作年度报告\n')).toBe(true);
});

it('hints when the year stays on the issuer’s line', () => {
  expect(marked(RULE, titled('青溪县水利局2024年', '政府信息公开工作年度报告'))).toHaveLength(1);
});

it('leaves the issuer alone on its own line: official documents are set so', () => {
  expect(marked(RULE, titled('青溪县水利局', '2024年政府信息公开工作年度报告'))).toEqual([]);
});

it('is silent on a title in one line, and where there is none', () => {
  expect(marked(RULE, titled('青溪县水利局2024年政府信息公开工作年度报告'))).toEqual([]);
  expect(marked(RULE, draft({ title: 0 }).text)).toEqual([]);
});
