import { isHan } from '../characters.ts';
import { COSTS, isLongWord, pairCost, singleCost } from './words.ts';

export interface Phrase {
  readonly text: string;
  /** The fixed words of a law or a form: nobody says them with another word in it. */
  readonly isFixed: boolean;
}

/** No Chinese character comes before it, so that keys of two of them stay small numbers. */
const FIRST_HAN = 0x4e00;

const keyOf = (first: number, second: number): number => (first - FIRST_HAN) * 0x10000 + second;

/** Of the two characters at a place. */
export const pairKey = (text: string, at: number): number => keyOf(text.charCodeAt(at), text.charCodeAt(at + 1));

const NONE: readonly Phrase[] = [];

function addTo<K>(map: Map<K, Phrase[]>, key: K, phrase: Phrase): void {
  const known = map.get(key);
  if (!known) map.set(key, [phrase]);
  else if (known.at(-1) !== phrase) known.push(phrase);
}

/** Of three characters too little is left by a slip; such phrases only help to read. */
const SHORTEST = 4;

/** Phrases that have two characters in common at one end, by each of the next two: one slip leaves one of them in its place or beside it. */
export type Kin = ReadonlyMap<number, readonly Phrase[]>;

function kinOf(phrases: readonly Phrase[] | undefined, next: (length: number) => readonly number[]): Kin | undefined {
  const long = phrases?.filter(({ text }) => text.length >= SHORTEST) ?? NONE;
  if (long.length === 0) return undefined;
  const kin = new Map<number, Phrase[]>();
  for (const phrase of long) for (const at of next(phrase.text.length)) addTo(kin, phrase.text.charCodeAt(at), phrase);
  return kin;
}

/** The set phrases that a text is compared with, by the two characters that they begin and end with. */
export class Lexicon {
  readonly #byHead = new Map<number, Phrase[]>();
  readonly #byTail = new Map<number, Phrase[]>();

  /** @param phrases of three characters or more; the first of two alike counts */
  constructor(phrases: Iterable<Phrase>) {
    const known = new Set<string>();
    for (const phrase of phrases) {
      const { text } = phrase;
      if (known.has(text)) continue;
      known.add(text);
      addTo(this.#byHead, pairKey(text, 0), phrase);
      addTo(this.#byTail, pairKey(text, text.length - 2), phrase);
    }
  }

  /** The phrases that begin with two characters, and those that end with them, sorted when they are asked for. */
  headsOf = (first: number, second: number): Kin | undefined =>
    kinOf(this.#byHead.get(keyOf(first, second)), () => [2, 3]);
  tailsOf = (first: number, second: number): Kin | undefined =>
    kinOf(this.#byTail.get(keyOf(first, second)), (length) => [length - 3, length - 4]);

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
      const isChinese = isHan(text.charCodeAt(at));
      reach(at, at + 1, isChinese ? singleCost(text.charAt(at)) : 0);
      if (isChinese && at + 1 < length) this.#words(text, at, reach);
    }
    return { cost: costs[length] ?? 0, ...charactersAlone(text, from) };
  }

  /** The words of two characters and more that begin at a place. */
  #words(text: string, at: number, reach: (at: number, to: number, cost: number) => void): void {
    const pair = pairCost(text.charAt(at), text.charAt(at + 1));
    if (pair !== undefined) reach(at, at + 2, pair);
    for (let to = at + 3; to <= at + 4 && to <= text.length; to++) {
      if (isLongWord(text.slice(at, to))) reach(at, to, COSTS.long);
    }
    for (const phrase of this.#byHead.get(pairKey(text, at)) ?? NONE) {
      if (text.startsWith(phrase.text, at)) reach(at, at + phrase.text.length, COSTS.common);
    }
  }
}

/** @param from for each place where a word ends, where it begins */
function charactersAlone(text: string, from: readonly number[]): Omit<Reading, 'cost'> {
  const alone = new Set<number>();
  const halves = new Set<number>();
  const singles = new Set<number>();
  for (let to = text.length; to > 0; to = from[to] ?? 0) {
    const at = from[to] ?? 0;
    const cost = to - at === 1 && isHan(text.charCodeAt(at)) ? singleCost(text.charAt(at)) : 0;
    if (cost > 0) singles.add(at);
    if (cost === COSTS.other) alone.add(at);
    if (cost === COSTS.half) halves.add(at);
  }
  return { alone, halves, singles };
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
