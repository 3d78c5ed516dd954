export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** A draft's text without its byte order mark, and what is needed to save it in the same encoding. */
export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  readonly bom: boolean;
}

/** Why bytes are not text. The message tells the user what the file is and what to do. */
export type NotText = 'pdf' | 'binary';

const MARKS: readonly { readonly encoding: Encoding; readonly bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
];

const SIGNATURES: readonly { readonly kind: NotText; readonly bytes: readonly number[] }[] = [
  { kind: 'pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
];

export const byteOrderMark = (encoding: Encoding): readonly number[] =>
  MARKS.find((mark) => mark.encoding === encoding)?.bytes ?? [];

const startsWith = (bytes: Uint8Array, prefix: readonly number[]): boolean =>
  prefix.every((byte, index) => bytes[index] === byte);

const count = (text: string, pattern: RegExp): number => {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found++;
  return found;
};

/** Decodes broken sequences as U+FFFD. The byte order mark is already cut off, so one that appears here is text. */
const lenient = (bytes: Uint8Array, encoding: Encoding): string =>
  new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);

export function strict(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { ignoreBOM: true, fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** One stray control character is a fault of the draft and worth a finding; many mean that this is no draft. */
const readable = (text: string): boolean =>
  count(text, /[\u0000-\u0008\u000e-\u0019\u001c-\u001f\u007f]/g) * 100 <= text.length;

/** UTF-16 without a byte order mark: ASCII shows as zero bytes on one side, and the rest must look like Chinese. */
function decodeUnmarkedUtf16(bytes: Uint8Array): Decoded | undefined {
  const zeros = [0, 0];
  for (let index = 0; index < bytes.length; index++)
    if (bytes[index] === 0) zeros[index & 1] = (zeros[index & 1] ?? 0) + 1;
  const encoding = (zeros[1] ?? 0) > (zeros[0] ?? 0) ? 'utf-16le' : 'utf-16be';
  const text = strict(bytes, encoding);
  if (text === undefined || !readable(text)) return undefined;
  const expected = count(
    text,
    /[\t\n\r\u0020-\u007e\u2010-\u203b\u2460-\u25ff\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/g,
  );
  return expected * 5 >= text.length * 4 ? { text, encoding, bom: false } : undefined;
}

/**
 * Neither valid UTF-8 nor marked. UTF-8 with a few broken bytes is still UTF-8: read as GB 18030, the whole draft would
 * turn into other characters. Real GB 18030 has no long run of valid UTF-8.
 */
function decodeOther(bytes: Uint8Array): Decoded | undefined {
  const utf8 = lenient(bytes, 'utf-8');
  const broken = count(utf8, /\ufffd/g);
  if (count(utf8, /[^\u0000-\u007f\ufffd]/g) > 20 * broken) {
    return readable(utf8) ? { text: utf8, encoding: 'utf-8', bom: false } : undefined;
  }
  const text = lenient(bytes, 'gb18030');
  const lost = count(text, /\ufffd/g);
  const sound = count(text, /[^\u0000-\u007f\ufffd]/g) > 50 * lost;
  return sound && readable(text) ? { text, encoding: 'gb18030', bom: false } : undefined;
}

/** Detects the encoding of a draft and decodes it. Never throws; damaged text is read as far as possible. */
export function decode(bytes: Uint8Array): Decoded | NotText {
  const mark = MARKS.find((candidate) => startsWith(bytes, candidate.bytes));
  if (mark) {
    const text = lenient(bytes.subarray(mark.bytes.length), mark.encoding);
    return readable(text) ? { text, encoding: mark.encoding, bom: true } : 'binary';
  }
  const signature = SIGNATURES.find((candidate) => startsWith(bytes, candidate.bytes));
  if (signature) return signature.kind;
  if (bytes.includes(0)) {
    const wide = decodeUnmarkedUtf16(bytes);
    if (wide) return wide;
  }
  const text = strict(bytes, 'utf-8');
  if (text !== undefined) return readable(text) ? { text, encoding: 'utf-8', bom: false } : 'binary';
  return decodeOther(bytes) ?? 'binary';
}
