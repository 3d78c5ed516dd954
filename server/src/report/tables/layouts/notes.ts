import { isHan } from '../../../text/characters.ts';
import { isWholeNumber } from '../../../text/decimal.ts';
import { Cells } from './cells.ts';
import { kindAt } from './layout.ts';

/** A note has at most so many pieces: 22（其中修订 / 16 / 件）. */
const MOST_PIECES = 8;
const DIGIT = /^[+\-−－]?[0-9０-９]/;
const NOTE = /^[（(]\s?(?:其中|含|包括|不含|均为|全部)/;
const UNIT = /^(?:万元|元|件)$/;

/**
 * A number's unit or note (297 万元, 22（其中修订 16 件）) that blanks or line ends separated from it is put back to its cell. A
 * bracket that nobody closes within a few pieces joins nothing.
 */
export function joinNotes(text: string, cells: Cells): Cells {
  if (!mayHoldNotes(text, cells)) return cells;
  const joined = new Cells(cells.length);
  for (let index = 0; index < cells.length; index++) {
    if (follows(text, joined, joined.length - 1, cells, index)) {
      const raw = text.slice(cells.start(index), cells.end(index));
      const last = UNIT.test(raw) ? index : NOTE.test(raw) ? closing(text, cells, index) : undefined;
      if (last !== undefined) {
        joined.extendTo(cells.end(last));
        index = last;
        continue;
      }
    }
    joined.take(cells, index);
    const last = isOpen(text, cells, index) ? closing(text, cells, index + 1) : undefined;
    if (last === undefined) continue;
    joined.extendTo(cells.end(last));
    index = last;
  }
  return joined;
}

function mayHoldNotes(text: string, cells: Cells): boolean {
  for (let index = 0; index < cells.length; index++) {
    if (follows(text, cells, index - 1, cells, index) || isOpen(text, cells, index)) return true;
  }
  return false;
}

/** Whether a cell may belong to the number before it. The first character decides nearly always. */
function follows(text: string, before: Cells, previous: number, cells: Cells, index: number): boolean {
  const start = cells.start(index);
  if (previous < 0 || cells.end(index) === start) return false;
  const first = text.charAt(start);
  const isBegin = first === '（' || first === '(' || first === '万' || first === '元' || first === '件';
  return isBegin && isNumber(text, before, previous);
}

function isNumber(text: string, cells: Cells, index: number): boolean {
  const start = cells.start(index);
  const end = cells.end(index);
  return DIGIT.test(text.slice(start, Math.min(end, start + 2))) && kindAt(text, start, end) === 'value';
}

/** A number with a bracket behind it that is not closed. */
function isOpen(text: string, cells: Cells, index: number): boolean {
  const start = cells.start(index);
  const end = cells.end(index);
  if (end - start < 2 || isHan(text.charCodeAt(start)) || isWholeNumber(text, start, end)) return false;
  const raw = text.slice(start, end);
  return /[（(]/.test(raw) && !/[）)]/.test(raw) && isNumber(text, cells, index);
}

function closing(text: string, cells: Cells, from: number): number | undefined {
  for (let index = from; index < Math.min(cells.length, from + MOST_PIECES); index++) {
    if (/[）)]/.test(text.slice(cells.start(index), cells.end(index)))) return index;
  }
  return undefined;
}
