import { BLANK } from '../../text/cues.ts';

type Ranges = readonly (readonly [number, number])[];

/** What stands at one place of a pattern: characters of which it matches one, an earlier group, or nothing. */
export type Token =
  | { readonly kind: 'characters'; readonly ranges: Ranges }
  /** The capturing group that ended right before, once more. */
  | { readonly kind: 'again' }
  /** Another group once more. */
  | { readonly kind: 'reference' }
  | { readonly kind: 'nothing' };

const DIGITS: Ranges = [[0x30, 0x39]];
const BLANKS: Ranges = [[BLANK.charCodeAt(0), BLANK.charCodeAt(0)]];
const ANY: Ranges = [[0, 0xffff]];
const LETTERS: Ranges = [...DIGITS, [0x41, 0x5a], [0x5f, 0x5f], [0x61, 0x7a]];
const CONTROLS: Readonly<Record<string, number>> = { t: 9, n: 10, v: 11, f: 12, r: 13, '0': 0 };

/** The source of a regular expression, read piece by piece. Without the flags i, u and v. */
export class Source {
  readonly #source: string;
  #at = 0;
  /** How many capturing groups have begun. */
  #count = 0;
  /** The capturing group that ended right before this place; 0 when none did. */
  #lastGroup = 0;
  readonly #open: number[] = [];

  constructor(source: string) {
    this.#source = source;
  }

  get atEnd(): boolean {
    return this.#at >= this.#source.length;
  }

  isAt(text: string): boolean {
    return this.#source.startsWith(text, this.#at);
  }

  take(text: string): boolean {
    if (!this.isAt(text)) return false;
    this.#at += text.length;
    if (text === ')') this.#lastGroup = this.#open.pop() ?? 0;
    return true;
  }

  /** The beginning of a group: one that matches, a lookaround, or a lookaround that must not match. */
  group(): 'matched' | 'captured' | 'ahead' | 'behind' | 'not' | undefined {
    if (!this.isAt('(')) return undefined;
    this.#lastGroup = 0;
    for (const [opening, role] of OPENINGS) {
      if (!this.take(opening)) continue;
      this.#open.push(0);
      return role;
    }
    const name = /^\(\?<[^>]*>/.exec(this.#source.slice(this.#at, this.#at + 40))?.[0];
    this.#at += name?.length ?? 1;
    this.#open.push(++this.#count);
    return 'captured';
  }

  /** Characters that stand for themselves, up to one that a quantifier may belong to. */
  literal(): string {
    const from = this.#at;
    let to = from;
    while (to < this.#source.length && !SPECIAL.has(this.#source.charAt(to))) to++;
    if (QUANTIFIERS.has(this.#source.charAt(to))) to--;
    if (to <= from) return '';
    this.#at = to;
    this.#lastGroup = 0;
    return this.#source.slice(from, to);
  }

  token(): Token {
    const before = this.#lastGroup;
    this.#lastGroup = 0;
    const char = this.#next();
    if (char === '.') return { kind: 'characters', ranges: ANY };
    if (char === '^' || char === '$') return { kind: 'nothing' };
    if (char === '[') return { kind: 'characters', ranges: this.#class() };
    if (char !== '\\') return { kind: 'characters', ranges: one(char.charCodeAt(0)) };
    const escaped = this.#source.charAt(this.#at);
    if (/[1-9]/.test(escaped)) {
      this.#at++;
      return { kind: Number(escaped) === before ? 'again' : 'reference' };
    }
    if (escaped === 'b' || escaped === 'B') {
      this.#at++;
      return { kind: 'nothing' };
    }
    return { kind: 'characters', ranges: this.#escape() };
  }

  /** Once, when nothing else is written. */
  quantifier(): { readonly least: number; readonly most: number } {
    if (!QUANTIFIERS.has(this.#source.charAt(this.#at))) return ONCE;
    const [whole, mark, least, comma, most] =
      /^(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/.exec(this.#source.slice(this.#at, this.#at + 16)) ?? [];
    if (whole === undefined) return ONCE;
    this.#at += whole.length;
    this.#lastGroup = 0;
    if (mark === '?') return { least: 0, most: 1 };
    if (mark !== undefined) return { least: mark === '*' ? 0 : 1, most: Number.POSITIVE_INFINITY };
    const from = Number(least);
    return { least: from, most: comma === '' ? from : most === '' ? Number.POSITIVE_INFINITY : Number(most) };
  }

  #next(): string {
    return this.#source.charAt(this.#at++);
  }

  /** Behind the [ to behind the ]. What a class leaves out is nearly everything. */
  #class(): Ranges {
    const isNegated = this.take('^');
    const ranges: (readonly [number, number])[] = [];
    while (!this.atEnd && !this.isAt(']')) {
      const first = this.#member();
      const isRange = this.isAt('-') && this.#source.charAt(this.#at + 1) !== ']' && first.length === 1;
      if (!isRange) {
        ranges.push(...first);
        continue;
      }
      this.#at++;
      const last = this.#member();
      ranges.push([first[0]?.[0] ?? 0, last[0]?.[1] ?? 0xffff]);
    }
    this.#at++;
    return isNegated ? ANY : ranges;
  }

  #member(): Ranges {
    const char = this.#next();
    return char === '\\' ? this.#escape(true) : one(char.charCodeAt(0));
  }

  /** Behind the \. */
  #escape(inClass = false): Ranges {
    const char = this.#next();
    if (char === 'd') return DIGITS;
    if (char === 's') return BLANKS;
    if (char === 'w') return LETTERS;
    if (/[DSWkpP]/.test(char)) return ANY;
    if (inClass && char === 'b') return one(8);
    const control = CONTROLS[char];
    if (control !== undefined) return one(control);
    const digits = char === 'u' ? 4 : char === 'x' ? 2 : 0;
    if (digits === 0) return one(char.charCodeAt(0));
    const code = Number.parseInt(this.#source.slice(this.#at, this.#at + digits), 16);
    this.#at += digits;
    return one(code);
  }
}

const ONCE = { least: 1, most: 1 };
const QUANTIFIERS = new Set('*+?{');
const SPECIAL = new Set('*+?{}()[]|^$.\\');

const one = (code: number): Ranges => [[code, code]];

const OPENINGS = [
  ['(?:', 'matched'],
  ['(?=', 'ahead'],
  ['(?<=', 'behind'],
  ['(?!', 'not'],
  ['(?<!', 'not'],
] as const;
