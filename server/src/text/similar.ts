import { distance } from 'fastest-levenshtein';

/** Longer texts are compared by their ends only: labels of the form have at most 40 characters. */
const LONGEST = 120;

/**
 * 1 = the same, 0 = nothing in common: 1 − edit distance ÷ length of the longer one.
 * @param atLeast anything lower may come back as 0; many pairs cannot reach it by their lengths alone.
 */
export function similarity(a: string, b: string, atLeast = 0): number {
  const longer = Math.max(a.length, b.length);
  if (longer === 0) return 1;
  const shorter = Math.min(a.length, b.length);
  if (longer > LONGEST || shorter * 3 < longer) return 0;
  if (1 - (longer - shorter) / longer < atLeast) return 0;
  return 1 - distance(a, b) / longer;
}

/** Whether the characters of one are a subsequence of the other: 县住建局, 青溪县住房和城乡建设局. */
export function isShortFor(short: string, long: string): boolean {
  let at = 0;
  for (const character of short) {
    at = long.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
