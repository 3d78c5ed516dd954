import { LEXICON, type WordKind } from './lexicon/index.ts';
import { type Quantity, quantityAt } from './quantities.ts';

/** A stretch of a folded paragraph that has one meaning, or, as a gap, none that is known. */
export type Token =
  | { readonly kind: WordKind; readonly meaning: string; readonly start: number; readonly end: number }
  | { readonly kind: 'number'; readonly quantity: Quantity; readonly start: number; readonly end: number }
  | { readonly kind: 'year'; readonly year: number; readonly start: number; readonly end: number }
  | { readonly kind: 'mark'; readonly mark: string; readonly start: number; readonly end: number }
  | { readonly kind: 'gap'; readonly start: number; readonly end: number };

/** Room for twice as many links as the forms have, so that most stand in their own place. */
const SLOTS = 1 << 15;

/** A trie over all forms: one look-up a character, the longest form wins. */
class Forms {
  /** (node, character) → node, by its hash in one table; node 0 is the root and no link leads to it. */
  readonly #keys = new Int32Array(SLOTS);
  readonly #nodes = new Uint16Array(SLOTS);
  /** Of each node the number of its word, from 1; 0 where no form ends. */
  readonly #word: number[] = [0];

  constructor() {
    for (const [index, { forms }] of LEXICON.entries()) for (const form of forms) this.#add(form, index + 1);
  }

  #slotOf(key: number): number {
    let slot = (Math.imul(key ^ (key >>> 15), 0x9e3779b1) >>> 12) & (SLOTS - 1);
    while (this.#keys[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) & (SLOTS - 1);
    return slot;
  }

  #add(form: string, word: number): void {
    let node = 0;
    for (let at = 0; at < form.length; at++) {
      const key = (node << 16) | form.charCodeAt(at);
      const slot = this.#slotOf(key);
      if (this.#keys[slot] === 0) {
        this.#keys[slot] = key;
        this.#nodes[slot] = this.#word.push(0) - 1;
      }
      node = this.#nodes[slot] ?? 0;
    }
    this.#word[node] ||= word;
  }

  /** The longest form that begins at an offset. */
  at(text: string, offset: number): { readonly word: number; readonly end: number } | undefined {
    let node = 0;
    let word = 0;
    let end = offset;
    for (let at = offset; at < text.length; at++) {
      node = this.#nodes[this.#slotOf((node << 16) | text.charCodeAt(at))] ?? 0;
      if (node === 0) break;
      const here = this.#word[node] ?? 0;
      if (here !== 0) {
        word = here;
        end = at + 1;
      }
    }
    return word === 0 ? undefined : { word: word - 1, end };
  }
}

let forms: Forms | undefined;

const MARKS = '，,。;；:：、()（）!?！？';
const DIGIT = '0123456789零〇一二两三四五六七八九十百千万';
/** 2024年12月31日, 2024年底, 6月30日, 5月份. */
const DATE = /(?:((?:19|20)\d\d)年(?:度|间)?)?(?:(底|末|初)|(\d{1,2})月份?(?:(\d{1,2})日|底|末)?(?:起|止)?)?/y;
const FULL_YEAR = /(?<!1)1月1日|12月31日|12月底|12月末|年底|年末/;

/** @param isMasked of a stretch of the folded text: book titles, document numbers, addresses say nothing here */
export function tokensOf(text: string, maskEnd: (offset: number) => number): Token[] {
  forms ??= new Forms();
  const tokens: Token[] = [];
  let gap = -1;
  const add = (token: Token): number => {
    if (gap >= 0) tokens.push({ kind: 'gap', start: gap, end: token.start });
    gap = -1;
    tokens.push(token);
    return token.end;
  };
  let at = 0;
  while (at < text.length) {
    const masked = maskEnd(at);
    if (masked > at) {
      if (gap < 0) gap = at;
      at = masked;
      continue;
    }
    const token = tokenAt(text, at, forms);
    if (token) at = add(token);
    else {
      if (gap < 0) gap = at;
      at++;
    }
  }
  if (gap >= 0) tokens.push({ kind: 'gap', start: gap, end: text.length });
  return tokens;
}

function tokenAt(text: string, at: number, known: Forms): Token | undefined {
  const char = text.charAt(at);
  const form = known.at(text, at);
  if (DIGIT.includes(char)) {
    const token = dateAt(text, at) ?? numberAt(text, at);
    if (token && token.end >= (form?.end ?? 0)) return token;
  }
  if (form) {
    const word = LEXICON[form.word];
    // The enumeration comma is a form of its own only inside longer forms.
    if (word && char !== '、') return { kind: word.kind, meaning: word.meaning, start: at, end: form.end };
  }
  return MARKS.includes(char) ? { kind: 'mark', mark: char, start: at, end: at + 1 } : undefined;
}

function numberAt(text: string, at: number): Token | undefined {
  const quantity = quantityAt(text, at);
  return quantity && { kind: 'number', quantity, start: at, end: quantity.behind };
}

function dateAt(text: string, at: number): Token | undefined {
  DATE.lastIndex = at;
  const match = DATE.exec(text);
  if (!match || match[0] === '') return undefined;
  const [whole, year, end, month] = match;
  const token = { start: at, end: at + whole.length };
  if ((month === undefined && end !== '初') || FULL_YEAR.test(whole)) {
    return year
      ? { kind: 'year', year: Number(year), ...token }
      : { kind: 'this-year', meaning: 'this-year', ...token };
  }
  return { kind: 'part-year', meaning: year ?? '', ...token };
}
