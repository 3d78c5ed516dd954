import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, overlaps, span, withoutCollisions } from '../../server/src/text/span.ts';

const edit = (start: number, end: number, newText: string) => ({ span: span(start, end), newText });

describe('edits', () => {
  it('are applied in text order, whatever the order of the list', () => {
    expect(applyEdits('甲乙丙', [edit(2, 3, '3'), edit(0, 1, '1')])).toEqual({ text: '1乙3', applied: 2 });
  });

  it('leave out what touches the same characters or inserts at the same place', () => {
    expect(withoutCollisions([edit(0, 2, 'a'), edit(1, 3, 'b'), edit(3, 3, 'c'), edit(3, 3, 'd')])).toEqual([
      edit(0, 2, 'a'),
      edit(3, 3, 'c'),
    ]);
  });

  it('insert between neighbours', () => {
    expect(applyEdits('ab', [edit(1, 1, '-')]).text).toBe('a-b');
  });

  it('do not overlap where one ends as the other begins', () => {
    expect(overlaps(span(0, 2), span(2, 4))).toBe(false);
    expect(overlaps(span(0, 3), span(2, 4))).toBe(true);
  });

  it('keep every character that no edit covers', () => {
    const place = fc.tuple(fc.nat(40), fc.nat(6));
    fc.assert(
      fc.property(fc.string({ minLength: 47, maxLength: 60 }), fc.array(place, { maxLength: 6 }), (text, places) => {
        const edits = places.map(([start, length]) => edit(start, start + length, ''));
        const kept = withoutCollisions(edits);
        const removed = kept.reduce((sum, each) => sum + each.span.end - each.span.start, 0);
        expect(applyEdits(text, edits).text.length).toBe(text.length - removed);
      }),
    );
  });
});
