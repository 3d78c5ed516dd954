import { expect, it } from 'vitest';
import { lint } from '../../../server/src/index.ts';
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

it.each([
  [6, '六、其他事项', '其他事项'],
  [4, '四、行政复议和行政诉讼情况', '行政复议和行政诉讼情况'],
] as const)('takes the short name behind the section’s ordinal for its heading: %s', (number, heading, name) => {
  const { text } = draft({ headings: { [number]: heading } });
  expect(lint(text).problems.filter(({ rule }) => rule.startsWith('structure/'))).toMatchObject([
    { rule: RULE, severity: 'hint' },
  ]);
  expect(marked(RULE, text)).toEqual([`hint:${name}`]);
});

it('leaves items of that name alone', () => {
  const say = { 5: '3.其他事项\n二、其他事项' };
  expect(marked(RULE, draft({ say }).text)).toEqual([]);
});
