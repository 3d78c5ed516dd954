/** So many characters are compared at once, by the engine, which compares memory; then so many; then one by one. */
const STEPS = [2048, 64];

/** How many characters two texts have in common from their beginnings on. */
export function commonStart(a: string, b: string): number {
  const limit = Math.min(a.length, b.length);
  let at = 0;
  for (const step of STEPS) {
    while (at + step <= limit && a.slice(at, at + step) === b.slice(at, at + step)) at += step;
  }
  while (at < limit && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

/** How many characters two texts have in common before their ends, `limit` at most. */
export function commonEnd(a: string, b: string, limit: number): number {
  let count = 0;
  const endsAlike = (length: number): boolean =>
    a.slice(a.length - count - length, a.length - count) === b.slice(b.length - count - length, b.length - count);
  for (const step of STEPS) while (count + step <= limit && endsAlike(step)) count += step;
  while (count < limit && a.charCodeAt(a.length - count - 1) === b.charCodeAt(b.length - count - 1)) count++;
  return count;
}
