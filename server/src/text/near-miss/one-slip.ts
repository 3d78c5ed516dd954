import { looksLike } from './look-alikes.ts';
import { soundsLike } from './sounds.ts';

const SHORTEST = 4;

/**
 * Whether two names differ by one character that sounds or looks alike, or, when they are long, by one lost character.
 */
export function isSlipOf(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < SHORTEST) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let at = 0;
  while (at < short.length && short.charAt(at) === long.charAt(at)) at++;
  if (short.length === long.length) {
    const [written, meant] = [short.charAt(at), long.charAt(at)];
    const isAlike = soundsLike(written, meant) !== undefined || looksLike(written, meant);
    return isAlike && short.slice(at + 1) === long.slice(at + 1);
  }
  return short.length > SHORTEST && short.slice(at) === long.slice(at + 1);
}
