/** So many characters are compared at once: by the engine, which compares memory. */
const STEP = 2048;

/** How many characters two texts have in common from their beginnings on. */
export function commonStart(a: string, b: string): number {
  const limit = Math.min(a.length, b.length);
  let at = 0;
  while (at + STEP <= limit && a.slice(at, at + STEP) === b.slice(at, at + STEP)) at += STEP;
  while (at < limit && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

/** How many characters two texts have in common before their ends, `limit` at most. */
export function commonEnd(a: string, b: string, limit: number): number {
  let count = 0;
  const endsAlike = (length: number): boolean =>
    a.slice(a.length - count - length, a.length - count) === b.slice(b.length - count - length, b.length - count);
  while (count + STEP <= limit && endsAlike(STEP)) count += STEP;
  while (count < limit && a.charCodeAt(a.length - count - 1) === b.charCodeAt(b.length - count - 1)) count++;
  return count;
}
