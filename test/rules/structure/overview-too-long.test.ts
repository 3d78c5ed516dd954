import { expect, it } from 'vitest';
import { draft } from '../../support/draft.ts';
import { ISSUERS, type Issuer } from '../../support/issuers.ts';
import { marked } from '../fragments.ts';

const RULE = 'structure/overview-too-long';
const long = (characters: number, name = ISSUERS[0].name) => {
  const issuer: Issuer = { ...ISSUERS[0], name };
  return draft({ issuer, prose: { overview: [`${'公开信息及时准确。'.repeat(characters / 9)}`] } }).text;
};

it('hints at more than a thousand characters, on the heading', () => {
  expect(marked(RULE, long(1008))).toEqual(['hint:一、总体情况']);
});

it('counts no blanks and accepts up to a thousand', () => {
  expect(marked(RULE, long(990))).toEqual([]);
  expect(marked(RULE, long(990).replaceAll('公开', '公 开'))).toEqual([]);
});

it('exempts provinces and cities, not counties', () => {
  expect(marked(RULE, long(1800, '雁川市人民政府'))).toEqual([]);
  expect(marked(RULE, long(1800, '云江省人民政府'))).toEqual([]);
  expect(marked(RULE, long(1800, '青溪县人民政府'))).toHaveLength(1);
});
