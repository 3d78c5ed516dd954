/**
 * What a UTF-16 unit is, as far as reading lines and cells asks, as bits: one look-up a character, and the bits of all
 * characters of a line joined tell which questions about it need not be asked.
 */
export const BREAK = 1;
export const PIPE = 2;
/** White space or an invisible character. */
export const BLANK = 4;
export const TAB = 8;
/** Half-width or full-width. */
export const DIGIT = 16;
/** A mark that ends or parts sentences, half-width or full-width. */
export const MARK = 32;
/** What Markdown and HTML put into cells. */
export const MARKUP = 64;
/** Folding may do more to it than to leave it as it is, to drop it, or to make it half as wide. */
export const ODD = 128;

const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fff;
/** `！` to `～` stand as far behind `!` to `~`. */
export const FULL_WIDTH = 0xfee0;

/** The plain Chinese characters, which are nothing of the above. */
/** The halves of a character beyond U+FFFF, which no span may part. */
export const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;
export const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

export const isHan = (code: number): boolean => code >= FIRST_HAN && code <= LAST_HAN;

/** The marks of Chinese text that have no other form: NFKC leaves them alone. */
const UNCHANGED = '·–—―‘’“”−、。〇〈〉《》「」『』【】〔〕';

function toTable(): Uint8Array {
  const table = new Uint8Array(0x10000).fill(ODD);
  table.fill(0, 0x21, 0x7f);
  table.fill(0, FIRST_HAN, LAST_HAN + 1);
  table.fill(0, 0x21 + FULL_WIDTH, 0x7f + FULL_WIDTH);
  const clear = (characters: string): void => {
    for (const character of characters) table[character.charCodeAt(0)] = 0;
  };
  const add = (bit: number, characters: string): void => {
    for (const character of characters) {
      const code = character.charCodeAt(0);
      table[code] = (table[code] ?? 0) | bit;
    }
  };
  clear(UNCHANGED);
  const blanks = `\t\n\v\f\r \u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000${INVISIBLE}`;
  clear(blanks);
  add(BLANK, blanks);
  add(BREAK, '\n\r');
  add(TAB, '\t');
  add(PIPE, '|');
  add(DIGIT, '0123456789０１２３４５６７８９');
  add(MARK, '。；;！？!?，：:,');
  add(MARKUP, '*<&');
  return table;
}

/** Characters that part nothing. */
const INVISIBLE = '\u200b\u200c\u200d\u200e\u200f\u2060\ufeff';

const TABLE = toTable();

/** The bits of a code unit. Never ask behind a text's end: one NaN among the codes makes all look-ups slow. */
export const classOf = (code: number): number => TABLE[code] ?? 0;

export const isBlankAt = (text: string, at: number): boolean => (classOf(text.charCodeAt(at)) & BLANK) !== 0;

/** Where the blanks from `from` on end. */
export function afterBlanks(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isBlankAt(text, at)) at++;
  return at;
}

/** Where the blanks before `to` begin. */
export function beforeBlanks(text: string, from: number, to: number): number {
  let at = to;
  while (at > from && isBlankAt(text, at - 1)) at--;
  return at;
}

/** Is the UTF-16 unit an invisible character: one that parts nothing? */
export function isInvisibleAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0x200b && INVISIBLE.includes(text.charAt(at));
}
