/**
 * Slips in a name that is to stand exactly as written: one character exchanged, left out or put in, never at either end,
 * where another word may begin (青禾县教育局, 青禾县教育系统).
 */

export interface Slip {
  readonly start: number;
  readonly end: number;
}

/** A blank in a name is told by another rule; a mark inside is no slip of it. */
const isWordCharacter = (char: string): boolean => /[\p{L}\p{N}]/u.test(char);

/**
 * One slip leaves the first or the second half of the name whole: only where one of them stands need be looked.
 * @param right names that are meant as they are
 */
export function slipsIn(text: string, name: string, right: readonly string[]): Slip[] {
  const middle = name.length >> 1;
  const slips = new Map<number, Slip>();
  const add = (start: number, length: number): void => {
    const slip = { start, end: start + length };
    if (!slips.has(start) && !isRight(text, slip, right)) slips.set(start, slip);
  };
  const lengths = [name.length - 1, name.length, name.length + 1];
  const head = name.slice(0, middle);
  const tail = name.slice(middle);
  for (let at = text.indexOf(head); at >= 0; at = text.indexOf(head, at + 1)) {
    const length = lengths.find((each) => isSlip(text.slice(at, at + each), name));
    if (length !== undefined && !text.startsWith(name, at)) add(at, length);
  }
  for (let at = text.indexOf(tail); at >= 0; at = text.indexOf(tail, at + 1)) {
    const end = at + tail.length;
    const length = lengths.find((each) => end >= each && isSlip(text.slice(end - each, end), name));
    if (length !== undefined && !text.slice(0, end).endsWith(name)) add(end - length, length);
  }
  return [...slips.values()].sort((a, b) => a.start - b.start);
}

/** Does the slip lie inside a right name, or a right name where it begins? */
function isRight(text: string, { start, end }: Slip, right: readonly string[]): boolean {
  return right.some((name) => {
    const from = Math.max(0, start - name.length);
    for (let at = text.indexOf(name, from); at >= 0 && at < end; at = text.indexOf(name, at + 1)) {
      if (at <= start && at + name.length >= end) return true;
      if (at === start) return true;
    }
    return false;
  });
}

/** Is the one the other with one character exchanged, left out or put in, first and last apart? */
function isSlip(written: string, name: string): boolean {
  if (written === name || written.charAt(0) !== name.charAt(0) || written.at(-1) !== name.at(-1)) return false;
  let same = 0;
  while (same < written.length && written[same] === name[same]) same++;
  const rest = (text: string, skipped: number): string => text.slice(same + skipped);
  if (written.length === name.length) {
    return rest(written, 1) === rest(name, 1) && isWordCharacter(written.charAt(same));
  }
  if (written.length < name.length) return written.slice(same) === rest(name, 1);
  return rest(written, 1) === name.slice(same) && isWordCharacter(written.charAt(same));
}
