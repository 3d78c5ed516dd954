import { LEXICON, type WordKind } from './lexicon/index.ts';
import { type Quantity, quantityAt } from './quantities.ts';

/** A stretch of a folded paragraph that has one meaning, or, as a gap, none that is known. */
export type Token =
  | { readonly kind: WordKind; readonly meaning: string; readonly start: number; readonly end: number }
  | { readonly kind: 'number'; readonly quantity: Quantity; readonly start: number; readonly end: number }
  | { readonly kind: 'year'; readonly year: number; readonly start: number; readonly end: number }
  | { readonly kind: 'mark'; readonly mark: string; readonly start: number; readonly end: number }
  | { readonly kind: 'gap'; readonly start: number; readonly end: number };

/** A trie over all forms: one look-up a character, the longest form wins. */
class Forms {
  /** (node, character) → node, in one table. */
  readonly #next = new Map<number, number>();
  readonly #word: (number | undefined)[] = [undefined];

  constructor() {
    for (const [index, { forms }] of LEXICON.entries()) for (const form of forms) this.#add(form, index);
  }

  #add(form: string, word: number): void {
    let node = 0;
    for (let at = 0; at < form.length; at++) {
      const key = node * 0x10000 + form.charCodeAt(at);
      let next = this.#next.get(key);
      if (next === undefined) {
        next = this.#word.push(undefined) - 1;
        this.#next.set(key, next);
      }
      node = next;
    }
    this.#word[node] ??= word;
  }

  /** The longest form that begins at an offset. */
  at(text: string, offset: number): { readonly word: number; readonly end: number } | undefined {
    let node = 0;
    let found: { word: number; end: number } | undefined;
    for (let at = offset; at < text.length; at++) {
      const next = this.#next.get(node * 0x10000 + text.charCodeAt(at));
      if (next === undefined) break;
      node = next;
      const word = this.#word[node];
      if (word !== undefined) found = { word, end: at + 1 };
    }
    return found;
  }
}

let forms: Forms | undefined;

const MARKS = '，,。;；:：、()（）!?！？';
const DIGIT = /[0-9零〇一二两三四五六七八九十百千万]/;
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
  if (DIGIT.test(char)) {
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
