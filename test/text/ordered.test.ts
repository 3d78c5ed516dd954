import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countWhile } from '../../server/src/text/ordered.ts';

it('counts the first things for which something holds', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20)), fc.nat(20), (numbers, limit) => {
      const sorted = numbers.sort((a, b) => a - b);
      expect(countWhile(sorted.length, (index) => (sorted[index] ?? 0) < limit)).toBe(
        sorted.filter((number) => number < limit).length,
      );
    }),
  );
});
