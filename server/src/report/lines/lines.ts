import { BLANK, BREAK, beforeBlanks, classOf, PIPE } from '../../text/characters.ts';
import { withRoomFor } from '../tables/records.ts';

/** One line of the draft. `end` excludes the line break; `from`/`to` exclude blanks at both ends. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

export const isEmpty = (line: Line): boolean => line.from === line.to;

/** The fields of a line: where it begins and ends, and the kinds of its characters. */
const FIELDS = 5;
const START = 0;
const END = 1;
const FROM = 2;
const TO = 3;
const CHARS = 4;

/**
 * The lines of a draft, or of a part of it, as numbers in one array: a draft has hundreds of lines, a folder of drafts
 * pasted into one file hundreds of thousands.
 */
export class Lines {
  #fields: Int32Array<ArrayBuffer>;
  #length: number;

  constructor(fields: Int32Array<ArrayBuffer>, length: number) {
    this.#fields = fields;
    this.#length = length;
  }

  /** No lines yet, with room for this many. */
  static withRoom(lines: number): Lines {
    return new Lines(new Int32Array(lines * FIELDS), 0);
  }

  get length(): number {
    return this.#length;
  }

  start(index: number): number {
    return this.#fields[index * FIELDS + START] ?? 0;
  }

  end(index: number): number {
    return this.#fields[index * FIELDS + END] ?? 0;
  }

  from(index: number): number {
    return this.#fields[index * FIELDS + FROM] ?? 0;
  }

  to(index: number): number {
    return this.#fields[index * FIELDS + TO] ?? 0;
  }

  /** The bits of all characters between `from` and `to`; for a blank line, those of its blanks. */
  chars(index: number): number {
    return this.#fields[index * FIELDS + CHARS] ?? 0;
  }

  isEmpty(index: number): boolean {
    return this.from(index) === this.to(index);
  }

  at(index: number): Line {
    return { start: this.start(index), end: this.end(index), from: this.from(index), to: this.to(index) };
  }

