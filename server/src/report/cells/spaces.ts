import { isPrinted } from '../../forms/grid.ts';
import { isBlankAt, isInvisibleAt } from '../../text/characters.ts';
import type { Lines } from '../lines.ts';
import { kindAt, type Layout, type RawCell, rawCell } from './layout.ts';
import { joinNotes } from './notes.ts';

/**
 * Text copied from a PDF: label and numbers parted by blanks, labels wrapped over lines, numbers sometimes on a line
 * of their own. The trailing tokens that can stand for numbers are values; what comes before them is one label.
 */
export const spaceRows: Layout = {
  id: 'space-rows',
  between: ' ',
  read(text, lines) {
    const cells: RawCell[] = [];
    const all = joinNotes(text, tokensOf(text, lines));
    for (let from = 0; from < all.length; ) {
      const row = all[from]?.row ?? 0;
      let to = from;
      while (all[to]?.row === row) to++;
      let label = to;
      while (label > from && isValue(text, all[label - 1])) label--;
      const first = all[from];
      const last = all[label - 1];
      if (label > from && first && last) cells.push(rawCell(first.start, last.end, 'label', row));
      for (const { start, end } of all.slice(label, to)) cells.push(rawCell(start, end, 'value', row));
      from = to;
    }
    return cells;
  },
  write: (grid) =>
    grid.map((row) =>
      row
        .filter(isPrinted)
        .map(({ text }) => text)
        .join(' '),
    ),
};

interface Token {
  readonly start: number;
  readonly end: number;
  readonly row: number;
}

/** What stands between blanks. An empty line has none. */
function tokensOf(text: string, lines: Lines): Token[] {
  const tokens: Token[] = [];
  for (let row = 0; row < lines.length; row++) {
    const to = lines.to(row);
    let start = -1;
    for (let at = lines.from(row); at <= to; at++) {
      const blank = at === to || (isBlankAt(text, at) && !isInvisibleAt(text, at));
      if (blank && start >= 0) {
        tokens.push({ start, end: at, row });
        start = -1;
      } else if (!blank && start < 0) start = at;
    }
  }
  return tokens;
}

const isValue = (text: string, token: Token | undefined): boolean =>
  token !== undefined && kindAt(text, token.start, token.end) === 'value';
