import { afterBlanks, beforeBlanks } from '../../../text/characters.ts';

/** What Markdown leaves at a cell's ends beside blanks. */
const MARKS = ['**', '*', '&nbsp;', '<br>', '<br/>', '<br />'] as const;
const INSIDE = /<br ?\/?>|&nbsp;|\*\*/g;

/** A cell's text without emphasis, forced line breaks and no-break blanks. Its place has them inside only. */
export interface Shown {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** @returns undefined when nothing but marks stands there. */
export function withoutMarks(text: string, start: number, end: number): Shown | undefined {
  let from = start;
  let to = end;
  for (let left = -1; left !== to - from; ) {
    left = to - from;
    for (const mark of MARKS) {
      if (to - from >= mark.length && text.startsWith(mark, from)) from += mark.length;
      if (to - from >= mark.length && text.startsWith(mark, to - mark.length)) to -= mark.length;
    }
    from = afterBlanks(text, from, to);
    to = beforeBlanks(text, from, to);
  }
  return from === to ? undefined : { start: from, end: to, text: text.slice(from, to).replace(INSIDE, '') };
}
