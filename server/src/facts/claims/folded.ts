import { FULL_WIDTH, isHan } from '../../text/characters.ts';

/**
 * A paragraph as claims are read from it: without blanks, quotation marks and invisible characters, everything in half
 * width. Marks inside quotation marks part nothing (“双随机、一公开”), so they are written as middle dots.
 */
export interface Folded {
  readonly text: string;
  /** The offset of each character in the paragraph, and behind the last one its length. */
  readonly at: readonly number[];
}

const DROPPED = /[\s\u200b-\u200f\u2060\ufeff"'“”‘’「」『』]/;
const INNER_MARK = /[、，,：:；;]/;
const OPENING = '“「『';
const CLOSING = '”」』';
/** Longer stretches are speech, or the mark that closes them was lost. */
const LONGEST_QUOTE = 24;

export function foldParagraph(text: string): Folded {
  let folded = '';
  const at: number[] = [];
  let quoteEnd = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (!isHan(code)) {
      const char = text.charAt(index);
      if (OPENING.includes(char)) quoteEnd = closeOf(text, index);
      if (DROPPED.test(char)) continue;
      folded += index < quoteEnd && INNER_MARK.test(char) ? '·' : halfWidth(code);
    } else folded += text.charAt(index);
    at.push(index);
  }
  at.push(text.length);
  return { text: folded, at };
}

function closeOf(text: string, open: number): number {
  const mark = CLOSING.charAt(OPENING.indexOf(text.charAt(open)));
  const close = text.indexOf(mark, open);
  return close >= 0 && close - open <= LONGEST_QUOTE ? close : 0;
}

/** Full-width forms of ASCII stand in one block. */
const halfWidth = (code: number): string =>
  String.fromCharCode(code > FULL_WIDTH && code < FULL_WIDTH + 0x7f ? code - FULL_WIDTH : code);
