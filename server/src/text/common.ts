/**
 * Blocks of this many characters are compared first, natively as memory; then blocks of the smaller size; then single
 * characters.
 */
const STEPS = [2048, 64];

/** The length of the common prefix of two texts. */
export function commonStart(a: string, b: string): number {
  const limit = Math.min(a.length, b.length);
  let at = 0;
  for (const step of STEPS) {
    while (at + step <= limit && a.slice(at, at + step) === b.slice(at, at + step)) at += step;
  }
  while (at < limit && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

/** The length of the common suffix of two texts, at most `limit`. */
export function commonEnd(a: string, b: string, limit: number): number {
  let count = 0;
  const endsAlike = (length: number): boolean =>
    a.slice(a.length - count - length, a.length - count) === b.slice(b.length - count - length, b.length - count);
  for (const step of STEPS) while (count + step <= limit && endsAlike(step)) count += step;
  while (count < limit && a.charCodeAt(a.length - count - 1) === b.charCodeAt(b.length - count - 1)) count++;
  return count;
}
