import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encode } from '../../server/src/cli/encode.ts';
import { type Decoded, decode, type Encoding } from '../../server/src/text/decode.ts';

const DRAFT = '白石镇2024年政府信息公开工作年度报告\r\n一、总体情况\r\n收到申请3件，办结3件。\r\n';

const encoded = (text: string, encoding: Encoding, bom = false): Uint8Array => {
  const bytes = encode({ text, encoding, bom });
  if (!bytes) throw new Error(`cannot encode as ${encoding}`);
  return bytes;
};

const read = (bytes: Uint8Array): Decoded => {
  const decoded = decode(bytes);
  if (typeof decoded === 'string') throw new Error(`taken for ${decoded}`);
  return decoded;
};

describe('how a draft was saved', () => {
  it.each<[Encoding, boolean]>([
    ['utf-8', false],
    ['utf-8', true],
    ['utf-16le', true],
    ['utf-16be', true],
    ['utf-16le', false],
    ['utf-16be', false],
    ['gb18030', false],
  ])('reads %s, mark %s', (encoding, bom) => {
    expect(read(encoded(DRAFT, encoding, bom))).toEqual({ text: DRAFT, encoding, bom });
  });

  it('writes the bytes that other programs write', () => {
    expect(encoded('年A', 'gb18030')).toEqual(new Uint8Array([0xc4, 0xea, 0x41]));
    expect(encoded('年', 'utf-16le', true)).toEqual(new Uint8Array([0xff, 0xfe, 0x74, 0x5e]));
    expect(encoded('年', 'utf-16be', true)).toEqual(new Uint8Array([0xfe, 0xff, 0x5e, 0x74]));
    expect(encoded('年', 'utf-8', true)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf, 0xe5, 0xb9, 0xb4]));
    // Four bytes: a rare character of a place name, and one beyond U+FFFF.
    expect(encoded('㐀', 'gb18030')).toEqual(new Uint8Array([0x81, 0x39, 0xee, 0x39]));
    expect(encoded('𠮷', 'gb18030')).toEqual(new Uint8Array([0x95, 0x34, 0xb2, 0x35]));
  });

  it('knows GB 18030 in a short line, and an empty file', () => {
    expect(read(encoded('镇政府年度报告', 'gb18030')).text).toBe('镇政府年度报告');
    expect(read(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8', bom: false });
  });

  it('keeps a second byte order mark as text, and offsets start behind the first', () => {
    const bytes = encoded('\ufeff年', 'utf-8', true);
    expect(read(bytes).text).toBe('\ufeff年');
    expect(encode(read(bytes))).toEqual(bytes);
  });

  it('reads UTF-8 with a broken byte as UTF-8, and cannot write it back', () => {
    const bytes = encoded(DRAFT.repeat(3), 'utf-8');
    bytes[200] = 0xff;
    const decoded = read(bytes);
    expect(decoded.encoding).toBe('utf-8');
    expect(decoded.text).toContain('\ufffd');
    expect(encode(decoded)).not.toEqual(bytes);
  });

  it.each([
    ['pdf', [...new TextEncoder().encode('%PDF-1.7\n')]],
    ['binary', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52]],
    ['binary', Array.from({ length: 600 }, (_, index) => (index * 197 + (index >> 3)) & 0xff)],
    ['binary', Array.from({ length: 400 }, (_, index) => (index % 4 === 0 ? index & 0xff : 0))],
  ])('calls bytes %s', (kind, bytes) => {
    expect(decode(new Uint8Array(bytes))).toBe(kind);
  });

  it('does not take a text with one stray control character for a binary file', () => {
    expect(read(encoded(`${DRAFT}\u0000\u0007${DRAFT.repeat(4)}`, 'utf-8')).encoding).toBe('utf-8');
  });

  it('never throws, and never loses a character silently', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void decode(bytes)));
    const anyText = fc.string({ unit: 'binary' });
    const encodings = fc.constantFrom<Encoding>('utf-8', 'utf-16le', 'utf-16be', 'gb18030');
    fc.assert(
      fc.property(anyText, encodings, (text, encoding) => {
        const bytes = encode({ text, encoding, bom: false });
        // Only half a surrogate pair has no bytes.
        expect(bytes === undefined).toBe(/\p{Surrogate}/u.test(text));
        if (bytes) expect(new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)).toBe(text);
      }),
    );
  });
});
