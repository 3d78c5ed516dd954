/** So much of an endless line is looked at; without a limit every question about it would read it all. */
const REACH = 2000;

const isBreak = (code: number): boolean => code === 0x0a || code === 0x0d;

/** Where the line around an offset begins, or REACH before the offset when it begins even further ahead. */
export function lineStartNear(text: string, offset: number): number {
  const limit = Math.max(0, offset - REACH);
  let start = offset;
  while (start > limit && !isBreak(text.charCodeAt(start - 1))) start--;
  return start;
}

/** Where the line around an offset ends, its line break excluded, or REACH behind the offset. */
export function lineEndNear(text: string, offset: number): number {
  const limit = Math.min(text.length, offset + REACH);
  let end = offset;
  while (end < limit && !isBreak(text.charCodeAt(end))) end++;
  return end;
}
