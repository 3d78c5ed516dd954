/**
 * A stretch of an HTML source: text, or a tag with its name in lower case. Comments and skipped elements are left out.
 */
export interface Token {
  readonly kind: 'text' | 'open' | 'close';
  /** Empty for text. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Elements whose content is not the page's text. A title in <head> repeats the one on the page. */
const SKIPPED: ReadonlySet<string> = new Set(['script', 'style', 'title', 'textarea', 'select', 'template', 'svg']);
const COMMENT = '<!--';

/**
 * Splits a source into text and tags. Tolerant: a `<` that begins no tag is text, an unclosed comment or quotation mark
 * is none. Every character is examined a bounded number of times, so that a hostile source costs no more than a long
 * one.
 */
export function scanHtml(source: string): Token[] {
  const tokens: Token[] = [];
  const find = new Finder(source);
  let text = 0;
  const take = (kind: 'open' | 'close', name: string, start: number, end: number): void => {
    if (start > text) tokens.push({ kind: 'text', name: '', start: text, end: start });
    if (name !== '') tokens.push({ kind, name, start, end });
    text = end;
  };
  for (let at = source.indexOf('<'); at >= 0; at = source.indexOf('<', Math.max(text, at + 1))) {
    const next = source.charCodeAt(at + 1);
    if (next === 0x21 || next === 0x3f) {
      const comment = source.startsWith(COMMENT, at) ? find.after('-->', at + COMMENT.length) : undefined;
      const end = comment ?? find.after('>', at);
      if (end !== undefined) take('open', '', at, end);
      continue;
    }
    const close = next === 0x2f;
    const nameStart = close ? at + 2 : at + 1;
    const nameEnd = endOfName(source, nameStart);
    if (nameEnd === nameStart) continue;
    const name = source.slice(nameStart, nameEnd).toLowerCase();
    const end = endOfTag(source, nameEnd, find);
    const skipTo = !close && SKIPPED.has(name) ? find.closing(name, end) : undefined;
    if (skipTo === undefined) take(close ? 'close' : 'open', name, at, end);
    else take('open', '', at, skipTo);
  }
  if (text < source.length) tokens.push({ kind: 'text', name: '', start: text, end: source.length });
  return tokens;
}

/** A search that failed is not repeated further on. */
class Finder {
  readonly #source: string;
  readonly #lost = new Set<string>();
  #lower: string | undefined;

  constructor(source: string) {
    this.#source = source;
  }

  /** Where the next `mark` ends. */
  after(mark: string, from: number, text = this.#source): number | undefined {
    if (this.#lost.has(mark)) return undefined;
    const at = text.indexOf(mark, from);
    if (at < 0) this.#lost.add(mark);
    return at < 0 ? undefined : at + mark.length;
  }

  /** Where the closing tag of a skipped element ends. */
  closing(name: string, from: number): number | undefined {
    // Lower-casing by ASCII keeps offsets: İ would become two characters.
    this.#lower ??= this.#source.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
    const tag = this.after(`</${name}`, from, this.#lower);
    return tag === undefined ? undefined : this.after('>', tag);
  }
}

const isLetter = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
const isNameCode = (code: number): boolean =>
  isLetter(code) || (code >= 0x30 && code <= 0x3a) || code === 0x2d || code === 0x5f;

/** Where a tag's name ends: `o:p` and `h2` are names. Equal to `from` when none begins here. */
function endOfName(source: string, from: number): number {
  if (!isLetter(source.charCodeAt(from))) return from;
  let end = from + 1;
  while (isNameCode(source.charCodeAt(end))) end++;
  return end;
}

/** After the tag's `>`; quoted attribute values may hold one. A tag that is never closed ends before the next one. */
function endOfTag(source: string, from: number, find: Finder): number {
  for (let at = from; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (code === 0x3e) return at + 1;
    if (code === 0x3c) return at;
    if ((code === 0x22 || code === 0x27) && opensValue(source, at)) {
      const end = find.after(source.charAt(at), at + 1);
      if (end !== undefined) at = end - 1;
    }
  }
  return source.length;
}

function opensValue(source: string, at: number): boolean {
  const before = source.charCodeAt(at - 1);
  return before === 0x3d || (before === 0x20 && source.charCodeAt(at - 2) === 0x3d);
}
