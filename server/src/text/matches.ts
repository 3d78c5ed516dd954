const NONE: readonly RegExpExecArray[] = [];

/**
 * All matches of a global pattern, in order. `matchAll` copies the pattern on each call, which costs more than
 * searching a paragraph without a match.
 */
export function matchesIn(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (!match) return NONE;
  const matches: RegExpExecArray[] = [];
  for (; match; match = pattern.exec(text)) {
    matches.push(match);
    if (match[0] === '') pattern.lastIndex++;
  }
  return matches;
}
