import { type Span, span } from '../text/span.ts';
import type { Mask } from './report.ts';

/**
 * What looks like a date, a number or a foreign word and is none: the year in 国办函〔2020〕109号, the words of a law's
 * title, addresses. Every pattern is bounded, so that a hostile line costs no more than a pass.
 */
const PATTERNS: readonly (readonly [Mask['kind'], RegExp])[] = [
  [
    'url',
    /(?:https?:\/\/|www\.)[!-~]{1,300}|[A-Za-z0-9][A-Za-z0-9-]{0,40}(?:\.[A-Za-z0-9-]{1,40}){0,4}\.(?:cn|com|net|org)(?:\/[!-~]{0,300})?/g,
  ],
  ['email', /[A-Za-z0-9._-]{1,40}@[A-Za-z0-9.-]{1,60}/g],
  ['phone', /(?<!\d)(?:0\d{2,3}\s?[-－—]\s?)\d{7,8}(?:-\d{1,5})?(?!\d)/g],
  // 国办函〔2020〕109号, also with wrong brackets or blanks; 国务院令第711号.
  [
    'document-number',
    /[\u4e00-\u9fff]{1,12}\s?[〔（([【［]\s?\d{2,4}\s?[〕）)\]】］]?\s?第?\s?\d{1,5}\s?号|[\u4e00-\u9fff]{0,6}令\s?(?:第\s?)?\d{1,4}\s?号/g,
  ],
];

/** All masks of a paragraph in order. Book titles come last and may hold others. */
export function findMasks(text: string): Mask[] {
  const masks: Mask[] = bookTitles(text).map((place) => ({ kind: 'book-title', span: place }));
  for (const [kind, pattern] of PATTERNS) {
    if (kind === 'email' && !text.includes('@')) continue;
    if (kind === 'document-number' && !text.includes('号')) continue;
    for (const match of text.matchAll(pattern))
      masks.push({ kind, span: span(match.index, match.index + match[0].length) });
  }
  return masks.sort((a, b) => a.span.start - b.span.start);
}

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

export const isMasked = (masks: readonly Mask[], start: number, end: number): boolean =>
  masks.some((mask) => start < mask.span.end && mask.span.start < end);
