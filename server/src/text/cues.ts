const CODE_UNITS = 0x10000;

/** Character classes, as bits. */
const IS_CUE = 1;
const BEGINS_PAIR = 2;
const IS_BLANK = 4;

/** The second character of a two-character cue when it is a blank: whatever `\s` matches. */
export const BLANK = ' ';
const BLANK_UNIT = BLANK.charCodeAt(0);
export const BLANKS =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';

/** What a pair of neighbouring characters makes possible. */
interface Pair {
  /** Lists for which this pair is enough. */
  readonly lists: number[];
  /** Cues of three and more characters that contain the pair, with its offset in each. */
  readonly longer: { readonly cue: string; readonly offset: number; readonly list: number }[];
}

/** A literal that must occur, or one of the characters of a range. */
export type Cue = string | readonly [first: string, last: string];

interface LongerCue {
  readonly cue: string;
  readonly list: number;
}

/** Tells in one pass over a text which of many lists have a cue in it. */
export class CueIndex {
  /** Indexed by code unit. Bytes, so that the entries of Chinese characters stay close together in memory. */
  readonly #kindAt = new Uint8Array(CODE_UNITS);
  /** Code unit → group of the lists that wait for this character alone. */
  readonly #groupAt = new Uint16Array(CODE_UNITS);
  readonly #groups: (readonly number[])[] = [[]];
  readonly #pairs: readonly Pair[];
  /** A hash table of pair keys, large enough for most to stand in their own slot; 0 is an empty slot. */
  readonly #slots: Int32Array;
  /** For each slot, the index of its pair. */
  readonly #pairAt: Uint16Array;
  /** Lists without cues: they are always candidates. */
  readonly #always: readonly number[];
  /** The pass in which a list was last found possible, or a group last met. */
  readonly #listMetIn: Uint32Array;
  readonly #groupMetIn: Uint32Array;
  #pass = 0;

  /** @param lists undefined where anything is possible */
  constructor(lists: readonly (Iterable<Cue> | undefined)[]) {
    this.#always = lists.flatMap((cues, list) => (cues ? [] : [list]));
    this.#listMetIn = new Uint32Array(lists.length);
    const pairs = new Map<number, Pair>();
    const longer: LongerCue[] = [];
    const ranges: (readonly [first: number, last: number, list: number])[] = [];
    for (const [list, cues] of lists.entries()) {
      for (const cue of cues ?? []) {
        if (typeof cue !== 'string') ranges.push([cue[0].charCodeAt(0), cue[1].charCodeAt(0), list]);
        else if (cue.length === 1) ranges.push([cue.charCodeAt(0), cue.charCodeAt(0), list]);
        else if (cue.length === 2) pairOf(pairs, cue, 0).lists.push(list);
        else longer.push({ cue, list });
      }
    }
    addLonger(longer, pairs);
    this.#addRanges(ranges);
    this.#groupMetIn = new Uint32Array(this.#groups.length);
    this.#pairs = [...pairs.values()];
    let size = 256;
    while (size < pairs.size * 4) size *= 2;
    this.#slots = new Int32Array(size);
    this.#pairAt = new Uint16Array(size);
    for (const [index, key] of [...pairs.keys()].entries()) this.#place(key, index);
    for (const blank of BLANKS) this.#mark(blank.charCodeAt(0), IS_BLANK);
  }

