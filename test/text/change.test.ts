import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bothChanges, type Change, changeBetween, movedOffset, movedSpan } from '../../server/src/text/change.ts';
import { touches } from '../../server/src/text/span.ts';

const text = fc
  .array(fc.constantFrom('政', '务', '\n', '0'), { maxLength: 12 })
  .map((characters) => characters.join(''));

/** Outside the change the versions must be the same. */
function expectOutside({ start, end, grown }: Change, before: string, after: string): void {
  expect(after.slice(0, start)).toBe(before.slice(0, start));
  expect(after.slice(end + grown)).toBe(before.slice(end));
  expect(end - start + grown).toBeGreaterThanOrEqual(0);
}

it('finds the stretch that holds all differences of two versions', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const change = changeBetween(before, after);
      expect(change === undefined).toBe(before === after);
      if (change) expectOutside(change, before, after);
    }),
  );
});

it('makes one change of two that follow each other', () => {
  fc.assert(
    fc.property(text, text, text, (first, second, third) => {
      const [change, then] = [changeBetween(first, second), changeBetween(second, third)];
      if (change && then) expectOutside(bothChanges(change, then), first, third);
    }),
  );
});

it('moves what stands behind a change, leaves what stands before, and has no place for what stands inside', () => {
  const change = changeBetween('abcdef', 'abXYZdef');
  expect(change).toEqual({ start: 2, end: 3, grown: 2 });
  if (!change) return;
  expect([0, 2, 3, 6].map((at) => movedOffset(change, at))).toEqual([0, 2, 5, 8]);
  expect(movedOffset({ start: 2, end: 5, grown: 0 }, 3)).toBeNaN();
  const reached = [
    [0, 1],
    [0, 2],
    [3, 3],
    [4, 6],
  ].map(([start = 0, end = 0]) => touches(change, { start, end }));
  expect(reached).toEqual([false, true, true, false]);
  expect(movedSpan(change, { start: 0, end: 1 })).toEqual({ start: 0, end: 1 });
  expect(movedSpan(change, { start: 4, end: 6 })).toEqual({ start: 6, end: 8 });
});
