/** How far an endless line is searched. Without a limit every question about it would read all of it. */
const REACH = 2000;

const isBreak = (code: number): boolean => code === 0x0a || code === 0x0d;

/** The start of the line around an offset, at most REACH before it. */
export function lineStartNear(text: string, offset: number): number {
  const limit = Math.max(0, offset - REACH);
  let start = offset;
  while (start > limit && !isBreak(text.charCodeAt(start - 1))) start--;
  return start;
}

/** The end of the line around an offset, without its line break, at most REACH behind it. */
export function lineEndNear(text: string, offset: number): number {
  const limit = Math.min(text.length, offset + REACH);
  let end = offset;
  while (end < limit && !isBreak(text.charCodeAt(end))) end++;
  return end;
}
