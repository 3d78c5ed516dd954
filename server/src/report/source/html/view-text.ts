import { countWhile } from '../../../text/ordered.ts';
import type { Place, SourceView, ViewPiece } from '../format.ts';

/** From here on characters are Chinese or full-width: a line break between two of them is no blank. */
const WIDE = 0x2e80;

interface Space {
  readonly start: number;
  readonly end: number;
  readonly brokenLine: boolean;
}

/** Builds the shown text, with the place of each piece in the source. */
export class ViewText {
  #text: string[] = [];
  #length = 0;
  /** Piece by piece: where it begins in the view, where in the source, and how long it is there. */
  readonly #viewStarts: number[] = [];
  readonly #starts: number[] = [];
  readonly #lengths: number[] = [];
  #space: Space | undefined;
  #break: '' | '\n' | '\n\n' = '';
  #breakAt = 0;
  #last = 0;
  /** Where text would go next: after the last text, or inside the innermost element that was opened since. */
  #at = 0;
  #atLineStart = true;

  verbatim(text: string, start: number): void {
    this.#flush(text);
    this.#piece(text, start, text.length);
    this.#at = start + text.length;
  }

  /** One shown text for another in the source: a decoded entity. */
  replaced(text: string, start: number, end: number): void {
    this.#flush(text);
    this.#piece(text, start, end - start);
    this.#at = end;
  }

  /** White space; it shows as one blank if text stands on both sides. */
  space(start: number, end: number, brokenLine: boolean): void {
    if (this.#space) this.#space = { ...this.#space, brokenLine: this.#space.brokenLine || brokenLine };
    else this.#space = { start, end, brokenLine };
  }

  tab(): void {
    this.#space = undefined;
    this.#flushBreak();
    this.#piece('\t', this.#at, 0);
    this.#atLineStart = true;
  }

  break(kind: 'line' | 'paragraph'): void {
    this.#space = undefined;
    if (this.#break === '') this.#breakAt = this.#at;
    if (this.#break !== '\n\n') this.#break = kind === 'line' ? '\n' : '\n\n';
  }

  /** An element was opened at `at`: what is written into it goes behind its tag. */
  moveInto(at: number): void {
    this.#at = at;
  }

  /** How much text there is so far. */
  get length(): number {
    return this.#length;
  }

  /** @param frames stretches of this text. */
  finish(frames: readonly Place[]): SourceView {
    const breakAt = this.#break === '' ? this.#at : this.#breakAt;
    this.#piece('\n', breakAt, 0);
    const text = this.#text.join('');
    return {
      text,
      tableLayout: 'html',
      frames,
      toSource: ({ start, end }) => this.#toSource(start, end),
      piecesOf: (start, end) => this.#piecesOf(start, end),
    };
  }

  #flush(next: string): void {
    const space = this.#space;
    this.#space = undefined;
    this.#flushBreak();
    if (space && !this.#atLineStart) {
      const joins = space.brokenLine && this.#last >= WIDE && next.charCodeAt(0) >= WIDE;
      if (!joins) this.#piece(' ', space.start, space.end - space.start);
    }
    this.#atLineStart = false;
  }

  #flushBreak(): void {
    if (this.#break !== '' && this.#length > 0) {
      this.#piece(this.#break, this.#breakAt, 0);
      this.#atLineStart = true;
    }
    this.#break = '';
  }

  #piece(text: string, start: number, length: number): void {
    this.#viewStarts.push(this.#length);
    this.#starts.push(start);
    this.#lengths.push(length);
    this.#text.push(text);
    this.#length += text.length;
    this.#last = text.charCodeAt(text.length - 1);
  }

  #toSource(start: number, end: number): Place {
    const from = this.#offset(start, false);
    return { start: from, end: end > start ? Math.max(from, this.#offset(end - 1, true)) : from };
  }

  #piecesOf(start: number, end: number): ViewPiece[] {
    const pieces: ViewPiece[] = [];
    let at = start;
    for (let index = this.#pieceAt(start); at < end; index++) {
      const limit = Math.min(end, this.#viewStarts[index + 1] ?? end);
      pieces.push({ at, ...this.#toSource(at, limit) });
      at = limit;
    }
    return pieces;
  }

  /** Where the character at `at` begins, or (`behind`) ends, in the source. */
  #offset(at: number, behind: boolean): number {
    const index = this.#pieceAt(at);
    const start = this.#starts[index] ?? 0;
    const length = this.#lengths[index] ?? 0;
    const view = this.#viewStarts[index] ?? 0;
    const shown = (this.#viewStarts[index + 1] ?? this.#length) - view;
    if (shown !== length) return behind ? start + length : start;
    return start + Math.min(at - view + (behind ? 1 : 0), length);
  }

  #pieceAt(at: number): number {
    return Math.max(0, countWhile(this.#viewStarts.length, (index) => (this.#viewStarts[index] ?? 0) <= at) - 1);
  }
}
