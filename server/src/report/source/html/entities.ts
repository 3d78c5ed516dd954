/** Named references that Chinese pages use. Others stay as they are, for a reader to see. */
const NAMED: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  zwnj: '\u200c',
  zwj: '\u200d',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  laquo: '«',
  raquo: '»',
  lang: '〈',
  rang: '〉',
  mdash: '—',
  ndash: '–',
  horbar: '―',
  hellip: '…',
  middot: '·',
  bull: '•',
  times: '×',
  minus: '−',
  plusmn: '±',
  permil: '‰',
  deg: '°',
  sect: '§',
  copy: '©',
  reg: '®',
};

/** @param reference what stands between `&` and `;`: nbsp, #160, #x3000. */
export function decodeEntity(reference: string): string | undefined {
  if (!reference.startsWith('#')) return NAMED[reference];
  const hex = /^#[xX]/.test(reference);
  const code = Number.parseInt(reference.slice(hex ? 2 : 1), hex ? 16 : 10);
  const valid = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return valid ? String.fromCodePoint(code) : undefined;
}
