/**
 * Characters that are a sign of damage, or that damage begins with, as a character class has them. One pass over a draft
 * tells which kinds it can hold; a clean draft has none of them.
 */
const CLASSES = {
  lost: '\ufffd锟烫屯',
  private: '\ue000-\uf8ff',
  latin: '\u00c2\u00c3\u00e2-\u00ef',
  /** UTF-8 read as GBK: 锛 and 銆 stand where ， and 。 began. Neither is used in Chinese prose. */
  gbk: '锛銆鈥',
  /** No tab, line break or form feed. */
  invisible: '\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff',
  /** Kangxi radicals and compatibility ideographs, which PDFs leave in the place of ordinary characters. */
  compatibility: '\u2e80-\u2fdf\uf900-\ufaff',
} as const;

export type Sign = keyof typeof CLASSES;

/** A pattern for one of its characters, or for a run of them. */
export const signPattern = (sign: Sign, repeat: '' | '+' = ''): RegExp =>
  new RegExp(`[${CLASSES[sign]}]${repeat}`, 'g');

const SIGNS = Object.keys(CLASSES) as Sign[];

function toTable(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const [bit, sign] of SIGNS.entries()) {
    const characters = CLASSES[sign];
    for (let at = 0; at < characters.length; at++) {
      const from = characters.charCodeAt(at);
      const isRange = characters.charAt(at + 1) === '-';
      if (isRange) at += 2;
      for (let code = from; code <= characters.charCodeAt(at); code++) table[code] = (table[code] ?? 0) | (1 << bit);
    }
  }
  return table;
}

let known: Uint8Array | undefined;

/** The kinds of damage of which a text holds a sign. */
export function signsIn(text: string): ReadonlySet<Sign> {
  known ??= toTable();
  const table = known;
  let bits = 0;
  for (let at = 0; at < text.length; at++) bits |= table[text.charCodeAt(at)] ?? 0;
  return new Set(bits === 0 ? [] : SIGNS.filter((_, bit) => (bits & (1 << bit)) !== 0));
}
