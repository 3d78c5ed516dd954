import { countWhile } from '../text/ordered.ts';

/** A place as people count: both from 1; columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export type Locate = (offset: number) => Position;

/** Line starts are gathered at the first question, since most drafts have few findings and some none. */
export function locator(text: string): Locate {
  let starts: number[] | undefined;
  return (offset) => {
    starts ??= lineStarts(text);
    const from = starts;
    const line = Math.max(
      1,
      countWhile(from.length, (index) => (from[index] ?? 0) <= offset),
    );
    return { line, column: offset - (from[line - 1] ?? 0) + 1 };
  };
}

/** Lines end with \n, \r\n or \r, as in the Language Server Protocol. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length);
  return starts;
}
