import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CueIndex } from '../../server/src/text/cues.ts';

const sorted = (numbers: readonly number[]): number[] => [...numbers].sort((a, b) => a - b);

describe('what a text can hold', () => {
  it('is told by characters and by longer cues', () => {
    const index = new CueIndex([['信息公开'], ['开', '信'], ['公开费', '复议'], undefined]);
    expect(sorted(index.possible('政府信息公开'))).toEqual([0, 1, 3]);
    expect(sorted(index.possible('行政复议'))).toEqual([2, 3]);
    expect(sorted(index.possible(''))).toEqual([3]);
  });

  it('is what looking for each cue tells', () => {
    const letters = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', 'a'), maxLength: 12 });
    const cue = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', 'a'), minLength: 1, maxLength: 4 });
    const lists = fc.array(fc.option(fc.array(cue, { maxLength: 4 }), { nil: undefined }), { maxLength: 6 });
    fc.assert(
      fc.property(lists, fc.array(letters, { maxLength: 4 }), (cues, texts) => {
        const index = new CueIndex(cues);
        for (const text of texts) {
          const naive = cues.flatMap((list, number) =>
            !list || list.some((each) => text.includes(each)) ? [number] : [],
          );
          expect(sorted(index.possible(text))).toEqual(naive);
        }
      }),
    );
  });
});
