import { isBlankAt } from '../text/fold.ts';

/** One line of the draft. `end` excludes the line break; `from`/`to` exclude blanks at both ends. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

export const isEmpty = (line: Line): boolean => line.from === line.to;

/** No row of the form covers half as many places. A pipe more or less than a row needs is nothing to break a line at. */
const LONG_PIPE_RUN = 32;

/**
 * Split at LF, CRLF and lone CR, and at long runs of pipes: a table with column spans of hundreds puts its rows, and
 * the heading that follows it, on one line. A run belongs to no line. One pass over the characters.
 */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 0x0a;
    if (code === 0x7c) {
      const run = pipeRun(text, i);
      if (run.pipes >= LONG_PIPE_RUN) {
        if (run.from > start) lines.push(toLine(text, start, run.from));
        start = run.end;
      }
      i = run.end - 1;
    } else if (code === 0x0a || code === 0x0d) {
      lines.push(toLine(text, start, i));
      if (code === 0x0d && text.charCodeAt(i + 1) === 0x0a) i++;
      start = i + 1;
    }
  }
  return lines;
}

function toLine(text: string, start: number, end: number): Line {
  let from = start;
  let to = end;
  while (from < to && isBlankAt(text, from)) from++;
  while (to > from && isBlankAt(text, to - 1)) to--;
  return { start, end, from, to };
}

/** Pipes from `at` on with nothing but spaces and tabs between them. In `0 |  ||||` a blank cell stands before the run. */
function pipeRun(text: string, at: number): { pipes: number; from: number; end: number } {
  let pipes = 0;
  let from = at;
  let end = at;
  for (let i = at; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x7c) {
      if (pipes === 1 && i > end && text.charCodeAt(i + 1) === 0x7c) from = i + 1;
      pipes++;
      end = i + 1;
    } else if (code !== 0x20 && code !== 0x09) break;
  }
  return { pipes, from, end };
}

/** Did a long run of pipes end the line? */
export const endsAtPipes = (text: string, line: Line): boolean => text.charCodeAt(line.end) === 0x7c;

/** `- 3 -`, `-4-`, `— 5 —`, `第 3 页`: what a PDF leaves between and inside tables. */
const PAGE_NUMBER =
  /^(?:[-–—－─]{1,2}\s?\d{1,3}\s?[-–—－─]{1,2}|第\s?\d{1,3}\s?页(?:[，,/\s]{0,2}共\s?\d{1,3}\s?页)?)$/;

export function isPageNumber(text: string, { from, to }: Line): boolean {
  return to - from >= 3 && to - from <= 16 && PAGE_NUMBER.test(text.slice(from, to));
}
