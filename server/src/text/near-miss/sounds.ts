import { lazily } from '../lazily.ts';
import { READINGS } from './readings.generated.ts';

/** Syllables that many writers of pinyin take for each other get one name: z zh, c ch, s sh, n l, an ang, en eng, in ing. */
const blurred = (syllable: string): string =>
  syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^n/, 'l')
    .replace(/([aei]n)g$/, '$1');

interface Sounds {
  /** Code of a character → the numbers of its syllables without tones. */
  readonly syllables: ReadonlyMap<number, readonly number[]>;
  /** Number of a syllable → its characters. */
  readonly characters: readonly string[];
  /** Number of a syllable → the number of all that are taken for it. */
  readonly blurs: readonly number[];
}

const sounds = lazily((): Sounds => {
  const syllables = new Map<number, number[]>();
  const characters: string[] = [];
  const names: string[] = [];
  const blurs: number[] = [];
  for (const [number, line] of READINGS.trim().split('\n').entries()) {
    const syllable = /^[a-z]+/.exec(line)?.[0] ?? '';
    const all = line.slice(syllable.length);
    characters.push(all);
    const name = blurred(syllable);
    const known = names.indexOf(name);
    blurs.push(known < 0 ? names.push(name) - 1 : known);
    for (let at = 0; at < all.length; at++) {
      const code = all.charCodeAt(at);
      const own = syllables.get(code);
      if (own) own.push(number);
      else syllables.set(code, [number]);
    }
  }
  return { syllables, characters, blurs };
});

const NONE: readonly number[] = [];

/** The numbers of the syllables as which a character may be read, without tones; none for what is not in GB 2312. */
export const syllablesOf = (character: string): readonly number[] =>
  sounds().syllables.get(character.charCodeAt(0)) ?? NONE;

/** All characters that may be read as one may be, that one among them. */
export const homophonesOf = (character: string): string =>
  syllablesOf(character)
    .map((syllable) => sounds().characters[syllable] ?? '')
    .join('');

/** Do two characters sound the same, or nearly so? */
export function soundsLike(a: string, b: string): 'same' | 'near' | undefined {
  const [first, second] = [syllablesOf(a), syllablesOf(b)];
  if (first.some((syllable) => second.includes(syllable))) return 'same';
  const { blurs } = sounds();
  return first.some((syllable) => second.some((other) => blurs[syllable] === blurs[other])) ? 'near' : undefined;
}
