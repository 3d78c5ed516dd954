import { lineStarts } from '../relations/summary.ts';
import { countWhile } from '../text/ordered.ts';

/** A place as people count: both from 1; columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where the entry of a rule pack stands that a rule comes from. */
export interface PackPlace extends Position {
  /** As it is shown: from the folder the program runs in. */
  readonly path: string;
  readonly absolute: string;
}

export type PackPlaceOf = (rule: string) => PackPlace | undefined;

export type Locate = (offset: number) => Position;

/** Line starts are gathered at the first question, since most drafts have few findings and some none. */
export const locator = (text: string): Locate => locateFrom(() => lineStarts(text));

/** @param lineStarts where the lines begin, asked for once. */
export function locateFrom(lineStarts: () => readonly number[]): Locate {
  let starts: readonly number[] | undefined;
  return (offset) => {
    starts ??= lineStarts();
    const from = starts;
    const line = Math.max(
      1,
      countWhile(from.length, (index) => (from[index] ?? 0) <= offset),
    );
    return { line, column: offset - (from[line - 1] ?? 0) + 1 };
  };
}
