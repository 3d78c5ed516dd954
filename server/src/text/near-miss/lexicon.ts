import { isHan } from '../characters.ts';
import { COSTS, isLongWord, pairCost, singleCost } from './words.ts';

export interface Phrase {
  readonly text: string;
  /** The fixed words of a law or a form: nobody says them with another word in it. */
  readonly isFixed: boolean;
}

/** Of the two characters at a place. */
export const pairKey = (text: string, at: number): number => text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);

const NONE: readonly Phrase[] = [];

function addTo<K>(map: Map<K, Phrase[]>, key: K, phrase: Phrase): void {
  const known = map.get(key);
  if (!known) map.set(key, [phrase]);
  else if (known.at(-1) !== phrase) known.push(phrase);
}

/** Of three characters too little is left by a slip; such phrases only help to read. */
const SHORTEST = 4;

/** Phrases that have two characters in common at one end. */
export interface Kin {
  readonly all: readonly Phrase[];
  /** Those of four and more characters by each of the next two characters: one slip leaves one of them in its place or beside it. */
  readonly byNext: ReadonlyMap<number, readonly Phrase[]>;
}

interface GrowingKin extends Kin {
  readonly all: Phrase[];
  readonly byNext: Map<number, Phrase[]>;
}

function addKin(map: Map<number, GrowingKin>, key: number, phrase: Phrase, next: readonly number[]): void {
  const kin = map.get(key) ?? { all: [], byNext: new Map<number, Phrase[]>() };
  map.set(key, kin);
  kin.all.push(phrase);
  if (phrase.text.length < SHORTEST) return;
  for (const at of next) addTo(kin.byNext, phrase.text.charCodeAt(at), phrase);
}

/** The set phrases that a text is held against, by the two characters that they begin and end with. */
export class Lexicon {
  readonly #byHead = new Map<number, GrowingKin>();
  readonly #byTail = new Map<number, GrowingKin>();

  /** @param phrases of three characters or more; the first of two alike counts */
  constructor(phrases: Iterable<Phrase>) {
    const known = new Set<string>();
    for (const phrase of phrases) {
      const { text } = phrase;
      if (known.has(text)) continue;
      known.add(text);
      const { length } = text;
      addKin(this.#byHead, pairKey(text, 0), phrase, [2, 3]);
      addKin(this.#byTail, pairKey(text, length - 2), phrase, [length - 3, length - 4]);
    }
  }

  /** The phrases that begin with the two characters of a key, and those that end with them. */
  headsOf = (key: number): Kin | undefined => this.#byHead.get(key);
  tailsOf = (key: number): Kin | undefined => this.#byTail.get(key);

  /** The cheapest way to cut a short text into words: what it costs, and which characters no word takes up. */
  read(text: string): Reading {
    const { length } = text;
    const costs = new Array<number>(length + 1).fill(Number.POSITIVE_INFINITY);
    const from = new Array<number>(length + 1).fill(0);
    costs[0] = 0;
    const reach = (at: number, to: number, cost: number): void => {
      const total = (costs[at] ?? 0) + cost;
      if (total >= (costs[to] ?? 0)) return;
      costs[to] = total;
      from[to] = at;
    };
    for (let at = 0; at < length; at++) {
      if (!isHan(text.charCodeAt(at))) {
        reach(at, at + 1, 0);
        continue;
      }
      reach(at, at + 1, singleCost(text.charAt(at)));
      if (at + 1 >= length) continue;
      const pair = pairCost(text.charAt(at), text.charAt(at + 1));
      if (pair !== undefined) reach(at, at + 2, pair);
      if (at + 3 <= length && isLongWord(text.slice(at, at + 3))) reach(at, at + 3, COSTS.long);
      if (at + 4 <= length && isLongWord(text.slice(at, at + 4))) reach(at, at + 4, COSTS.long);
      for (const phrase of this.#byHead.get(pairKey(text, at))?.all ?? NONE) {
        if (text.startsWith(phrase.text, at)) reach(at, at + phrase.text.length, COSTS.common);
      }
    }
    const alone = new Set<number>();
    const halves = new Set<number>();
    const singles = new Set<number>();
    for (let to = length; to > 0; to = from[to] ?? 0) {
      const at = from[to] ?? 0;
      const cost = to - at === 1 && isHan(text.charCodeAt(at)) ? singleCost(text.charAt(at)) : 0;
      if (cost > 0) singles.add(at);
      if (cost === COSTS.other) alone.add(at);
      if (cost === COSTS.half) halves.add(at);
    }
    return { cost: costs[length] ?? 0, alone, halves, singles };
  }
}

export interface Reading {
  readonly cost: number;
  /** Offsets of characters that are no word by themselves and that no word takes up. */
  readonly alone: ReadonlySet<number>;
  /** All that are taken for words of one character. */
  readonly singles: ReadonlySet<number>;
  /** The same of characters that stand alone often enough: 局, 性. */
  readonly halves: ReadonlySet<number>;
}
