import { expect, it } from 'vitest';
import { draft } from '../../support/draft.ts';
import { marked, mended } from '../fragments.ts';

const RULE = 'structure/heading-wording';

it('is silent on the template’s headings, numbered or not', () => {
  expect(marked(RULE, draft().text)).toEqual([]);
  expect(marked(RULE, draft({ headings: 'unnumbered' }).text)).toEqual([]);
  expect(marked(RULE, draft({ width: 'half' }).text)).toEqual([]);
});

it('hints at a name that other texts use, and offers the template’s', () => {
  const { text } = draft({ headings: { 5: '五、存在问题及改进情况' } });
  expect(marked(RULE, text)).toEqual(['hint:存在问题及改进情况']);
  expect(mended(RULE, text)).toContain('\n五、存在的主要问题及改进情况\n');
});

it('does not look at the names in the preface', () => {
  const say = { 0: '全文包括存在问题及改进情况、其他报告事项等六个部分。' };
  expect(marked(RULE, draft({ say }).text)).toEqual([]);
});
