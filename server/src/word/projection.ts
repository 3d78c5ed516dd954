import { countWhile } from '../text/ordered.ts';
import type { Span } from '../text/span.ts';
import { type Block, type Paragraph, runsText, type TableCell, type WordDocument, type WordTable } from './document.ts';

/** A stretch of the draft's text and where in which paragraph it stands. */
interface Piece {
  readonly at: number;
  readonly length: number;
  readonly paragraph: Paragraph;
  /** In the text of the paragraph's runs; negative inside the automatic number. */
  readonly offset: number;
}

/** A place in a paragraph: half-open offsets into the text of its runs. */
export interface Located {
  readonly paragraph: Paragraph;
  readonly start: number;
  readonly end: number;
}

/**
 * A document as plain text, in the same writing as a draft that was pasted: a paragraph a line with a blank line behind
 * it, a table row a line with tabs between its cells, a merged cell once. `locate` leads back.
 */
export interface Projection {
  readonly text: string;
  /** The paragraph that holds the span's first character, and how much of the span is in it. */
  locate(span: Span): Located | undefined;
  /** @returns undefined when the span does not lie within the text of one paragraph, its automatic number left out. */
  locateWhole(span: Span): Located | undefined;
  /** The text of all that stands in the same paragraph, or in the same cell. */
  textAt(located: Located): string;
}

/** From here on characters are Chinese or full-width: two lines of a cell that meet in them are one word. */
const WIDE = 0x2e80;

/** A row whose only cell is longer is no caption but a page that was laid out with a table. */
const LONGEST_CAPTION = 500;

export function project(document: WordDocument): Projection {
  const writer = new Writer();
  writer.blocks(document.blocks);
  return writer.finish();
}

class Writer {
  #text = '';
  readonly #pieces: Piece[] = [];
  readonly #cells = new Map<Paragraph, TableCell>();

  finish(): Projection {
    const text = this.#text === '' ? '' : `${this.#text.replace(/\n+$/, '')}\n`;
    const pieces = this.#pieces;
    return {
      text,
      locate: ({ start, end }) => locate(pieces, start, end),
      locateWhole: ({ start, end }) => locateWhole(pieces, start, end),
      textAt: ({ paragraph }) => this.#textOf(paragraph),
    };
  }

  #textOf(paragraph: Paragraph): string {
    const cell = this.#cells.get(paragraph);
    if (!cell) return shownText(paragraph);
    return paragraphsOf(cell).map(shownText).join('');
  }

  blocks(blocks: readonly Block[]): void {
    let joins = false;
    for (const block of blocks) {
      if (block.kind === 'table') this.#table(block);
      else {
        if (!joins) this.#break(2);
        this.#paragraph(block, false);
        joins = block.joinsNext;
      }
    }
  }

  #table(table: WordTable): void {
    this.#break(2);
    for (const { cells } of table.rows) {
      const shown = cells.filter(({ covered }) => !covered);
      if (isLayout(shown)) {
        for (const { blocks } of shown) this.blocks(blocks);
        this.#break(1);
        continue;
      }
      this.#break(1);
      for (const [index, cell] of shown.entries()) {
        if (index > 0) this.#text += '\t';
        this.#cell(cell);
      }
    }
    this.#break(2);
  }

  #cell(cell: TableCell): void {
    const start = this.#text.length;
    for (const paragraph of paragraphsOf(cell)) {
      this.#cells.set(paragraph, cell);
      const next = shownText(paragraph).trimStart();
      const last = this.#text.charCodeAt(this.#text.length - 1);
      if (next !== '' && this.#text.length > start && !(last >= WIDE && next.charCodeAt(0) >= WIDE)) this.#text += ' ';
      this.#paragraph(paragraph, true);
    }
  }

  /** Ends the line, and leaves one blank when two line feeds are asked for. */
  #break(feeds: 1 | 2): void {
    if (this.#text === '') return;
    if (!this.#text.endsWith('\n')) this.#text += '\n';
    if (feeds === 2 && !this.#text.endsWith('\n\n')) this.#text += '\n';
  }

  /** In a cell a tab would part two cells, and a line break two rows. */
  #paragraph(paragraph: Paragraph, inCell: boolean): void {
    const { number } = paragraph;
    this.#piece(number, paragraph, -number.length);
    const text = runsText(paragraph);
    this.#piece(inCell ? text.replace(/[\t\n]/g, ' ') : text, paragraph, 0);
  }

  #piece(text: string, paragraph: Paragraph, offset: number): void {
    // An empty paragraph keeps its place: what is missing there has somewhere to stand.
    if (text === '' && offset < 0) return;
    this.#pieces.push({ at: this.#text.length, length: text.length, paragraph, offset });
    this.#text += text;
  }
}

export const shownText = (paragraph: Paragraph): string => paragraph.number + runsText(paragraph);

function paragraphsOf({ blocks }: TableCell): Paragraph[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block] : block.rows.flatMap(({ cells }) => cells.flatMap(paragraphsOf)),
  );
}

/** Cells that lay out the page: one holds a table, or the row's only one holds more than a caption. */
function isLayout(cells: readonly TableCell[]): boolean {
  if (cells.some(({ blocks }) => blocks.some(({ kind }) => kind === 'table'))) return true;
  const [only] = cells;
  if (!only || cells.length > 1) return false;
  return paragraphsOf(only).reduce((sum, paragraph) => sum + shownText(paragraph).length, 0) > LONGEST_CAPTION;
}

const indexAt = (pieces: readonly Piece[], offset: number): number =>
  countWhile(pieces.length, (at) => (pieces[at]?.at ?? 0) <= offset) - 1;

function locateWhole(pieces: readonly Piece[], start: number, end: number): Located | undefined {
  const piece = pieces[indexAt(pieces, start)];
  if (!piece || piece.offset < 0 || end > piece.at + piece.length) return undefined;
  return { paragraph: piece.paragraph, start: start - piece.at, end: end - piece.at };
}

function locate(pieces: readonly Piece[], start: number, end: number): Located | undefined {
  const index = indexAt(pieces, start);
  // Between two paragraphs: what follows is meant, unless the span is empty and stands at a paragraph's end.
  const before = pieces[Math.max(0, index)];
  const next = pieces[index + 1];
  if (!before) return undefined;
  const behind = start > before.at + before.length || (start === before.at + before.length && end > start);
  const piece = behind && next && next.at < end ? next : before;
  const from = Math.min(Math.max(start - piece.at, 0), piece.length) + piece.offset;
  const to = Math.min(Math.max(end - piece.at, 0), piece.length) + piece.offset;
  const last = Math.max(0, to);
  // A span that begins in the automatic number goes on into the text, as far as the next piece of the same paragraph.
  const rest = piece.offset < 0 && next?.paragraph === piece.paragraph && end > next.at ? end - next.at : last;
  return { paragraph: piece.paragraph, start: Math.max(0, from), end: Math.max(last, rest, from, 0) };
}
