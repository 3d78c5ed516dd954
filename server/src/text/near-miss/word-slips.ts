import { isHan } from '../characters.ts';
import { looksLike } from './look-alikes.ts';
import { syllablesOf } from './sounds.ts';
import { pairCost } from './words.ts';

/** Room for the number of a syllable beside a character's code. */
const SYLLABLES = 512;

/** Words of two characters by one of them and the sound of the other: 更心 sounds like 更新. */
export class WordSlips {
  /** The first character and the sound of the second. */
  readonly #byFirst = new Map<number, string[]>();
  /** The second character and the sound of the first. */
  readonly #bySecond = new Map<number, string[]>();
  /** A character, and those that make a word with it behind or before it. */
  readonly #behind = new Map<string, string>();
  readonly #before = new Map<string, string>();
  readonly #words: ReadonlySet<string>;
  readonly #rare: ReadonlySet<string>;

  /**
   * @param words of two characters
   * @param rare words that sound like one of them and are right, though seldom met
   */
  constructor(words: Iterable<string>, rare: ReadonlySet<string>) {
    this.#words = new Set(words);
    this.#rare = rare;
    for (const word of this.#words) {
      const [first = '', second = ''] = word;
      this.#behind.set(first, (this.#behind.get(first) ?? '') + second);
      this.#before.set(second, (this.#before.get(second) ?? '') + first);
      for (const syllable of syllablesOf(second)) add(this.#byFirst, first, syllable, word);
      for (const syllable of syllablesOf(first)) add(this.#bySecond, second, syllable, word);
    }
  }

  /** The word of which two characters stand in the other order; undefined when they are a word so, too. */
  exchanged(first: string, second: string): string | undefined {
    const word = second + first;
    return first !== second && this.#words.has(word) && !this.#isWord(first, second) ? word : undefined;
  }

  #isWord(first: string, second: string): boolean {
    return pairCost(first, second) !== undefined || this.#rare.has(first + second);
  }

  /** The word that two characters are a slip for, unless they are a word or sound like several. */
  soundingLike(first: string, second: string): string | undefined {
    let only: string | undefined;
    for (const [map, fixed, heard] of [
      [this.#byFirst, first, second],
      [this.#bySecond, second, first],
    ] as const) {
      for (const syllable of syllablesOf(heard)) {
        for (const word of map.get(fixed.charCodeAt(0) * SYLLABLES + syllable) ?? NONE) {
          if (only !== undefined && only !== word) return undefined;
          only = word;
        }
      }
    }
    return only === undefined || pairCost(first, second) !== undefined || this.#rare.has(first + second)
      ? undefined
      : only;
  }

  /** The word as which two characters look, unless they are one or look like several. */
  lookingLike(first: string, second: string): string | undefined {
    // 区, 县: any name of a place may stand before them.
    if (this.#isWord(first, second) || OF_PLACES.includes(second)) return undefined;
    let only: string | undefined;
    for (const behind of this.#behind.get(first) ?? '') {
      if (!looksLike(behind, second)) continue;
      if (only !== undefined) return undefined;
      only = first + behind;
    }
    for (const before of this.#before.get(second) ?? '') {
      if (!looksLike(before, first)) continue;
      if (only !== undefined) return undefined;
      only = before + second;
    }
    return only;
  }
}

const NONE: readonly string[] = [];

function add(map: Map<number, string[]>, fixed: string, syllable: number, word: string): void {
  const key = fixed.charCodeAt(0) * SYLLABLES + syllable;
  const known = map.get(key);
  if (!known) map.set(key, [word]);
  else if (!known.includes(word)) known.push(word);
}

/** Behind a name of a place or a road: 建社村 is nobody's slip. */
const OF_PLACES = '村镇乡路街巷弄桥山河湖庄屯寨岭沟坝州县省港岛湾站市区旗';

export const isPlaceName = (text: string, end: number): boolean =>
  isHan(text.charCodeAt(end)) && OF_PLACES.includes(text.charAt(end));
