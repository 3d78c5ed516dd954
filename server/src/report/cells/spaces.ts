import { isPrinted } from '../../forms/grid.ts';
import { isBlankAt, isInvisibleAt } from '../../text/fold.ts';
import { isEmpty, type Line } from '../lines.ts';
import { kindOf, type Layout, type RawCell } from './layout.ts';
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
    const all = joinNotes(
      text,
      lines.flatMap((line, row) => (isEmpty(line) ? [] : tokensOf(text, line, row))),
    );
    for (let from = 0; from < all.length; ) {
      const row = all[from]?.row ?? 0;
      let to = from;
      while (all[to]?.row === row) to++;
      const tokens = all.slice(from, to);
      from = to;
      let label = tokens.length;
      while (label > 0 && isValue(text, tokens[label - 1])) label--;
      const first = tokens[0];
      const last = tokens[label - 1];
      if (first && last) cells.push({ start: first.start, end: last.end, kind: 'label', row });
      for (const { start, end } of tokens.slice(label)) cells.push({ start, end, kind: 'value', row });
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

function tokensOf(text: string, line: Line, row: number): Token[] {
  const tokens: Token[] = [];
  let start = -1;
  for (let at = line.from; at <= line.to; at++) {
    const blank = at === line.to || (isBlankAt(text, at) && !isInvisibleAt(text, at));
    if (blank && start >= 0) {
      tokens.push({ start, end: at, row });
      start = -1;
    } else if (!blank && start < 0) start = at;
  }
  return tokens;
}

const isValue = (text: string, token: Token | undefined): boolean =>
  token !== undefined && kindOf(text.slice(token.start, token.end)) === 'value';
