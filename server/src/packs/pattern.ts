import { paragraphFact } from '../report/fact.ts';
import type { ProseContent } from '../report/report.ts';
import { NUMBER_SOURCE } from '../text/numerals.ts';
import { isSentenceEnd } from '../text/sentences.ts';

/**
 * What a pack looks for: a phrase with simple wildcards. No regular expression comes from a pack, so none can run away:
 * a wildcard takes at most GAP characters, and no text is looked at more often than the pattern has parts.
 *
 *   `*`  up to 20 characters of the same sentence
 *   `?`  one character
 *   `#`  a number, in digits or Chinese numerals
 *   `\`  the next character stands for itself
 *
 * Blanks and the width of letters, digits and marks make no difference.
 */
export interface Pattern {
  /** As it is written in the pack. */
  readonly source: string;
  readonly parts: readonly Part[];
}

type Part = string | typeof GAP_PART | typeof ONE_PART | typeof NUMBER_PART;
const GAP_PART = { kind: 'gap' } as const;
const ONE_PART = { kind: 'one' } as const;
const NUMBER_PART = { kind: 'number' } as const;
const WILDCARDS: Readonly<Record<string, Exclude<Part, string>>> = { '*': GAP_PART, '?': ONE_PART, '#': NUMBER_PART };

/** In characters. */
const GAP = 20;
export const MOST_WILDCARDS = 6;
export const LONGEST_PATTERN = 100;

/** With less beside it a wildcard would match nearly everywhere. */
const SHORTEST_LITERAL = 2;

/** A paragraph's text without blanks and with narrow marks, and where each of its characters stands in the paragraph. */
interface Plain {
  readonly text: string;
  readonly at: readonly number[];
}

const BLANK = /[\s\u200b-\u200f\u2060\ufeff]/;

/** Unit by unit, so that none is lost: what NFKC makes longer stays as it is. */
function narrow(char: string): string {
  const code = char.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  return char === '〇' ? '零' : char;
}

function plainOf(text: string): Plain {
  const chars: string[] = [];
  const at: number[] = [];
  for (let index = 0; index < text.length; index++) {
    const char = text.charAt(index);
    if (BLANK.test(char)) continue;
    chars.push(narrow(char));
    at.push(index);
  }
  return { text: chars.join(''), at };
}

const plainIn = paragraphFact(({ text }) => plainOf(text));

/** @returns undefined when it would match nearly everywhere, or has too many wildcards. */
export function patternOf(source: string): Pattern | undefined {
  const parts: Part[] = [];
  let literal = '';
  const close = (): void => {
    if (literal !== '') parts.push(literal);
    literal = '';
  };
  for (let index = 0; index < source.length; index++) {
    const char = source.charAt(index);
    const wildcard = WILDCARDS[char];
    if (wildcard) {
      close();
      parts.push(wildcard);
    } else if (char === '\\' && index + 1 < source.length) literal += narrow(source.charAt(++index));
    else if (!BLANK.test(char)) literal += narrow(char);
  }
  close();
  const literals = parts.filter((part) => typeof part === 'string');
  const isTooWide = !literals.some(({ length }) => length >= SHORTEST_LITERAL);
  const isOpen = parts[0] === GAP_PART || parts.at(-1) === GAP_PART;
  if (isTooWide || isOpen || parts.length - literals.length > MOST_WILDCARDS) return undefined;
  return { source, parts };
}

/** A phrase without wildcards, whatever is in it. */
export const literalPattern = (phrase: string): Pattern => ({ source: phrase, parts: [plainOf(phrase).text] });

export interface Place {
  readonly start: number;
  readonly end: number;
}

/** Where a paragraph has a pattern, in its offsets; the shortest match from each place, none over another. */
export function placesOf(content: ProseContent, { parts }: Pattern): Place[] {
  const { text, at } = plainIn(content);
  const places: Place[] = [];
  if (parts.some((part) => typeof part === 'string' && !text.includes(part))) return places;
  const matcher = new Matcher(text, parts);
  const [first] = parts;
  for (let start = 0; start < text.length; ) {
    if (typeof first === 'string') start = text.indexOf(first, start);
    if (start < 0) break;
    const end = matcher.endFrom(start, 0);
    if (end <= start) start++;
    else {
      places.push({ start: at[start] ?? 0, end: (at[end - 1] ?? 0) + 1 });
      start = end;
    }
  }
  return places;
}

type Gap = typeof GAP_PART;
const isGap = (part: Part): part is Gap => part === GAP_PART;

const NONE = -1;

/** Tries each part of a pattern at each place of a text once, whatever led there. */
class Matcher {
  readonly #text: string;
  readonly #parts: readonly Part[];
  /** What `endFrom` has answered, by part and place. */
  readonly #known: Int32Array[];

  constructor(text: string, parts: readonly Part[]) {
    this.#text = text;
    this.#parts = parts;
    this.#known = parts.map(() => new Int32Array(text.length + 1));
  }

  /** Where the shortest match of the parts from `index` on ends; NONE when there is none. */
  endFrom(at: number, index: number): number {
    const part = this.#parts[index];
    const known = this.#known[index];
    if (!part || !known) return at;
    // Unknown is 0, NONE is 1, and an end is two more than itself.
    const before = known[at] ?? 0;
    if (before > 0) return before - 2;
    const end = isGap(part) ? this.#behindGap(at, index + 1) : this.#behind(part, at, index + 1);
    known[at] = end + 2;
    return end;
  }

  #behind(part: Exclude<Part, Gap>, at: number, next: number): number {
    const end = endOf(this.#text, at, part);
    return end === undefined ? NONE : this.endFrom(end, next);
  }

  #behindGap(at: number, next: number): number {
    let least = NONE;
    for (let from = at; from <= at + GAP && from <= this.#text.length; from++) {
      const end = this.endFrom(from, next);
      if (end !== NONE && (least === NONE || end < least)) least = end;
      if (isSentenceEnd(this.#text.charAt(from))) break;
    }
    return least;
  }
}

const NUMBER = new RegExp(`${NUMBER_SOURCE}(?:\\.\\d{1,6})?[万亿]?`, 'y');
const DIGIT = /[0-9.]/;

function endOf(text: string, at: number, part: Exclude<Part, Gap>): number | undefined {
  if (typeof part === 'string') return text.startsWith(part, at) ? at + part.length : undefined;
  if (part === ONE_PART) return at < text.length && !isSentenceEnd(text.charAt(at)) ? at + 1 : undefined;
  // The end of a longer number is none.
  if (at > 0 && DIGIT.test(text.charAt(at - 1))) return undefined;
  NUMBER.lastIndex = at;
  const length = NUMBER.exec(text)?.[0].length ?? 0;
  return length > 0 ? at + length : undefined;
}
