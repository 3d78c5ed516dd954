import type { CellId } from '../../server/src/forms/index.ts';
import type { Span } from '../../server/src/text/span.ts';

const FIRST = 0xe000;
const LAST = 0xf8ff;

interface Mark {
  readonly key: string;
  readonly text: string;
}

/**
 * While a draft is laid out, one private-use character stands for each cell's text and before each row's label. When
 * the text is whole they are replaced, and so the place of every cell is known whatever the layout did to it.
 */
export class Marks {
  readonly #marks: Mark[] = [];
  readonly cells = new Map<CellId, Mark>();

  cell(id: CellId, text: string): string {
    const mark = { key: id, text };
    this.cells.set(id, mark);
    return this.#character(mark);
  }

  /** Stands for nothing: only its place is wanted. */
  label(row: string): string {
    return this.#character({ key: `label ${row}`, text: '' });
  }

  #character(mark: Mark): string {
    const code = FIRST + this.#marks.push(mark) - 1;
    if (code > LAST) throw new Error('more marks than private-use characters');
    return String.fromCharCode(code);
  }

  resolve(marked: string): { text: string; places: ReadonlyMap<string, Span> } {
    const places = new Map<string, Span>();
    let text = '';
    for (const character of marked) {
      const mark = this.#marks[character.charCodeAt(0) - FIRST];
      if (mark) places.set(mark.key, { start: text.length, end: text.length + mark.text.length });
      text += mark ? mark.text : character;
    }
    return { text, places };
  }
}
