const CODE_UNITS = 0x10000;

/** Set in the entry of a character that begins a pair. */
const BEGINS = 0x8000;
const ALONE = 0x7fff;

/** Two neighbouring characters, and what they make possible. */
interface Pair {
  readonly first: number;
  readonly second: number;
  /** Lists that wait for just these two characters. */
  readonly lists: number[];
  /** Cues of three and more characters that hold them, with how far in. */
  readonly longer: { readonly cue: string; readonly offset: number; readonly list: number }[];
}

const pairsIn = (cue: string): string[] =>
  Array.from({ length: cue.length - 1 }, (_, offset) => cue.slice(offset, offset + 2));

/** Tells in one pass over a text which of many lists of cues have one in it. */
export class CueIndex {
  /** Code unit → number of the group of lists that wait for this character alone, and whether it begins a pair. */
  readonly #entryAt = new Uint16Array(CODE_UNITS);
  readonly #groups: (readonly number[])[] = [[]];
  /** Pairs by a hash of their characters, with room enough for most to stand in their own place. */
  #slots: (Pair | undefined)[] = [];
  /** Lists without cues, of which nothing can be told. */
  readonly #always: readonly number[];
  /** Number of the pass in which a list was last found possible, or a group last met. */
  readonly #listMetIn: Uint32Array;
  #groupMetIn = new Uint32Array(0);
  #pass = 0;

  /** @param lists cues, one character or longer; undefined where anything is possible. */
  constructor(lists: readonly (Iterable<string> | undefined)[]) {
    this.#always = lists.flatMap((cues, list) => (cues ? [] : [list]));
    this.#listMetIn = new Uint32Array(lists.length);
    const alone = new Map<number, number[]>();
    const longer: { readonly cue: string; readonly list: number }[] = [];
    for (const [list, cues] of lists.entries()) {
      for (const cue of cues ?? []) {
        if (cue.length > 1) longer.push({ cue, list });
        else {
          const unit = cue.charCodeAt(0);
          const waiting = alone.get(unit);
          if (waiting) waiting.push(list);
          else alone.set(unit, [list]);
        }
      }
    }
    this.#addAlone(alone);
    this.#groupMetIn = new Uint32Array(this.#groups.length);
    this.#addLonger(longer);
  }

  /** Characters for which the same lists wait share a group. */
  #addAlone(waitingFor: ReadonlyMap<number, readonly number[]>): void {
    const numbers = new Map<string, number>();
    for (const [unit, lists] of waitingFor) {
      const key = lists.join();
      const number = numbers.get(key) ?? this.#groups.push(lists) - 1;
      numbers.set(key, number);
      this.#entryAt[unit] = number;
    }
  }

  /** Each cue is known by the pair in it that the fewest cues have: 信息 is in every second sentence. */
  #addLonger(cues: readonly { readonly cue: string; readonly list: number }[]): void {
    const counts = new Map<string, number>();
    for (const { cue } of cues) for (const pair of pairsIn(cue)) counts.set(pair, (counts.get(pair) ?? 0) + 1);
    const pairs = new Map<string, Pair>();
    for (const { cue, list } of cues) {
      let offset = 0;
      let key = cue.slice(0, 2);
      for (const [at, pair] of pairsIn(cue).entries()) {
        if ((counts.get(pair) ?? 0) < (counts.get(key) ?? 0)) [offset, key] = [at, pair];
      }
      const [first, second] = [key.charCodeAt(0), key.charCodeAt(1)];
      this.#entryAt[first] = (this.#entryAt[first] ?? 0) | BEGINS;
      const pair = pairs.get(key) ?? { first, second, lists: [], longer: [] };
      pairs.set(key, pair);
      if (cue.length === 2) pair.lists.push(list);
      else pair.longer.push({ cue, offset, list });
    }
    this.#place([...pairs.values()]);
  }

  #place(pairs: readonly Pair[]): void {
    let size = 256;
    while (size < pairs.length * 4) size *= 2;
    this.#slots = new Array<Pair | undefined>(size).fill(undefined);
    for (const pair of pairs) {
      let slot = hash(pair.first, pair.second) & (size - 1);
      while (this.#slots[slot]) slot = (slot + 1) & (size - 1);
      this.#slots[slot] = pair;
    }
  }

  /** The numbers of the lists with a cue in a text, and of those without cues. */
  possible(text: string): number[] {
    const pass = this.#nextPass();
    const possible = [...this.#always];
    const entryAt = this.#entryAt;
    const slots = this.#slots;
    const last = slots.length - 1;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      const entry = entryAt[unit] ?? 0;
      if (entry === 0) continue;
      if ((entry & ALONE) !== 0) this.#meetGroup(entry & ALONE, pass, possible);
      if (entry < BEGINS) continue;
      const second = text.charCodeAt(at + 1);
      let slot = hash(unit, second) & last;
      for (let pair = slots[slot]; pair; pair = slots[slot]) {
        if (pair.first === unit && pair.second === second) {
          this.#meetPair(pair, text, at, pass, possible);
          break;
        }
        slot = (slot + 1) & last;
      }
    }
    return possible;
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

const hash = (first: number, second: number): number =>
  (Math.imul(first, 0x9e3779b1) + Math.imul(second, 0x85ebca6b)) >>> 16;

/** What `\s` matches. */
export const BLANKS =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';

/** Cues for one of some characters right before one of some others. */
export const pairsOf = (first: string, second: string): string[] =>
  [...first].flatMap((before) => [...second].map((behind) => before + behind));
