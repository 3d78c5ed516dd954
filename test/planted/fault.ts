import type { CellId } from '../../server/src/forms/index.ts';
import type { Draft, DraftOptions } from '../support/draft.ts';

/** One fault in an otherwise correct 2024 report, and where a careful reviewer would put the finger. */
export interface Fault {
  readonly name: string;
  readonly rule: string;
  plant(correct: Draft): DraftOptions;
  /** Words in the faulty text, or a cell, or a row's label. */
  readonly at: { readonly words: string } | { readonly cell: CellId } | { readonly label: string };
  /** Layouts in which a blank leaves no trace turn this fault into another one. */
  readonly needsBlanks?: true;
  /** Further warnings that belong to the same fault by its nature: （一）to （五）lost with their section. */
  readonly more?: readonly string[];
}

export const number = (draft: Draft, id: CellId): number => Number(draft.printed.get(id) ?? 0);
export const plus =
  (id: CellId, by: number) =>
  (draft: Draft): DraftOptions => ({ cells: { [id]: String(number(draft, id) + by) } });
export const say = (part: 0 | 1 | 5 | 6, sentence: string) => (): DraftOptions => ({ say: { [part]: sentence } });
