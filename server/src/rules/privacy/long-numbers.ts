import { lookup, placesOf } from '../../facts/search/lookup.ts';
import type { Prose, ProseContent, Report } from '../../report/report.ts';

/** No number that is looked for is shorter, blanks and hyphens between its groups included. */
const SHORTEST = 11;

const isPart = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19) || code === 0x20 || code === 0x2d;

/** Every stretch that is long enough covers one of each eleven places, so no others are looked at. */
function hasLongNumber({ text }: ProseContent): boolean {
  for (let at = SHORTEST - 1; at < text.length; at += SHORTEST) {
    if (!isPart(text.charCodeAt(at))) continue;
    let start = at;
    while (isPart(text.charCodeAt(start - 1))) start--;
    while (isPart(text.charCodeAt(at + 1))) at++;
    if (at + 1 - start >= SHORTEST) return true;
  }
  return false;
}

/** Most paragraphs have none. */
const LONG_NUMBERS = lookup((content) => (hasLongNumber(content) ? [content] : []));

/** What `find` finds in the paragraphs that have a long number. */
export function* amongLongNumbers<T>(
  report: Report,
  find: (content: ProseContent) => readonly T[],
): Generator<T & { readonly paragraph: Prose }> {
  for (const { paragraph } of placesOf(report, LONG_NUMBERS)) {
    for (const found of find(paragraph.content)) yield { ...found, paragraph };
  }
}
