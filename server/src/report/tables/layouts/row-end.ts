/** A longer one is no cell of a table, a wider gap no gap. */
const LONGEST_NUMBER = 13;
const WIDEST_GAP = 80;

export interface RowEnd {
  /** How many numbers stand at the line's end, each after blanks. */
  readonly numbers: number;
  /** How many blanks stand before the last of them, and after something else. */
  readonly gap: number;
}

/** From the end backwards, so that a long line with wide gaps is examined once. */
export function numbersAtEnd(line: string): RowEnd {
  let numbers = 0;
  let gap = 0;
  for (let end = line.length; end > 0; ) {
    let start = end;
    while (start > 0 && isNumeric(line.charCodeAt(start - 1))) start--;
    if (start === end || end - start > LONGEST_NUMBER || line.charCodeAt(start) === POINT) break;
    let before = start;
    while (before > 0 && isSpace(line.charCodeAt(before - 1))) before--;
    const blanks = start - before;
    if (blanks === 0) break;
    numbers++;
    if (numbers === 1 && before > 0 && blanks <= WIDEST_GAP) gap = blanks;
    if (blanks > WIDEST_GAP) break;
    end = before;
  }
  return { numbers, gap };
}

const POINT = 0x2e;

const isNumeric = (code: number): boolean => (code >= 0x30 && code <= 0x39) || code === POINT;

/** White space as patterns have it. */
const isSpace = (code: number): boolean =>
  code === 0x20 || (code >= 0x09 && code <= 0x0d) || (code >= 0x80 && /\s/.test(String.fromCharCode(code)));
