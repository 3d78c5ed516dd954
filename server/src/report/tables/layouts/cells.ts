import type { Lines } from '../../lines/lines.ts';
import { withRoomFor } from '../records.ts';

/** A cell as it stands in the draft, before anyone knows what it means. */
export interface RawCell {
  readonly start: number;
  readonly end: number;
  /** `label` is text that names something; `value` is a number, a placeholder or text in a number's place. */
  readonly kind: CellKind;
  /** The row of the layout. In layouts that show no row ends every line is its own row. */
  readonly row: number;
  /** What the cell shows, where marks stand inside: 本年新收<br>政府信息公开申请数量. */
  readonly shown: string | undefined;
}

export type CellKind = 'label' | 'value' | 'blank';

const KINDS: readonly CellKind[] = ['label', 'value', 'blank'];

export const shownText = (text: string, { start, end, shown }: RawCell): string => shown ?? text.slice(start, end);

const FIELDS = 4;
const START = 0;
const END = 1;
const KIND = 2;
const ROW = 3;

/** Cells as numbers in one array: a draft has hundreds, and they are kept from one version to the next. */
export class Cells {
  #fields: Int32Array<ArrayBuffer>;
  #length = 0;
  #shown: Map<number, string> | undefined;

  /** @param room for so many; there may be more. */
  constructor(room: number) {
    this.#fields = new Int32Array(room * FIELDS);
  }

  /** For the cells of so many lines: few cells are shorter than a digit with what parts it from the next. */
  static of(lines: Lines): Cells {
    const last = lines.length - 1;
    return new Cells(last < 0 ? 0 : (lines.end(last) - lines.start(0)) >> 1);
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

  kind(index: number): CellKind {
    return KINDS[this.#fields[index * FIELDS + KIND] ?? 0] ?? 'label';
  }

  row(index: number): number {
    return this.#fields[index * FIELDS + ROW] ?? 0;
  }

  shown(index: number): string | undefined {
    return this.#shown?.get(index);
  }

  /** In a text in which the cells' own begins at `from`. */
  at(index: number, from = 0): RawCell {
    return {
      start: this.start(index) + from,
      end: this.end(index) + from,
      kind: this.kind(index),
      row: this.row(index),
      shown: this.shown(index),
    };
  }

  text(text: string, index: number): string {
    return this.shown(index) ?? text.slice(this.start(index), this.end(index));
  }

  add(start: number, end: number, kind: CellKind, row: number, shown?: string): void {
    const at = this.#length * FIELDS;
    this.#fields = withRoomFor(this.#fields, at + FIELDS);
    this.#fields[at + START] = start;
    this.#fields[at + END] = end;
    this.#fields[at + KIND] = kind === 'label' ? 0 : kind === 'value' ? 1 : 2;
    this.#fields[at + ROW] = row;
    if (shown !== undefined) {
      this.#shown ??= new Map();
      this.#shown.set(this.#length, shown);
    }
    this.#length++;
  }

  /** A cell of others. */
  take(others: Cells, index: number): void {
    this.add(others.start(index), others.end(index), others.kind(index), others.row(index), others.shown(index));
  }

  /** A cell takes the place of one before it, or stays. */
  move(from: number, to: number): void {
    if (from === to) return;
    for (let field = 0; field < FIELDS; field++) {
      this.#fields[to * FIELDS + field] = this.#fields[from * FIELDS + field] ?? 0;
    }
    const shown = this.#shown?.get(from);
    if (shown === undefined) this.#shown?.delete(to);
    else this.#shown?.set(to, shown);
  }

  /** Only so many cells stay, without room for more. */
  cut(length: number): void {
    this.#fields = this.#fields.slice(0, length * FIELDS);
    this.#length = length;
  }

  /** The last cell ends further on. */
  extendTo(end: number): void {
    this.#fields[(this.#length - 1) * FIELDS + END] = end;
  }
}
