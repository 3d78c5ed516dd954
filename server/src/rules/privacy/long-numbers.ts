import { paragraphFact } from '../../report/fact.ts';

/** No number that is looked for is shorter, blanks and hyphens between its groups included. */
const SHORTEST = 11;

const isPart = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19) || code === 0x20 || code === 0x2d;

/**
 * Whether a paragraph has a number that may be somebody's. Most have none. Every stretch that is long enough covers one
 * of each eleven places, so that no others need be examined.
 */
export const hasLongNumber = paragraphFact(({ text }) => {
  for (let at = SHORTEST - 1; at < text.length; at += SHORTEST) {
    if (!isPart(text.charCodeAt(at))) continue;
    let start = at;
    while (isPart(text.charCodeAt(start - 1))) start--;
    while (isPart(text.charCodeAt(at + 1))) at++;
    if (at + 1 - start >= SHORTEST) return true;
  }
  return false;
});
