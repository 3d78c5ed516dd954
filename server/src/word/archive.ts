import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';
import { Refused } from './refusal.ts';

/**
 * Zip archives (APPNOTE 6.3), as far as documents use them. Entries are unpacked one by one when they are asked for, never
 * beyond the size that they state, and written back as they were packed: what is not changed keeps every byte.
 */
export interface Entry {
  readonly name: string;
  readonly nameBytes: Uint8Array;
  readonly flags: number;
  /** 0: stored, 8: deflated. */
  readonly method: number;
  /** MS-DOS time and date. */
  readonly time: number;
  readonly crc: number;
  /** In bytes, once unpacked. */
  readonly size: number;
  readonly packed: Uint8Array;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const ENCRYPTED = 1;
/** Sizes follow the data; in the central directory they are known. */
const DESCRIPTOR = 8;
const UTF_8 = 0x800;
/** 1980-01-01, the first day that the format knows: the same content gives the same bytes. */
const FIRST_DAY = 0x00210000;

/**
 * @param most entries that are taken.
 * @throws Refused: encrypted, damaged (entries that overlap or bear one name, too), too-large.
 */
export function readArchive(bytes: Uint8Array, most: number): Map<string, Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  const count = view.getUint16(end + 10, true);
  const directory = view.getUint32(end + 16, true);
  if (count > most) throw new Refused('too-large');
  const entries = new Map<string, Entry>();
  const taken: { from: number; to: number }[] = [];
  let at = directory;
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) throw new Refused('damaged');
    const [nameLength = 0, extra = 0, comment = 0] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const [entry, place] = entryAt(view, bytes, at, nameLength, directory);
    at += 46 + nameLength + extra + comment;
    if (entries.has(entry.name)) throw new Refused('damaged');
    entries.set(entry.name, entry);
    taken.push(place);
  }
  taken.sort((a, b) => a.from - b.from);
  if (taken.some(({ to }, index) => to > (taken[index + 1]?.from ?? directory))) throw new Refused('damaged');
  return entries;
}

/** It stands at the end, before a comment of at most 65,535 bytes. */
function endRecord(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= first; at--) if (view.getUint32(at, true) === END) return at;
  throw new Refused('damaged');
}

function entryAt(
  view: DataView,
  bytes: Uint8Array,
  at: number,
  nameLength: number,
  directory: number,
): [Entry, { from: number; to: number }] {
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const packedSize = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  const from = view.getUint32(at + 42, true);
  if (flags & ENCRYPTED) throw new Refused('encrypted');
  if (from + 30 > directory || view.getUint32(from, true) !== LOCAL || (method !== 0 && method !== 8)) {
    throw new Refused('damaged');
  }
  // A local header has a name and an extra field of its own lengths.
  const start = from + 30 + view.getUint16(from + 26, true) + view.getUint16(from + 28, true);
  const to = start + packedSize;
  if (to > directory || (method === 0 && size !== packedSize)) throw new Refused('damaged');
  const nameBytes = bytes.subarray(at + 46, at + 46 + nameLength);
  const entry: Entry = {
    name: strFromU8(nameBytes, !(flags & UTF_8)),
    nameBytes,
    flags,
    method,
    time: view.getUint32(at + 12, true),
    crc: view.getUint32(at + 16, true),
    size,
    packed: bytes.subarray(start, to),
  };
  return [entry, { from, to }];
}

/** So much is taken in at once; it unpacks to a thousand times as much at most. */
const CHUNK = 16 * 1024;

/** @throws Refused (damaged) when it is not what the archive says of it. */
export function unpack({ method, packed, size, crc }: Entry): Uint8Array {
  const bytes = method === 0 ? packed : inflate(packed, size);
  if (bytes.length !== size || crcOf(bytes) !== crc) throw new Refused('damaged');
  return bytes;
}

function inflate(packed: Uint8Array, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let length = 0;
  const stream = new Inflate((chunk) => {
    if (length + chunk.length > size) throw new Refused('damaged');
    bytes.set(chunk, length);
    length += chunk.length;
  });
  for (let at = 0; at === 0 || at < packed.length; at += CHUNK) {
    stream.push(packed.subarray(at, at + CHUNK), at + CHUNK >= packed.length);
  }
  return bytes.subarray(0, length);
}

export function pack(name: string, content: Uint8Array): Entry {
  return {
    name,
    nameBytes: strToU8(name),
    flags: UTF_8,
    method: 8,
    time: FIRST_DAY,
    crc: crcOf(content),
    size: content.length,
    packed: deflateSync(content, { level: 6 }),
  };
}

export function writeArchive(entries: Iterable<Entry>): Uint8Array {
  const all = [...entries];
  const length = all.reduce((sum, { nameBytes, packed }) => sum + 76 + 2 * nameBytes.length + packed.length, 22);
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  let at = 0;
  const offsets = all.map(({ packed, ...entry }) => {
    const start = at;
    view.setUint32(at, LOCAL, true);
    at = writeHeader(view, bytes, at + 4, { ...entry, packed }, 0);
    bytes.set(packed, at);
    at += packed.length;
    return start;
  });
  const directory = at;
  for (const [index, entry] of all.entries()) {
    view.setUint32(at, CENTRAL, true);
    view.setUint16(at + 4, 20, true);
    const start = at;
    at = writeHeader(view, bytes, at + 6, entry, 14);
    view.setUint32(start + 42, offsets[index] ?? 0, true);
  }
  view.setUint32(at, END, true);
  view.setUint16(at + 8, all.length, true);
  view.setUint16(at + 10, all.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return bytes;
}

/** What both headers of an entry hold; the one in the directory has `more` bytes behind that, before the name. */
function writeHeader(view: DataView, bytes: Uint8Array, at: number, entry: Entry, more: number): number {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, entry.flags & ~DESCRIPTOR, true);
  view.setUint16(at + 4, entry.method, true);
  view.setUint32(at + 6, entry.time, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, entry.packed.length, true);
  view.setUint32(at + 18, entry.size, true);
  view.setUint16(at + 22, entry.nameBytes.length, true);
  bytes.set(entry.nameBytes, at + 26 + more);
  return at + 26 + more + entry.nameBytes.length;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crcOf(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
