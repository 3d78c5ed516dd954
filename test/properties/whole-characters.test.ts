import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lint } from '../../server/src/index.ts';
import type { Span } from '../../server/src/text/span.ts';
import { optionsArbitrary } from '../support/arbitrary.ts';
import { draft } from '../support/draft.ts';

const ODD = ['😀', '𠮷', '𝟙', '👨‍👩‍👧', '𝐀'];

/** Between the two halves of a character beyond U+FFFF. */
const parts = (text: string, at: number): boolean =>
  at > 0 && /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));

it('a finding at the head of a paragraph does not halve its tenth character', () => {
  const text = `甲县水利局2024年政府信息公开工作年度报告

为做好公开工作我局编😀制了本年度的报告，现将有关情况向社会公布如下。

一、总体情况
`;
  const { problems } = lint(text, { format: 'text' });
  const missing = problems.find(({ rule }) => rule === 'date/period');
  expect(text.slice(missing?.span.start, missing?.span.end)).toBe('为做好公开工作我局编😀'.slice(0, 10));
});

it('no finding and no edit begins or ends inside a character', () => {
  const placed = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    odd: fc.constantFrom(...ODD),
    over: fc.boolean(),
  });
  fc.assert(
    fc.property(optionsArbitrary, fc.array(placed, { minLength: 5, maxLength: 25 }), (options, places) => {
      const { text: whole, format } = draft(options);
      const text = places.reduce((rest, { at, odd, over }) => {
        const from = Math.floor(at * (rest.length - 1));
        return rest.slice(0, from) + odd + rest.slice(from + (over ? 1 : 0));
      }, whole);
      const spans: Span[] = lint(text, { format }).problems.flatMap(({ span, related, fixes }) => [
        span,
        ...related.map((each) => each.span),
        ...fixes.flatMap(({ edits }) => edits.map((edit) => edit.span)),
      ]);
      const cut = spans.filter(({ start, end }) => parts(text, start) || parts(text, end));
      expect(cut).toEqual([]);
    }),
    { numRuns: 60 },
  );
}, 60_000);
