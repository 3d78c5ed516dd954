import { isPrinted } from '../../forms/grid.ts';
import { isBlankAt } from '../../text/fold.ts';
import { isEmpty, type Line } from '../lines.ts';
import { kindOf, type Layout, type RawCell } from './layout.ts';

/**
 * Text copied from a PDF: label and numbers parted by blanks, labels wrapped over lines, numbers sometimes on a line
 * of their own. The trailing tokens that can stand for numbers are values; what comes before them is one label.
 */
export const spaceRows: Layout = {
  id: 'space-rows',
  between: ' ',
  read(text, lines) {
    const cells: RawCell[] = [];
    for (const [row, line] of lines.entries()) {
      if (isEmpty(line)) continue;
      const tokens = tokensOf(text, line);
      let label = tokens.length;
      while (label > 0 && isValue(text, tokens[label - 1])) label--;
      const first = tokens[0];
      const last = tokens[label - 1];
      if (first && last) cells.push({ start: first[0], end: last[1], kind: 'label', row });
      for (const [start, end] of tokens.slice(label)) cells.push({ start, end, kind: 'value', row });
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

type Token = readonly [start: number, end: number];

function tokensOf(text: string, line: Line): Token[] {
  const tokens: Token[] = [];
  let start = -1;
  for (let at = line.from; at <= line.to; at++) {
    const blank = at === line.to || isBlankAt(text, at);
    if (blank && start >= 0) {
      tokens.push([start, at]);
      start = -1;
    } else if (!blank && start < 0) start = at;
  }
  return tokens;
}

const isValue = (text: string, token: Token | undefined): boolean =>
  token !== undefined && kindOf(text.slice(token[0], token[1])) === 'value';
