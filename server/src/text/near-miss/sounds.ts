import { isHan } from '../characters.ts';
import { lazily } from '../lazily.ts';
import { READINGS } from './readings.generated.ts';

/** Syllables that many writers of pinyin take for each other get one name: z zh, c ch, s sh, n l, an ang, en eng, in ing. */
const blurred = (syllable: string): string =>
  syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^n/, 'l')
    .replace(/([aei]n)g$/, '$1');

/** A line each: the name of a syllable without its tone, then all characters that are read so. */
const syllables = lazily((): readonly string[] => READINGS.trim().split('\n'));

/** Number of a syllable → the number of all that are taken for it. */
const blurs = lazily((): readonly number[] => {
  const names = syllables().map((line) => blurred(/^[a-z]*/.exec(line)?.[0] ?? ''));
  return names.map((name) => names.indexOf(name));
});

interface Readings {
  /** Of each code unit one more than the number of its first syllable; 0 where it has none. */
  readonly first: Uint16Array;
  /** Code unit → its other syllables: few characters have any. */
  readonly others: ReadonlyMap<number, readonly number[]>;
}

const readings = lazily((): Readings => {
  const first = new Uint16Array(0x10000);
  const others = new Map<number, number[]>();
  for (const [number, line] of syllables().entries()) {
    for (let at = 0; at < line.length; at++) {
      const code = line.charCodeAt(at);
      if (first[code] === 0) first[code] = number + 1;
      else if (isHan(code)) others.set(code, [...(others.get(code) ?? []), number]);
    }
  }
  return { first, others };
});

const NONE: readonly number[] = [];

/** The numbers of the syllables as which a character may be read, without tones; none for what is not in GB 2312. */
export function syllablesOf(character: string): readonly number[] {
  const code = character.charCodeAt(0);
  const { first, others } = readings();
  const number = first[code] ?? 0;
  return number === 0 || !isHan(code) ? NONE : [number - 1, ...(others.get(code) ?? NONE)];
}

/** All characters that may be read as one may be, that one among them. */
export const homophonesOf = (character: string): string =>
  syllablesOf(character)
    .map((syllable) => (syllables()[syllable] ?? '').replace(/^[a-z]+/, ''))
    .join('');

/** Whether two characters sound the same, or nearly so. */
export function soundsLike(a: string, b: string): 'same' | 'near' | undefined {
  const [first, second] = [syllablesOf(a), syllablesOf(b)];
  if (first.some((syllable) => second.includes(syllable))) return 'same';
  return first.some((syllable) => second.some((other) => blurs()[syllable] === blurs()[other])) ? 'near' : undefined;
}
