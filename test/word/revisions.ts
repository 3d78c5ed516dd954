import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** What Word does when somebody accepts or rejects all revisions of this program, on the markup itself. */

export const partsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));

export const zipped = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));

const OURS = (name: string): RegExp =>
  new RegExp(`<\\w+:${name} [^>]*author="年报校对"[^>]*>([\\s\\S]*?)</\\w+:${name}>`, 'g');

export function accepted(bytes: Uint8Array): Uint8Array {
  return changed(bytes, (xml) => xml.replace(OURS('del'), '').replace(OURS('ins'), '$1'));
}

export function rejected(bytes: Uint8Array): Uint8Array {
  return changed(bytes, (xml) =>
    xml.replace(OURS('ins'), '').replace(OURS('del'), (_, inside: string) => inside.replaceAll('delText', 't')),
  );
}

function changed(bytes: Uint8Array, change: (xml: string) => string): Uint8Array {
  const parts = partsOf(bytes);
  const xml = parts['word/document.xml'] ?? '';
  return zipped({ ...parts, 'word/document.xml': change(xml) });
}
