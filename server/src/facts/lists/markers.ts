import type { ProseContent } from '../../report/report.ts';
import { matchesIn } from '../../text/matches.ts';
import { chineseNumeral, itemNumber, NUMERAL, startsBracketed } from '../../text/ordinals.ts';
import { SENTENCE_END } from '../../text/sentences.ts';
import { type Found, search } from '../search/search.ts';

/** 一是 二是 in running text, （一）（二） and 1. 2. as items. */
export const STYLES = ['is', 'bracket', 'digit'] as const;
export type Style = (typeof STYLES)[number];

export const numeralOf = (value: number, style: Style): string =>
  style === 'digit' ? `${value}` : chineseNumeral(value);

/** The lookbehind comes last: few places have the number. */
const PATTERNS: Readonly<Record<Style, RegExp>> = {
  is: new RegExp(`(${NUMERAL})(?<=(?:^|[${SENTENCE_END}：:，,）)\\s])\\1)是(?!否|非)`, 'g'),
  bracket: new RegExp(
    `[（(](?<=(?:^|[${SENTENCE_END}：:\\s])[（(])\\s?(${NUMERAL})\\s?[）)](?!\\s?[项款目条至和、的])`,
    'g',
  ),
  digit: /^(\d{1,2})\s?[.．、](?!\d)/g,
};
/** The same wherever it stands, in a draft's own text: in a line that is no prose, in the middle of a sentence. */
const WRITTEN: Readonly<Record<Style, RegExp>> = {
  is: new RegExp(`(?<!十)(${NUMERAL})是`, 'g'),
  bracket: new RegExp(`[（(]\\s?(${NUMERAL})\\s?[）)]`, 'g'),
  digit: /(?<!\d)(\d{1,2})\s?[.．、](?!\d)/g,
};

/** The number of an item as it is written, in offsets of its paragraph. */
export interface MarkerAt extends Found {
  readonly value: number;
  /** The numeral alone, without brackets or 是. */
  readonly numeralStart: number;
  readonly numeralEnd: number;
}

/** What numbers a paragraph, or items in it. */
export interface Numbering extends Found, Readonly<Record<Style, readonly MarkerAt[]>> {
  /** Whether the whole paragraph is an item in brackets. */
  readonly isItem: boolean;
}

/** Of each paragraph that has any. */
export const NUMBERINGS = search(numberingsIn, { from: Object.values(WRITTEN) });

const NONE: readonly MarkerAt[] = [];

function numberingsIn({ text }: ProseContent): Numbering[] {
  const is = text.includes('是') ? markersIn(text, 'is') : NONE;
  const bracket = text.includes('（') || text.includes('(') ? markersIn(text, 'bracket') : NONE;
  const digit = /^\d/.test(text) ? markersIn(text, 'digit') : NONE;
  const isItem = startsBracketed(text);
  return isItem || is.length + bracket.length + digit.length > 0
    ? [{ start: 0, end: text.length, is, bracket, digit, isItem }]
    : [];
}

function markersIn(text: string, style: Style): MarkerAt[] {
  const isQuoted = quotedPlaces(text);
  const markers: MarkerAt[] = [];
  for (const { index: start, 0: whole, 1: numeral = '' } of matchesIn(text, PATTERNS[style])) {
    if (isQuoted(start)) continue;
    const numeralStart = start + whole.indexOf(numeral);
    markers.push({
      value: itemNumber(numeral),
      start,
      end: start + whole.length,
      numeralStart,
      numeralEnd: numeralStart + numeral.length,
    });
  }
  return markers;
}

/** Where a text has which number of a style, items or not: the offsets of each number, in order. */
export function writtenNumbers(text: string, style: Style): ReadonlyMap<number, readonly number[]> {
  const places = new Map<number, number[]>();
  for (const { index, 1: numeral = '' } of matchesIn(text, WRITTEN[style])) {
    const value = itemNumber(numeral);
    const known = places.get(value);
    if (known) known.push(index);
    else places.set(value, [index]);
  }
  return places;
}

/**
 * 说一是一、说二是二 and other quoted words number nothing.
 * @returns whether an offset stands inside quotation marks; to be asked in the order of the text.
 */
function quotedPlaces(text: string): (at: number) => boolean {
  let next = 0;
  let inside = false;
  return (at) => {
    for (; next < at; next++) {
      const mark = text.charCodeAt(next);
      if (mark === 0x201c || mark === 0x201d) inside = mark === 0x201c;
    }
    return inside;
  };
}
