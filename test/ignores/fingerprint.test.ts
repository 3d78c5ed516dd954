import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../server/src/check/lint.ts';
import { lint } from '../../server/src/index.ts';
import { found, only } from '../support/check.ts';
import { type DraftOptions, draft } from '../support/draft.ts';
import { LAYOUTS, type TestLayout } from '../support/layouts.ts';

const TEXT = 'text/untranslated';
const TOTAL = 'table/broken-total';
const CELL = 'requests/resultTotal/natural' as const;
const SENTENCE = '今年以来，本局对外答复的 workflow 还不够顺畅，仍需在下一步工作中继续改进；各科室要加强协调配合。';

const [LAYOUT] = LAYOUTS;
const wrong = (options: DraftOptions = {}) => draft({ cells: { [CELL]: '1987' }, say: { 5: SENTENCE }, ...options });
const of = (text: string, rule: string, layout: TestLayout = LAYOUT): Problem[] =>
  found(lint(text, { format: layout.format }), rule);
const prints = (text: string, rule: string, layout?: TestLayout): string[] =>
  of(text, rule, layout).map(({ fingerprint }) => fingerprint);
const both = (text: string, layout?: TestLayout): string[] => [
  ...prints(text, TEXT, layout),
  ...prints(text, TOTAL, layout),
];

const { text } = wrong();
const word = only(of(text, TEXT)).fingerprint;
const total = only(of(text, TOTAL)).fingerprint;

describe('a fingerprint', () => {
  it('is short, and another for every finding', () => {
    const all = lint(text).problems.map(({ fingerprint }) => fingerprint);
    expect(new Set(all).size).toBe(all.length);
    for (const each of all) expect(each).toMatch(/^[0-9a-z]{6,11}$/);
  });

  it('is that of yesterday: entries written down must hold for years', () => {
    const fixed = '一、总体情况\n我局的 workflow 已理顺。\n二、主动公开政府信息情况\n';
    expect(only(of(fixed, TEXT)).fingerprint).toBe('806wv6f77b');
  });

  it.each([
    ['Windows line ends', text.replaceAll('\n', '\r\n')],
    ['a line more at the top', `\n${text}`],
    ['a paragraph more in section one', wrong({ say: { 1: '机构改革后，职能有所调整。', 5: SENTENCE } }).text],
    ['a paragraph less', text.replace(/^（二）.*\n/m, '')],
    ['blanks in the sentence', text.replace('不够顺畅', '不够 顺畅 ')],
    ['full-width marks made half-width', text.replace('顺畅，仍需', '顺畅,仍需')],
    ['another sentence of the paragraph', text.replace('加强协调配合', '多沟通')],
    ['another number in another table', text.replace(/行政许可 \| \d+/, '行政许可 | 7')],
  ])('survives %s', (_, edited) => {
    expect(edited).not.toBe(text);
    expect(both(edited)).toEqual(both(text));
  });

  it('survives any paragraph put in anywhere between paragraphs', () => {
    const lines = text.split('\n');
    const places = lines.flatMap((line, index) => (/^（[一二三四五]）/.test(line) ? [index] : []));
    expect(places.length).toBeGreaterThan(3);
    const paragraph = fc.constantFrom('机构职能有所调整。', '我局全年召开会议三次，研究有关工作。', '');
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.array(paragraph, { maxLength: 4 }), (at, added) => {
        const edited = lines.toSpliced(at, 0, ...added).join('\n');
        expect(prints(edited, TEXT)).toContain(word);
        expect(prints(edited, TOTAL)).toContain(total);
      }),
      { numRuns: 40 },
    );
  });

  it.each([18, 24, 30, 41, 55])('survives a wrap at %i characters', (width) => {
    const wrapped = text
      .split('\n')
      .flatMap((line) => (line.includes('|') ? [line] : (line.match(new RegExp(`.{1,${width}}`, 'g')) ?? [''])))
      .join('\n');
    expect(wrapped).not.toBe(text);
    expect(prints(wrapped, TEXT)).toContain(word);
  });

  it.each(LAYOUTS.map((layout) => [layout.name, layout] as const))('of a cell is the same in %s', (_, layout) => {
    expect(prints(wrong({ layout }).text, TOTAL, layout)).toEqual(prints(text, TOTAL));
  });

  it('of an HTML source survives other tags', () => {
    const page = (word: string): string =>
      `<html><body><p>青禾县水务局2024年政府信息公开工作年度报告</p><p>一、总体情况</p><p>本局的${word}已理顺。</p></body></html>`;
    const [plain, bold, split] = ['workflow', '<b>workflow</b>', 'work<b>flow</b>'].map((word) =>
      found(lint(page(word), { format: 'html' }), TEXT).map(({ fingerprint }) => fingerprint),
    );
    expect(plain).toHaveLength(1);
    expect(bold).toEqual(plain);
    expect(split).toEqual(plain);
  });

  it('lapses when the number changes', () => {
    const { text: other } = wrong({ cells: { [CELL]: '1988' } });
    expect(of(other, TOTAL)).toHaveLength(of(text, TOTAL).length);
    expect(prints(other, TOTAL)).not.toContain(total);
  });

  it.each([
    ['the sentence', text.replace('还不够顺畅', '很不顺畅')],
    ['the word', text.replace('workflow', 'docflow')],
  ])('lapses when %s changes', (_, other) => {
    expect(of(other, TEXT)).toHaveLength(1);
    expect(prints(other, TEXT)).not.toContain(word);
  });

  it('tells two equal sentences apart by their order', () => {
    const twice = text.replace(SENTENCE, `${SENTENCE}\n${SENTENCE}`);
    const [first, second, ...more] = prints(twice, TEXT);
    expect(more).toEqual([]);
    expect(first).toBe(word);
    expect(second).not.toBe(word);
  });

  it('tells sections apart that are missing in the same place', () => {
    const gone = (sections: DraftOptions['sections']) =>
      of(draft({ ...(sections && { sections }) }).text, 'structure/missing-section').map((each) => each.fingerprint);
    const [five] = gone([1, 2, 3, 4, 6]);
    const [four] = gone([1, 2, 3, 5, 6]);
    expect(gone([1, 2, 3, 6])).toEqual(expect.arrayContaining([expect.any(String), five]));
    expect(four).not.toBe(five);
  });
});
