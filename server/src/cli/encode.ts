import { byteOrderMark, type Decoded, strict } from '../text/decode.ts';
import { encodeGb18030 } from './gb18030.ts';

function encodeUtf16(text: string, bigEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index++) view.setUint16(index * 2, text.charCodeAt(index), !bigEndian);
  return bytes;
}

function encodeBody({ text, encoding }: Decoded): Uint8Array | undefined {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  return encoding === 'gb18030' ? encodeGb18030(text) : encodeUtf16(text, encoding === 'utf-16be');
}

/**
 * Write a text as the file had it: same encoding, same byte order mark.
 * @returns undefined when the encoding cannot hold some character, so that nothing is lost by writing.
 */
export function encode(decoded: Decoded): Uint8Array | undefined {
  const body = encodeBody(decoded);
  if (!body || strict(body, decoded.encoding) !== decoded.text) return undefined;
  const mark = decoded.bom ? byteOrderMark(decoded.encoding) : [];
  const bytes = new Uint8Array(mark.length + body.length);
  bytes.set(mark);
  bytes.set(body, mark.length);
  return bytes;
}
