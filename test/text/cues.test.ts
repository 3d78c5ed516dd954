import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CueIndex } from '../../server/src/text/cues.ts';

const sorted = (numbers: readonly number[]): number[] => [...numbers].sort((a, b) => a - b);

const holds = (text: string, cue: string): boolean =>
  /^[^ ] $/.test(cue) ? new RegExp(`${cue.charAt(0)}\\s`).test(text) : text.includes(cue);

describe('what a text can hold', () => {
  it('is told by characters and by longer cues', () => {
    const index = new CueIndex([['信息公开'], ['开', '信'], ['公开费', '复议'], undefined]);
    expect(sorted(index.possible('政府信息公开'))).toEqual([0, 1, 3]);
    expect(sorted(index.possible('行政复议'))).toEqual([2, 3]);
    expect(sorted(index.possible(''))).toEqual([3]);
  });

  it('takes every blank behind a character for the blank of a cue', () => {
    const index = new CueIndex([['， ']]);
    for (const blank of ' \t\n\u00a0\u1680\u2003\u2028\u3000\ufeff') expect(index.possible(`，${blank}`)).toEqual([0]);
    for (const other of ['，', '，甲', '，\u200b', '， '.slice(0, 1)]) expect(index.possible(other)).toEqual([]);
  });

  it('is what looking for each cue tells', () => {
    const unit = fc.constantFrom('甲', '乙', '丙', 'a', ' ', '\u3000');
    const text = fc.string({ unit, maxLength: 12 });
    const cue = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', 'a'), minLength: 1, maxLength: 4 });
    const spaced = fc.constantFrom('甲 ', 'a ', ' ');
    const lists = fc.array(fc.option(fc.array(fc.oneof(cue, spaced), { maxLength: 4 }), { nil: undefined }), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(lists, fc.array(text, { maxLength: 4 }), (cues, texts) => {
        const index = new CueIndex(cues);
        for (const each of texts) {
          const naive = cues.flatMap((list, number) => (!list || list.some((one) => holds(each, one)) ? [number] : []));
          expect(sorted(index.possible(each))).toEqual(naive);
        }
      }),
    );
  });
});
