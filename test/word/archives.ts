import { strToU8, zipSync } from 'fflate';

/** Archives as no honest writer makes them. */

interface Stated {
  readonly size?: number;
  readonly crc?: number;
  readonly flags?: number;
}

interface Listed {
  readonly name: string;
  readonly offset: number;
}

interface Record_ extends Listed {
  /** Where its record in the directory begins. */
  readonly at: number;
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function records(bytes: Uint8Array): Record_[] {
  const view = viewOf(bytes);
  const end = bytes.length - 22;
  let at = view.getUint32(end + 16, true);
  return Array.from({ length: view.getUint16(end + 10, true) }, () => {
    const length = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length));
    const record = { name, at, offset: view.getUint32(at + 42, true) };
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    return record;
  });
}

/** The archive with other things said of a part, in both of its headers. */
export function declare(archive: Uint8Array, name: string, { size, crc, flags }: Stated): Uint8Array {
  const bytes = archive.slice();
  const view = viewOf(bytes);
  const found = records(bytes).find((record) => record.name === name);
  if (!found) throw new Error(`no part ${name}`);
  for (const at of [found.at + 8, found.offset + 6]) {
    if (flags !== undefined) view.setUint16(at, flags, true);
    if (crc !== undefined) view.setUint32(at + 8, crc, true);
    if (size !== undefined) view.setUint32(at + 16, size, true);
  }
  return bytes;
}

/** The archive with its parts at other places. */
export function directoryOf(archive: Uint8Array, change: (parts: readonly Listed[]) => readonly Listed[]): Uint8Array {
  const bytes = archive.slice();
  const view = viewOf(bytes);
  const all = records(bytes);
  for (const [index, { offset }] of change(all).entries()) view.setUint32((all[index]?.at ?? 0) + 42, offset, true);
  return bytes;
}

/** Parts in order; names may come twice. */
export function archive(parts: readonly (readonly [string, string | Uint8Array])[]): Uint8Array {
  // Names of one length that differ in their first character are exchanged afterwards.
  const named = parts.map(([, content], index) => [`${index}`.padStart(8, '\0'), content] as const);
  const bytes = zipSync(
    Object.fromEntries(
      named.map(([name, content], index) => [
        name.padEnd(parts[index]?.[0].length ?? 0, '\0'),
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
  );
  for (const [index, { at, offset }] of records(bytes).entries()) {
    const name = strToU8(parts[index]?.[0] ?? '');
    bytes.set(name, at + 46);
    bytes.set(name, offset + 30);
  }
  return bytes;
}
