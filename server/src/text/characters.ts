/**
 * Classifies UTF-16 code units for the readers of lines and cells, as bits. Each character costs one look-up. The bits
 * of all characters of a line, joined, tell which questions about the line can be skipped.
 */
export const BREAK = 1;
export const PIPE = 2;
/** White space or an invisible character. */
export const BLANK = 4;
export const TAB = 8;
/** Half-width or full-width. */
export const DIGIT = 16;
/** A mark that ends or divides sentences, half-width or full-width. */
export const MARK = 32;
/** A character of Markdown or HTML cell syntax. */
export const MARKUP = 64;
/** Folding may change it in another way than keeping it, dropping it or halving its width. */
export const ODD = 128;

const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fff;
/** The distance from `！`–`～` to `!`–`~`. */
export const FULL_WIDTH = 0xfee0;

/** The plain Chinese characters, which have none of the bits above. */
/** The halves of a surrogate pair. No span may split one. */
export const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;
export const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

export const isHan = (code: number): boolean => code >= FIRST_HAN && code <= LAST_HAN;

/** The marks of Chinese text without another form: NFKC leaves them alone. */
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

/** Characters that separate nothing. */
const INVISIBLE = '\u200b\u200c\u200d\u200e\u200f\u2060\ufeff';

const TABLE = toTable();

/** The bits of a code unit. Never ask beyond a text's end: a single NaN among the codes makes every look-up slow. */
export const classOf = (code: number): number => TABLE[code] ?? 0;

export const isBlankAt = (text: string, at: number): boolean => (classOf(text.charCodeAt(at)) & BLANK) !== 0;

/** The end of the run of blanks that starts at `from`. */
export function afterBlanks(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isBlankAt(text, at)) at++;
  return at;
}

/** The start of the run of blanks that ends at `to`. */
export function beforeBlanks(text: string, from: number, to: number): number {
  let at = to;
  while (at > from && isBlankAt(text, at - 1)) at--;
  return at;
}

/** Whether the code unit is an invisible character, which separates nothing. */
export function isInvisibleAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0x200b && INVISIBLE.includes(text.charAt(at));
}
