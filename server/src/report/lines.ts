import { isBlankAt } from '../text/fold.ts';

/** One line of the draft. `end` excludes the line break; `from`/`to` exclude blanks at both ends. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

export const isEmpty = (line: Line): boolean => line.from === line.to;

/** Split at LF, CRLF and lone CR: one pass over the characters. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 0x0a;
    if (code !== 0x0a && code !== 0x0d) continue;
    let from = start;
    let to = i;
    while (from < to && isBlankAt(text, from)) from++;
    while (to > from && isBlankAt(text, to - 1)) to--;
    lines.push({ start, end: i, from, to });
    if (code === 0x0d && text.charCodeAt(i + 1) === 0x0a) i++;
    start = i + 1;
  }
  return lines;
}

/** `- 3 -`, `-4-`, `— 5 —`, `第 3 页`: what a PDF leaves between and inside tables. */
const PAGE_NUMBER =
  /^(?:[-–—－─]{1,2}\s?\d{1,3}\s?[-–—－─]{1,2}|第\s?\d{1,3}\s?页(?:[，,/\s]{0,2}共\s?\d{1,3}\s?页)?)$/;

export function isPageNumber(text: string, { from, to }: Line): boolean {
  return to - from >= 3 && to - from <= 16 && PAGE_NUMBER.test(text.slice(from, to));
}
