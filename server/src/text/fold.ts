/**
 * Folding: the form of a text in which drafts and the statutory form are compared. A paste brings half-width and
 * full-width marks, blanks inside labels (总 计) and invisible characters; none of them changes what is said.
 */

const BLANKS = /[\s\u200b-\u200f\u2060\ufeff]+/g;

/** Printable ASCII and the plain Chinese characters: what folding leaves as it is. */
function isFolded(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if ((code < 0x4e00 || code > 0x9fff) && (code < 0x21 || code > 0x7e)) return false;
  }
  return true;
}

/** NFKC without white space or invisible characters. */
export const fold = (text: string): string => (isFolded(text) ? text : text.normalize('NFKC').replace(BLANKS, ''));

const QUOTES = /[“”‘’"']/;

/** `fold`, with quotation marks left out and `1、` written `1.`: how row labels are compared. */
export function foldLabel(text: string): string {
  const folded = fold(text);
  const bare = QUOTES.test(folded) ? folded.replace(/[“”‘’"']/g, '') : folded;
  return bare.includes('、') ? bare.replace(/(\d)、/g, '$1.') : bare;
}

const isBlank = (code: number): boolean =>
  code === 0x20 ||
  (code >= 0x09 && code <= 0x0d) ||
  code === 0xa0 ||
  code === 0x3000 ||
  isTypographic(code) ||
  isInvisible(code);
/** Blanks of a set width: em space, thin space. */
const isTypographic = (code: number): boolean => (code >= 0x2000 && code <= 0x200a) || code === 0x202f;
const isInvisible = (code: number): boolean => (code >= 0x200b && code <= 0x200f) || code === 0x2060 || code === 0xfeff;

/** Is the UTF-16 unit white space or an invisible character? */
export const isBlankAt = (text: string, at: number): boolean => isBlank(text.charCodeAt(at));

/** Is the UTF-16 unit an invisible character: one that parts nothing? */
export const isInvisibleAt = (text: string, at: number): boolean => isInvisible(text.charCodeAt(at));

/** The span of `text[start, end)` without blanks at both ends; empty at `start` when there is nothing else. */
export function trimSpan(text: string, start: number, end: number): { start: number; end: number } {
  let from = start;
  let to = end;
  while (from < to && isBlankAt(text, from)) from++;
  while (to > from && isBlankAt(text, to - 1)) to--;
  return from === to ? { start, end: start } : { start: from, end: to };
}
