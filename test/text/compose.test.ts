import fc from 'fast-check';
import { expect, test } from 'vitest';
import { composeEdits } from '../../server/src/text/compose.ts';
import { applyEdits, type Edit, withoutCollisions } from '../../server/src/text/span.ts';

const edit = (start: number, end: number, newText: string): Edit => ({ span: { start, end }, newText });

test('edits of later rounds are given in places of the first text', () => {
  // abcdef → aXcdef → aXcYef
  expect(composeEdits('abcdef', [[edit(1, 2, 'X')], [edit(3, 4, 'Y')]])).toEqual([edit(1, 2, 'X'), edit(3, 4, 'Y')]);
  // An edit on what an earlier round wrote
  expect(composeEdits('ab', [[edit(1, 1, '123')], [edit(2, 3, '')]])).toEqual([edit(1, 1, '13')]);
  // What is written and struck out again is no edit
  expect(composeEdits('ab', [[edit(1, 1, 'x')], [edit(1, 2, '')]])).toEqual([]);
  expect(composeEdits('', [[edit(0, 0, 'new')]])).toEqual([edit(0, 0, 'new')]);
});

test('what stays the same at the ends of an edit is left out, characters of two code units kept whole', () => {
  expect(composeEdits('（一）总计', [[edit(0, 5, '（二）总计')]])).toEqual([edit(1, 2, '二')]);
  expect(composeEdits('𠀀', [[edit(0, 2, '𠀁')]])).toEqual([edit(0, 2, '𠀁')]);
});

test('applied to the first text they give what the rounds gave, one after the other', () => {
  const rounds = fc.array(fc.array(fc.tuple(fc.nat(30), fc.nat(5), fc.string({ maxLength: 4 })), { maxLength: 5 }), {
    maxLength: 4,
  });
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 25 }), rounds, (original, plan) => {
      let text = original;
      const lists = plan.map((round) => {
        const edits = withoutCollisions(
          round.map(([at, length, newText]) => {
            const start = Math.min(at, text.length);
            return edit(start, Math.min(start + length, text.length), newText);
          }),
        );
        text = applyEdits(text, edits).text;
        return edits;
      });
      const composed = composeEdits(original, lists);
      expect(applyEdits(original, composed).text).toBe(text);
      expect(withoutCollisions(composed)).toEqual(composed);
    }),
  );
});
