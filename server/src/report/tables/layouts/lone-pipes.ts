import { isPrinted } from '../../../forms/grid.ts';
import { isBlankAt } from '../../../text/characters.ts';
import type { Lines } from '../../lines/lines.ts';
import { Cells } from './cells.ts';
import { defineLayout, kindAt } from './layout.ts';

/**
 * Cells and the pipes between them on lines of their own: `cell`, `|`, `cell`; or `|` and then `cell |`. How many
 * pipes part two cells, and how many two rows, differs from draft to draft, so the table itself is asked: the usual
 * number between two values is one step, every step more is a blank cell.
 */
export const lonePipes = defineLayout({
  id: 'lone-pipes',
  rowALine: false,
  wraps: false,
  showsBlanks: true,
  showsMerged: false,
  markup: false,
  standsApart: false,
  fits: ({ lonePipes: lone, pipedRows, filled }) => lone * 3 > filled && pipedRows === 0,
  between: '\n|\n',
  read(text, lines) {
    const texts = textsOf(text, lines);
    const steps = stepsOf(texts);
    const cells = Cells.of(lines);
    let row = 0;
    for (const [index, cell] of texts.entries()) {
      const previous = texts[index - 1];
      const blanks = previous ? blanksBetween(previous, cell, steps) : 0;
      for (let blank = 1; blank <= blanks; blank++) {
        const at = cell.pipes[blank * steps.cell] ?? cell.start;
        cells.add(at, at, 'blank', row);
      }
      if (cell.kind === 'label' && (previous?.kind === 'value' || blanks > 0)) row++;
      cells.add(cell.start, cell.end, cell.kind, row);
    }
    return cells;
  },
  write: (grid) => grid.flatMap((row) => row.filter(isPrinted).flatMap(({ text }) => [text, '|'])),
});

interface Text {
  readonly start: number;
  readonly end: number;
  readonly kind: 'label' | 'value';
  /** Where the pipes before it stand. */
  readonly pipes: readonly number[];
}

/** What stands between pipes and line ends. A cell broken over lines has no pipe between its pieces. */
function textsOf(text: string, lines: Lines): Text[] {
  const texts: Text[] = [];
  let pipes: number[] = [];
  for (let index = 0; index < lines.length; index++) {
    const to = lines.to(index);
    for (let at = lines.from(index); at < to; at++) {
      if (text.charCodeAt(at) === 0x7c) pipes.push(at);
      else if (!isBlankAt(text, at)) {
        const start = at;
        while (at < to && text.charCodeAt(at) !== 0x7c) at++;
        let end = at;
        while (isBlankAt(text, end - 1)) end--;
        texts.push({ start, end, kind: kindAt(text, start, end), pipes });
        pipes = [];
        at--;
      }
    }
  }
  return texts;
}

interface Steps {
  /** Pipes from a cell to the next one. */
  readonly cell: number;
  /** Pipes from a row's last value to the next row's label. */
  readonly row: number;
}

function stepsOf(texts: readonly Text[]): Steps {
  const usual = (kind: Text['kind'], fallback: number): number => {
    const counts = new Map<number, number>();
    for (const [index, cell] of texts.entries()) {
      if (cell.kind !== kind || texts[index - 1]?.kind !== 'value' || cell.pipes.length === 0) continue;
      counts.set(cell.pipes.length, (counts.get(cell.pipes.length) ?? 0) + 1);
    }
    let best = fallback;
    for (const [pipes, count] of counts) if (count > (counts.get(best) ?? 0)) best = pipes;
    return best;
  };
  const cell = usual('value', 1);
  return { cell, row: usual('label', cell) };
}

function blanksBetween(previous: Text, { kind, pipes }: Text, steps: Steps): number {
  const expected = previous.kind === 'value' && kind === 'label' ? steps.row : steps.cell;
  return Math.max(0, Math.floor((pipes.length - expected) / steps.cell));
}
