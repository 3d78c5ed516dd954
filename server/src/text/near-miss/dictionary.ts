import { isHan } from '../characters.ts';
import { type Kin, type Lexicon, pairKey } from './lexicon.ts';
import type { WordSlips } from './word-slips.ts';

/** What two neighbouring characters may be part of. */
export interface Pair {
  /** Phrases that begin with them, and phrases that end with them. */
  readonly heads: Kin | undefined;
  readonly tails: Kin | undefined;
  /** The word as which they sound, and the word of which they are the characters in the other order. */
  readonly sound: string | undefined;
  /** The word as which they look. */
  readonly look: string | undefined;
  readonly exchanged: string | undefined;
}

export const NOTHING: Pair = {
  heads: undefined,
  tails: undefined,
  sound: undefined,
  look: undefined,
  exchanged: undefined,
};

/** Beyond so many pairs a text is no report, and what is known of them is forgotten. */
const MOST = 30_000;

/** Phrases and words together, asked by pairs of characters: a report has few of these, and has them often. */
export class Dictionary {
  readonly lexicon: Lexicon;
  readonly #words: WordSlips;
  readonly #pairs = new Map<number, Pair>();

  constructor(lexicon: Lexicon, words: WordSlips) {
    this.lexicon = lexicon;
    this.#words = words;
  }

  /** What the two characters at a place may be part of. */
  at(text: string, at: number): Pair {
    const key = pairKey(text, at);
    let pair = this.#pairs.get(key);
    if (pair === undefined) {
      if (this.#pairs.size >= MOST) this.#pairs.clear();
      pair = this.#find(text.charCodeAt(at), text.charCodeAt(at + 1));
      this.#pairs.set(key, pair);
    }
    return pair;
  }

  #find(first: number, second: number): Pair {
    if (!isHan(first) || !isHan(second)) return NOTHING;
    const [one, other] = [String.fromCharCode(first), String.fromCharCode(second)];
    const pair: Pair = {
      heads: this.lexicon.headsOf(first, second),
      tails: this.lexicon.tailsOf(first, second),
      sound: this.#words.soundingLike(one, other),
      look: this.#words.lookingLike(one, other),
      exchanged: this.#words.exchanged(one, other),
    };
    return pair.heads || pair.tails || pair.sound || pair.look || pair.exchanged ? pair : NOTHING;
  }
}
