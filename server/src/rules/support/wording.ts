import type { Found, Hit } from '../../facts/search/search.ts';
import { spanIn } from '../../report/prose/span-in.ts';
import type { Prose, Report } from '../../report/report.ts';
import { isHighSurrogate, isLowSurrogate } from '../../text/characters.ts';
import { endsSentence, isSentenceEnd, SENTENCE_END } from '../../text/sentences.ts';
import { type Edit, span } from '../../text/span.ts';
import type { Fix, Related } from '../rule.ts';

/**
 * Paragraphs that are surely sentences. Among the tables of sections two to four a wrapped label may look like prose;
 * only what ends as a sentence counts there.
 */
export const isSentence = ({ section, text }: Prose): boolean => section < 2 || section > 4 || endsSentence(text);

export const sentencesOnly = ({ prose }: Report): readonly Prose[] => prose.filter(isSentence);

/** What stands before a hit in its paragraph, at most `length` characters. */
export const before = ({ paragraph, start }: Hit<Found>, length: number): string =>
  paragraph.text.slice(Math.max(0, start - length), start);

export const after = ({ paragraph, end }: Hit<Found>, length: number): string =>
  paragraph.text.slice(end, end + length);

/**
 * How far a quotation or a sentence around a hit may reach. A paragraph without marks, however long, must not be read
 * once for each of its hits.
 */
const REACH = 2000;

/** Whether the hit stands inside “…”. */
export function isQuoted({ paragraph: { text }, start, end }: Hit<Found>): boolean {
  const from = Math.max(0, start - REACH);
  const around = text.slice(from, end + REACH);
  const open = around.lastIndexOf('“', start - from);
  return open >= 0 && around.indexOf('”', open) >= end - from;
}

const NEXT_END = new RegExp(`[${SENTENCE_END}]`);

/** The sentence around a hit, without the mark at its end. */
export const sentenceOf = ({ paragraph, start, end }: Hit<Found>): string => sentenceAround(paragraph.text, start, end);

export function sentenceAround(text: string, start: number, end: number): string {
  const limit = Math.max(0, start - REACH);
  let head = start;
  while (head > limit && !isSentenceEnd(text.charAt(head - 1))) head--;
  const tail = text.slice(end, end + REACH).search(NEXT_END);
  return text.slice(head, end + (tail < 0 ? REACH : tail));
}

/** The smallest edit: what both wordings begin and end with stays untouched, so that line breaks there survive. */
export function rewrite({ paragraph, start, text }: Hit<Found>, newText: string): Edit {
  let head = 0;
  const shorter = Math.min(text.length, newText.length);
  while (head < shorter && text[head] === newText[head]) head++;
  if (isHighSurrogate(text.charCodeAt(head - 1))) head--;
  let tail = 0;
  while (tail < shorter - head && text.at(-1 - tail) === newText.at(-1 - tail)) tail++;
  if (tail > 0 && isLowSurrogate(text.charCodeAt(text.length - tail))) tail--;
  return {
    span: spanIn(paragraph, start + head, start + text.length - tail),
    newText: newText.slice(head, newText.length - tail),
  };
}

export const replaceBy = (
  hit: Hit<Found>,
  newText: string,
  kind: Fix['kind'] = 'suggestion',
  preferred = true,
): Fix => ({
  title:
    newText === ''
      ? { zh: `删除“${hit.text}”`, en: `Delete “${hit.text}”` }
      : { zh: `将“${hit.text}”改为“${newText}”`, en: `Change “${hit.text}” to “${newText}”` },
  edits: [rewrite(hit, newText)],
  kind,
  ...(preferred && { preferred }),
});

export const insertAt = (at: number, newText: string): Edit => ({ span: span(at, at), newText });

/** The other places of something that is reported once a file; more than a handful help nobody. */
export const alsoAt = (hits: readonly Hit<Found>[]): Related[] =>
  hits.slice(1, 6).map((hit) => ({ span: hit.span, message: { zh: `另见“${hit.text}”`, en: `Also “${hit.text}”` } }));
