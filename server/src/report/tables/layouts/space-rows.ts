import { isPrinted } from '../../../forms/grid.ts';
import { isBlankAt, isInvisibleAt } from '../../../text/characters.ts';
import type { Lines } from '../../lines/lines.ts';
import { Cells } from './cells.ts';
import { defineLayout, kindAt, mayStandForNumber } from './layout.ts';
import { joinNotes } from './notes.ts';

/**
 * Text copied from a PDF: label and numbers separated by blanks, labels wrapped over lines, numbers sometimes on a line
 * of their own. The trailing tokens that can stand for numbers are values; what comes before them is one label.
 */
export const spaceRows = defineLayout({
  id: 'space-rows',
  rowALine: false,
  wraps: true,
  showsBlanks: false,
  showsMerged: false,
  markup: false,
  standsApart: false,
  // What no other layout claims.
  fits: () => true,
  between: ' ',
  read(text, lines) {
    const cells = Cells.of(lines);
    const tokens = joinNotes(text, tokensOf(text, lines));
    for (let from = 0; from < tokens.length; ) {
      const row = tokens.row(from);
      let to = from;
      while (to < tokens.length && tokens.row(to) === row) to++;
      let label = to;
      while (label > from && kindAt(text, tokens.start(label - 1), tokens.end(label - 1)) === 'value') label--;
      // Behind a label and before numbers; a line that begins with it may be a piece of a label printed downwards.
      if (label < to && label - 1 > from && isOrdinalOrNumber(text, tokens, label - 1)) label--;
      if (label > from) cells.add(tokens.start(from), tokens.end(label - 1), 'label', row);
      for (let at = label; at < to; at++) cells.add(tokens.start(at), tokens.end(at), 'value', row);
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
  tidy: (lines) => lines.map((line) => line.trim().replace(/[ \t]+/g, ' ')),
});

const isOrdinalOrNumber = (text: string, tokens: Cells, index: number): boolean =>
  mayStandForNumber(text.slice(tokens.start(index), tokens.end(index)));

/** What stands between blanks, whatever it is. An empty line has none. */
function tokensOf(text: string, lines: Lines): Cells {
  const tokens = Cells.of(lines);
  for (let row = 0; row < lines.length; row++) {
    const to = lines.to(row);
    let start = -1;
    for (let at = lines.from(row); at <= to; at++) {
      const blank = at === to || (isBlankAt(text, at) && !isInvisibleAt(text, at));
      if (blank && start >= 0) {
        tokens.add(start, at, 'label', row);
        start = -1;
      } else if (!blank && start < 0) start = at;
    }
  }
  return tokens;
}
