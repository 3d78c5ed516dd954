import { afterBlanks, BLANK, beforeBlanks, classOf, FULL_WIDTH, isHan, ODD } from './characters.ts';

/**
 * Folding: the normal form in which drafts are compared with the statutory form. A paste changes the width of marks,
 * adds blanks inside labels (总 计) and invisible characters. None of this changes the meaning.
 */

const BLANKS = /[\s\u200b-\u200f\u2060\ufeff]+/g;

/** Printable ASCII and the plain Chinese characters: folding leaves them as they are. */
const isFolded = (code: number): boolean => isHan(code) || (code > 0x20 && code < 0x7f);

/** NFKC without white space or invisible characters. */
export function fold(text: string): string {
  let folded = '';
  let done = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isFolded(code)) continue;
    const bits = classOf(code);
    if (bits & ODD) return text.normalize('NFKC').replace(BLANKS, '');
    const isBlank = bits & BLANK;
    if (!isBlank && code <= FULL_WIDTH) continue;
    folded += text.slice(done, at);
    if (!isBlank) folded += String.fromCharCode(code - FULL_WIDTH);
    done = at + 1;
  }
  return done === 0 ? text : folded + text.slice(done);
}

const QUOTES = /[“”‘’"']/;

/** `fold`, without quotation marks and with `1、` written `1.`: the form in which row labels are compared. */
export function foldLabel(text: string): string {
  const folded = fold(text);
  const bare = QUOTES.test(folded) ? folded.replace(/[“”‘’"']/g, '') : folded;
  return bare.includes('、') ? bare.replace(/(\d)、/g, '$1.') : bare;
}

/** The span of `text[start, end)` without blanks at both ends; empty at `start` when nothing else is left. */
export function trimSpan(text: string, start: number, end: number): { start: number; end: number } {
  const from = afterBlanks(text, start, end);
  return from === end ? { start, end: start } : { start: from, end: beforeBlanks(text, from, end) };
}