  *[Symbol.iterator](): Generator<Line> {
    for (let index = 0; index < this.#length; index++) yield this.at(index);
  }

  add(start: number, end: number, from: number, to: number, chars: number): void {
    const at = this.#length * FIELDS;
    this.#fields = withRoomFor(this.#fields, at + FIELDS);
    this.#fields[at + START] = start;
    this.#fields[at + END] = end;
    this.#fields[at + FROM] = from;
    this.#fields[at + TO] = to;
    this.#fields[at + CHARS] = chars;
    this.#length++;
  }

  /** Lines `from` to `to` of other lines, the latter excluded. */
  take(other: Lines, from: number, to: number, moved: number): void {
    this.#fields = withRoomFor(this.#fields, (this.#length + to - from) * FIELDS);
    const start = this.#length * FIELDS;
    this.#fields.set(other.#fields.subarray(from * FIELDS, to * FIELDS), start);
    this.#length += to - from;
    if (moved === 0) return;
    const fields = this.#fields;
    const end = this.#length * FIELDS;
    for (let at = start; at < end; at += FIELDS) {
      for (let place = START; place <= TO; place++) fields[at + place] = (fields[at + place] ?? 0) + moved;
    }
  }

  /** The same lines in a text that begins at `from`. */
  since(from: number): Lines {
    const lines = Lines.withRoom(this.#length);
    lines.take(this, 0, this.#length, -from);
    return lines;
  }

  /** Whether these are the other lines, shifted by an offset. */
  isMoved(other: Lines, moved: number): boolean {
    if (this.#length !== other.#length) return false;
    for (let at = 0; at < this.#length * FIELDS; at += FIELDS) {
      for (let place = START; place <= TO; place++) {
        if (this.#fields[at + place] !== (other.#fields[at + place] ?? 0) + moved) return false;
      }
    }
    return true;
  }

  /** Lines `from` to `to`, the latter excluded, without a copy. */
  part(from: number, to: number): Lines {
    return new Lines(this.#fields.subarray(from * FIELDS, to * FIELDS), to - from);
  }

  static joined(parts: readonly Lines[]): Lines {
    const [first] = parts;
    if (first && parts.length === 1) return first;
    const lines = Lines.withRoom(parts.reduce((sum, part) => sum + part.length, 0));
    for (const part of parts) lines.take(part, 0, part.length, 0);
    return lines;
  }
}

/** Twice what any row of the form covers. A pipe more or less than a row needs must not break a line. */
const LONG_PIPE_RUN = 32;
/** Lines of cells are shorter, lines of prose longer. */
const USUAL_LINE = 16;

/**
 * Splits at LF, CRLF and lone CR, and at long runs of pipes: a table with column spans of hundreds puts its rows, and
 * the heading that follows it, on one line. Such a run belongs to no line. One pass over the characters.
 */
export function splitLines(text: string, from = 0): Lines {
  const lines = Lines.withRoom(Math.ceil((text.length - from) / USUAL_LINE) + 1);
  for (let start = from; start <= text.length; ) start = splitLine(text, start, lines);
  return lines;
}

/** @returns where the next line begins; behind the text's end after the last one. */
function splitLine(text: string, start: number, lines: Lines): number {
  let limit = text.length;
  let next = -1; // behind the run of pipes that ends the line
  let runEnd = start;
  let chars = 0;
  const from = blanksEnd(text, start, limit);
  let at = from;
  while (at < limit) {
    const bits = classOf(text.charCodeAt(at));
    if (bits & BREAK) break;
    if (bits & PIPE && at >= runEnd) {
      const run = pipeRun(text, at);
      runEnd = run.end;
      if (run.pipes >= LONG_PIPE_RUN) {
        limit = run.from;
        next = run.end;
        continue;
      }
    }
    chars |= bits;
    at++;
  }
  if (next < 0 || at > start) {
    const to = beforeBlanks(text, from, at);
    if (from === to) chars = charsIn(text, start, at);
    else if (to < at) chars = charsIn(text, from, to);
    lines.add(start, at, from, to, chars);
  }
  return next < 0 ? behindBreak(text, at) : next;
}

/** The offset behind the line break at `at`; behind the text's end without one. */
const behindBreak = (text: string, at: number): number =>
  at + 1 < text.length && text.charCodeAt(at) === 0x0d && text.charCodeAt(at + 1) === 0x0a ? at + 2 : at + 1;

/** The end of the blanks from `at` on, at most the line's end. */
function blanksEnd(text: string, at: number, limit: number): number {
  let end = at;
  while (end < limit && (classOf(text.charCodeAt(end)) & (BLANK | BREAK)) === BLANK) end++;
  return end;
}

/** The bits of all characters of a stretch. */
export function charsIn(text: string, from: number, to: number): number {
  let chars = 0;
  for (let at = from; at < to; at++) chars |= classOf(text.charCodeAt(at));
  return chars;
}

/**
 * Counts the pipes from `at` on with nothing but spaces and tabs between them. In `0 |  ||||` a blank cell stands
 * before the run.
 */
function pipeRun(text: string, at: number): { pipes: number; from: number; end: number } {
  let pipes = 0;
  let from = at;
  let end = at;
  for (let i = at; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x7c) {
      if (pipes === 1 && i > end && text.startsWith('|', i + 1)) from = i + 1;
      pipes++;
      end = i + 1;
    } else if (code !== 0x20 && code !== 0x09) break;
  }
  return { pipes, from, end };
}

/** Whether a long run of pipes ended the line. */
export const endsAtPipes = (text: string, lines: Lines, index: number): boolean =>
  lines.end(index) < text.length && text.charCodeAt(lines.end(index)) === 0x7c;

/** `- 3 -`, `-4-`, `— 5 —`, `第 3 页`: what a PDF leaves between and inside tables. */
const PAGE = /^(?:[-–—－─]{1,2}\s?\d{1,3}\s?[-–—－─]{1,2}|第\s?\d{1,3}\s?页(?:[，,/\s]{0,2}共\s?\d{1,3}\s?页)?)$/;
const BEFORE_PAGE = '-–—－─第';

export function isPageNumber(text: string, { from, to }: Pick<Line, 'from' | 'to'>): boolean {
  return (
    to - from >= 3 && to - from <= 16 && BEFORE_PAGE.includes(text.charAt(from)) && PAGE.test(text.slice(from, to))
  );
}
