/** A match of a pattern in a text, with its groups. */
export interface NumberAt {
  readonly start: number;
  readonly end: number;
  readonly groups: readonly string[];
}

/** No document number is longer, the organ's short name included. */
const REACH = 40;
/** What a pattern may require, or exclude, behind the 号. */
const BEHIND = 2;

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** Whether a digit stands before an offset, perhaps with a blank between. */
function followsDigit(text: string, at: number): boolean {
  return isDigit(text.charCodeAt(at - 1)) || (/\s/.test(text.charAt(at - 1)) && isDigit(text.charCodeAt(at - 2)));
}

/**
 * All matches of a global pattern for document numbers, in order. Every such number ends with a digit and 号, so only
 * the characters before each 号 are searched. A pattern that begins with arbitrary characters would otherwise be tried
 * at each of them.
 */
export function documentNumbers(text: string, pattern: RegExp): NumberAt[] {
  const found: NumberAt[] = [];
  let searched = 0;
  for (let mark = text.indexOf('号'); mark >= 0; mark = text.indexOf('号', mark + 1)) {
    if (!followsDigit(text, mark)) continue;
    const from = Math.max(searched, mark - REACH);
    pattern.lastIndex = 0;
    const match = pattern.exec(text.slice(from, mark + 1 + BEHIND));
    if (!match) continue;
    const start = from + match.index;
    searched = start + match[0].length;
    found.push({ start, end: searched, groups: match.slice(1).map((group: string | undefined) => group ?? '') });
  }
  return found;
}