  /**
   * Characters that fall into the same ranges wait for the same lists and share a group.
   * @param ranges first and last character, and the list that waits for one of them
   */
  #addRanges(ranges: readonly (readonly [first: number, last: number, list: number])[]): void {
    const bounds = [...new Set(ranges.flatMap(([first, last]) => [first, last + 1]))].sort((a, b) => a - b);
    const begun = [...ranges].sort(([a], [b]) => b - a);
    let open: typeof begun = [];
    const groups = new Map<string, number>();
    for (const [index, from] of bounds.entries()) {
      open = open.filter(([, last]) => last >= from);
      for (let next = begun.at(-1); next?.[0] === from; next = begun.at(-1)) open.push(...begun.splice(-1));
      const lists = [...new Set(open.map(([, , list]) => list))];
      if (lists.length === 0) continue;
      const to = bounds[index + 1] ?? CODE_UNITS;
      const group = groups.get(lists.join()) ?? this.#groups.push(lists) - 1;
      groups.set(lists.join(), group);
      this.#groupAt.fill(group, from, to);
      this.#kindAt.fill(IS_CUE, from, to);
    }
  }

  #place(key: number, index: number): void {
    let slot = slotOf(key, this.#slots.length);
    while (this.#slots[slot] !== 0) slot = (slot + 1) & (this.#slots.length - 1);
    this.#slots[slot] = key;
    this.#pairAt[slot] = index;
    this.#mark(key >>> 16, BEGINS_PAIR);
  }

  #mark(unit: number, bit: number): void {
    this.#kindAt[unit] = (this.#kindAt[unit] ?? 0) | bit;
  }

  /** The numbers of the lists that have a cue in a text or have no cues at all. */
  possible(text: string): number[] {
    const pass = this.#nextPass();
    const possible = [...this.#always];
    const kindAt = this.#kindAt;
    /** The previous character, if it starts a pair. */
    let first = 0;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      const kind = kindAt[unit] ?? 0;
      if (first !== 0) {
        const pair = this.#pairWith(keyOf(first, kind & IS_BLANK ? BLANK_UNIT : unit));
        if (pair) this.#meetPair(pair, text, at - 1, pass, possible);
      }
      first = kind & BEGINS_PAIR ? unit : 0;
      if (kind & IS_CUE) this.#meetGroup(this.#groupAt[unit] ?? 0, pass, possible);
    }
    return possible;
  }

  #pairWith(key: number): Pair | undefined {
    const slots = this.#slots;
    let slot = slotOf(key, slots.length);
    for (let found = slots[slot]; found !== 0; found = slots[slot]) {
      if (found === key) return this.#pairs[this.#pairAt[slot] ?? 0];
      slot = (slot + 1) & (slots.length - 1);
    }
    return undefined;
  }

  #nextPass(): number {
    if (this.#pass === 0xffffffff) {
      this.#listMetIn.fill(0);
      this.#groupMetIn.fill(0);
      this.#pass = 0;
    }
    return ++this.#pass;
  }

  #meetGroup(group: number, pass: number, possible: number[]): void {
    if (this.#groupMetIn[group] === pass) return;
    this.#groupMetIn[group] = pass;
    for (const list of this.#groups[group] ?? []) this.#meet(list, pass, possible);
  }

  #meetPair({ lists, longer }: Pair, text: string, at: number, pass: number, possible: number[]): void {
    for (const list of lists) this.#meet(list, pass, possible);
    for (const { cue, offset, list } of longer) {
      if (this.#listMetIn[list] !== pass && at >= offset && text.startsWith(cue, at - offset))
        this.#meet(list, pass, possible);
    }
  }

  #meet(list: number, pass: number, possible: number[]): void {
    if (this.#listMetIn[list] === pass) return;
    this.#listMetIn[list] = pass;
    possible.push(list);
  }
}

/** The key of two characters. */
const keyOf = (first: number, second: number): number => (first << 16) | second;

const slotOf = (key: number, size: number): number => (Math.imul(key ^ (key >>> 15), 0x9e3779b1) >>> 12) & (size - 1);

/** The key of the two characters at an offset; all blanks count as one character. */
function keyAt(text: string, at: number): number {
  const second = text.charAt(at + 1);
  return keyOf(text.charCodeAt(at), BLANKS.includes(second) ? BLANK_UNIT : second.charCodeAt(0));
}

function pairOf(pairs: Map<number, Pair>, text: string, at: number): Pair {
  const key = keyAt(text, at);
  const pair = pairs.get(key) ?? { lists: [], longer: [] };
  pairs.set(key, pair);
  return pair;
}

/** Files each cue under its rarest pair: 信息 is in every second sentence. */
function addLonger(cues: readonly LongerCue[], pairs: Map<number, Pair>): void {
  const counts = new Map<number, number>();
  for (const { cue } of cues) {
    for (let at = 0; at + 1 < cue.length; at++) counts.set(keyAt(cue, at), (counts.get(keyAt(cue, at)) ?? 0) + 1);
  }
  for (const { cue, list } of cues) {
    let offset = 0;
    let fewest = counts.get(keyAt(cue, 0)) ?? 0;
    for (let at = 1; at + 1 < cue.length; at++) {
      const count = counts.get(keyAt(cue, at)) ?? 0;
      if (count >= fewest) continue;
      fewest = count;
      offset = at;
    }
    pairOf(pairs, cue, offset).longer.push({ cue, offset, list });
  }
}

/** Cues for a character of one set directly followed by a character of another. */
export const pairsOf = (first: string, second: string): string[] =>
  [...first].flatMap((before) => [...second].map((behind) => before + behind));
