import { countWhile } from '../text/ordered.ts';
import type { Span } from '../text/span.ts';

/** Lines of a text by offset. */
export interface LineNumbers {
  /** From 1. */
  lineAt(offset: number): number;
}

export function toLines(text: string): LineNumbers {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + end.length);
  return { lineAt: (offset) => countWhile(starts.length, (line) => (starts[line] ?? 0) <= offset) };
}

/** So much of the line is quoted around the place, and so much of the place itself. */
const AROUND = 12;
const LONGEST = 40;

/** The place as the draft has it, marked off in its line: …主动公开【workflow】建设…. Empty where nothing stands. */
export function quoteOf(text: string, { start, end }: Span): string {
  const place = text.slice(start, end).replace(/\s+/g, ' ').trim();
  if (place === '') return '';
  const shown = place.length > LONGEST ? `${place.slice(0, LONGEST)}…` : place;
  const before = lastLine(text.slice(Math.max(0, start - AROUND), start));
  const after = firstLine(text.slice(end, end + AROUND));
  return `${before}【${shown}】${after}`;
}

/** Cells of a table around the place say nothing: only what is prose up to the place counts. */
const lastLine = (text: string): string => /[^\r\n\t|]*$/.exec(text)?.[0].trimStart() ?? '';
const firstLine = (text: string): string => /^[^\r\n\t|]*/.exec(text)?.[0].trimEnd() ?? '';
