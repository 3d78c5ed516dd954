import { kindOf } from './layout.ts';

interface Place {
  readonly start: number;
  readonly end: number;
}

/** A note has at most so many pieces: 22（其中修订 / 16 / 件）. */
const MOST_PIECES = 8;
const DIGIT = /^[+\-−－]?[0-9０-９]/;
const NOTE = /^[（(]\s?(?:其中|含|包括|不含|均为|全部)/;
const UNIT = /^(?:万元|元|件)$/;

/**
 * A number's unit or note (297 万元, 22（其中修订 16 件）) that blanks or line ends parted from it is put back to its
 * cell. A bracket that nobody closes within a few pieces joins nothing.
 */
export function joinNotes<T extends Place>(text: string, places: readonly T[]): T[] {
  const joined: T[] = [];
  for (let index = 0; index < places.length; index++) {
    const place = places[index];
    if (!place) continue;
    const previous = joined.at(-1);
    if (previous && mayFollow(text, place) && isNumber(text, previous)) {
      const raw = text.slice(place.start, place.end);
      const last = UNIT.test(raw) ? index : NOTE.test(raw) ? closing(text, places, index) : undefined;
      if (last !== undefined) {
        joined[joined.length - 1] = { ...previous, end: places[last]?.end ?? place.end };
        index = last;
        continue;
      }
    }
    const last = isOpen(text, place) && isNumber(text, place) ? closing(text, places, index + 1) : undefined;
    joined.push(last === undefined ? place : { ...place, end: places[last]?.end ?? place.end });
    if (last !== undefined) index = last;
  }
  return joined;
}

/** A cheap look at the first character: nearly every cell stops here. */
function mayFollow(text: string, { start }: Place): boolean {
  const first = text.charAt(start);
  return first === '（' || first === '(' || first === '万' || first === '元' || first === '件';
}

function isNumber(text: string, { start, end }: Place): boolean {
  const raw = text.slice(start, end);
  return DIGIT.test(raw) && kindOf(raw) === 'value';
}

function isOpen(text: string, { start, end }: Place): boolean {
  if (end - start < 2) return false;
  const raw = text.slice(start, end);
  return /[（(]/.test(raw) && !/[）)]/.test(raw);
}

function closing(text: string, places: readonly Place[], from: number): number | undefined {
  for (let index = from; index < Math.min(places.length, from + MOST_PIECES); index++) {
    const place = places[index];
    if (place && /[）)]/.test(text.slice(place.start, place.end))) return index;
  }
  return undefined;
}
