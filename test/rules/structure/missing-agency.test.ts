import { expect, it } from 'vitest';
import { draft } from '../../support/draft.ts';
import { marked } from '../fragments.ts';

const RULE = 'structure/missing-agency';
const nameless = (preface: string[], signOff: string[] = []) =>
  draft({ title: 0, prose: { preface, overview: ['（一）主动公开。公开信息3条。'], signOff } }).text;

it('warns when nobody is named, on the first line', () => {
  expect(marked(RULE, nameless([]))).toEqual(['warning:一、总体情况']);
});

it('does not take 我局, 县政府 or another body’s short name for the issuer', () => {
  expect(marked(RULE, nameless(['我局按照县政府办公室的要求，依托县政府网站公开信息。']))).toHaveLength(1);
});

it.each([
  ['title', draft().text],
  ['preface', nameless(['青溪县水利局根据有关规定编制本报告。'])],
  ['contact', nameless(['本报告由青溪县水利局编制。'])],
  ['signature', nameless([], ['青溪县水利局', '2025年1月9日'])],
  ['a sentence', draft({ title: 0, prose: { preface: [], overview: ['2024年，青溪县水利局公开信息3条。'] } }).text],
  [
    'a township’s short name',
    draft({ title: 0, prose: { preface: [], overview: ['2024年，松河镇公开信息3条。'] } }).text,
  ],
])('finds the name in the %s', (_, text) => {
  expect(marked(RULE, text)).toEqual([]);
});
