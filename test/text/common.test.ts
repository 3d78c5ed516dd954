import fc from 'fast-check';
import { expect, it } from 'vitest';
import { commonEnd, commonStart } from '../../server/src/text/common.ts';

/** Long enough for steps of every size. */
const piece = fc.nat(3000).map((length) => '政务公开'.repeat(length).slice(0, length));

it('counts what two texts have in common at their beginnings and ends', () => {
  fc.assert(
    fc.property(piece, piece, fc.string({ maxLength: 3 }), fc.string({ maxLength: 3 }), (head, tail, one, other) => {
      const a = head + one + tail;
      const b = head + other + tail;
      const start = commonStart(a, b);
      expect(start).toBeGreaterThanOrEqual(head.length);
      expect(a.slice(0, start)).toBe(b.slice(0, start));
      expect(start < Math.min(a.length, b.length) && a[start] === b[start]).toBe(false);
      const limit = Math.min(a.length, b.length) - start;
      const end = commonEnd(a, b, limit);
      expect(end).toBeLessThanOrEqual(limit);
      expect(a.slice(a.length - end)).toBe(b.slice(b.length - end));
      expect(end < limit && a[a.length - end - 1] === b[b.length - end - 1]).toBe(false);
    }),
  );
});
