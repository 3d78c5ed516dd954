/**
 * The platform decodes GB 18030 but cannot encode it, so the table is made by decoding every sequence once. Made only
 * when a GB 18030 draft is to be written.
 */
let table: Uint32Array | undefined;

const FOUR_BYTE_BMP = 39_420; // how many four-byte sequences stand for characters below U+10000
const SUPPLEMENTARY = 189_000; // the number of the four-byte sequence for U+10000; from there on they follow in order

function fourBytes(number: number): number[] {
  return [
    0x81 + Math.floor(number / 12_600),
    0x30 + (Math.floor(number / 1260) % 10),
    0x81 + (Math.floor(number / 10) % 126),
    0x30 + (number % 10),
  ];
}

const pack = (bytes: readonly number[]): number => bytes.reduce((packed, byte) => packed * 256 + byte, 0);

function* sequences(): Generator<number[]> {
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) yield [lead, trail];
  }
  for (let number = 0; number < FOUR_BYTE_BMP; number++) yield fourBytes(number);
}

/** UTF-16 code unit → its bytes as one number; 0 = none. */
function makeTable(): Uint32Array {
  const all = [...sequences()];
  const bytes: number[] = [];
  // A line feed is no part of any sequence, so a bad one cannot swallow its neighbour.
  for (const sequence of all) bytes.push(...sequence, 0x0a);
  const characters = new TextDecoder('gb18030').decode(new Uint8Array(bytes)).split('\n');
  const made = new Uint32Array(0x10000);
  for (let index = 0; index < all.length; index++) {
    const character = characters[index];
    if (character?.length !== 1 || character === '\ufffd') continue;
    const unit = character.charCodeAt(0);
    if (!made[unit]) made[unit] = pack(all[index] ?? []);
  }
  return made;
}

/** @returns undefined when the text holds half a surrogate pair, which no encoding can write. */
export function encodeGb18030(text: string): Uint8Array | undefined {
  table ??= makeTable();
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) {
      bytes.push(code);
    } else if (code > 0xffff) {
      bytes.push(...fourBytes(SUPPLEMENTARY + code - 0x10000));
    } else {
      const packed = table[code];
      if (!packed) return undefined;
      if (packed > 0xffff) bytes.push(packed >>> 24, (packed >>> 16) & 0xff);
      bytes.push((packed >>> 8) & 0xff, packed & 0xff);
    }
  }
  return new Uint8Array(bytes);
}
