import { documentNumbers } from '../../text/document-numbers.ts';
import { matchesIn } from '../../text/matches.ts';
import { once } from '../../text/once.ts';
import { countWhile } from '../../text/ordered.ts';
import { type Span, span } from '../../text/span.ts';
import { paragraphFact } from '../fact.ts';
import type { Mask } from '../report.ts';

/**
 * What looks like a date, a number or a foreign word and is none: the year in 国办函〔2020〕109号, the words of a law's
 * title, addresses. Every pattern is bounded, so that a hostile line costs no more than one pass.
 */
/** A copy leaves a blank behind the slashes or widens the colon: http:// www.… */
const URL =
  /(?:https?[:：]\s?\/\/\s?(?=[!-~])|www\.)[!-~]{1,300}|[A-Za-z0-9][A-Za-z0-9-]{0,40}(?:\.[A-Za-z0-9-]{1,40}){0,4}\.(?:cn|com|net|org)(?:\/[!-~]{0,300})?/g;
const EMAIL = /[A-Za-z0-9._-]{1,40}@[A-Za-z0-9.-]{1,60}/g;
const PHONE = /(?<!\d)(?:0\d{2,3}\s?[-－—]\s?)\d{7,8}(?:-\d{1,5})?(?!\d)/g;
/** 国办函〔2020〕109号, also with wrong brackets or blanks; 国务院令第711号. */
const DOCUMENT_NUMBER =
  /[\u4e00-\u9fff]{1,12}\s?[〔﹝（([【［]\s?\d{2,4}\s?[〕﹞）)\]】］]?\s?第?\s?\d{1,5}\s?号|[\u4e00-\u9fff]{0,6}令\s?(?:第\s?)?\d{1,4}\s?号/g;

/** Each pattern with a character that a match must contain: searching for it costs next to nothing. */
const PATTERNS: readonly (readonly [Mask['kind'], RegExp, (text: string) => boolean])[] = [
  ['url', URL, (text) => text.includes('.') || text.includes('//')],
  ['email', EMAIL, (text) => text.includes('@')],
  ['phone', PHONE, (text) => text.includes('-') || text.includes('－') || text.includes('—')],
];

/** Every mask contains one of these, and most paragraphs contain none. */
const SIGN = /[《.@号\-－—]|\/\//;
const NONE: readonly Mask[] = [];

/** All masks of a paragraph in order. Book titles come last and may hold others. */
export const masksIn = paragraphFact(({ text }): readonly Mask[] => {
  if (!SIGN.test(text)) return NONE;
  const masks: Mask[] = bookTitles(text).map((place) => ({ kind: 'book-title', span: place }));
  for (const [kind, pattern, isPossible] of PATTERNS) {
    if (!isPossible(text)) continue;
    for (const match of matchesIn(text, pattern))
      masks.push({ kind, span: span(match.index, match.index + match[0].length) });
  }
  for (const { start, end } of documentNumbers(text, DOCUMENT_NUMBER)) {
    masks.push({ kind: 'document-number', span: span(start, end) });
  }
  return masks.length > 1 ? masks.sort((a, b) => a.span.start - b.span.start) : masks;
});

const LONGEST_TITLE = 120;

/** 《…》 with what stands inside, nested ones included; an unclosed 《 masks nothing. */
function bookTitles(text: string): Span[] {
  const spans: Span[] = [];
  let open = -1;
  let depth = 0;
  for (let at = text.indexOf('《'); at >= 0 && at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '《') {
      if (depth === 0 || at - open > LONGEST_TITLE) {
        open = at;
        depth = 0;
      }
      depth++;
    } else if (char === '》' && depth > 0) {
      depth--;
      if (depth === 0) {
        spans.push(span(open, at + 1));
        at = text.indexOf('《', at) - 1;
        if (at < 0) break;
      }
    }
  }
  return spans;
}

/** Few enough for a linear search. */
const FEW = 8;

/** For each mask, the furthest end of it and its predecessors: a title may span the masks inside it. */
const furthestEndsOf = once((masks: readonly Mask[]): readonly number[] => {
  let furthest = 0;
  return masks.map(({ span }) => {
    furthest = Math.max(furthest, span.end);
    return furthest;
  });
});

/** The number of masks that begin before an offset. */
const countBefore = (masks: readonly Mask[], offset: number): number =>
  countWhile(masks.length, (index) => (masks[index]?.span.start ?? 0) < offset);

/** @param masks in the order of the text. */
export function isMasked(masks: readonly Mask[], start: number, end: number): boolean {
  if (masks.length <= FEW) return masks.some((mask) => start < mask.span.end && mask.span.start < end);
  const count = countBefore(masks, end);
  return count > 0 && (furthestEndsOf(masks)[count - 1] ?? 0) > start;
}

export const masksOfKinds = (masks: readonly Mask[], kinds: readonly Mask['kind'][]): readonly Mask[] =>
  masks.filter(({ kind }) => kinds.includes(kind));

/** The last mask of a kind that ends at or before an offset. At most 16 are examined: masks contain few others. */
export function maskBefore(masks: readonly Mask[], kind: Mask['kind'], offset: number): Mask | undefined {
  const count = countBefore(masks, offset);
  for (let index = count - 1; index >= Math.max(0, count - 16); index--) {
    const mask = masks[index];
    if (mask?.kind === kind && mask.span.end <= offset) return mask;
  }
  return undefined;
}
