import { isHan } from '../../text/characters.ts';
import { isWholeNumber } from '../../text/decimal.ts';
import { kindAt } from './layout.ts';

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
export function joinNotes<T extends Place>(text: string, places: readonly T[]): readonly T[] {
  if (!places.some((place, index) => follows(text, places[index - 1], place) || isOpen(text, place))) return places;
  const joined: T[] = [];
  for (let index = 0; index < places.length; index++) {
    const place = places[index];
    if (!place) continue;
    const previous = joined.at(-1);
    if (previous && follows(text, previous, place)) {
      const raw = text.slice(place.start, place.end);
      const last = UNIT.test(raw) ? index : NOTE.test(raw) ? closing(text, places, index) : undefined;
      if (last !== undefined) {
        joined[joined.length - 1] = { ...previous, end: places[last]?.end ?? place.end };
        index = last;
        continue;
      }
    }
    const last = isOpen(text, place) ? closing(text, places, index + 1) : undefined;
    joined.push(last === undefined ? place : { ...place, end: places[last]?.end ?? place.end });
    if (last !== undefined) index = last;
  }
  return joined;
}

/** May a place be what belongs to the number before it? The first character tells of nearly every cell. */
function follows(text: string, previous: Place | undefined, { start, end }: Place): boolean {
  if (end === start || previous === undefined) return false;
  const first = text.charAt(start);
  const isBegin = first === '（' || first === '(' || first === '万' || first === '元' || first === '件';
  return isBegin && isNumber(text, previous);
}

function isNumber(text: string, { start, end }: Place): boolean {
  return DIGIT.test(text.slice(start, Math.min(end, start + 2))) && kindAt(text, start, end) === 'value';
}

/** A number with a bracket behind it that is not closed. */
function isOpen(text: string, place: Place): boolean {
  const { start, end } = place;
  if (end - start < 2 || isHan(text.charCodeAt(start)) || isWholeNumber(text, start, end)) return false;
  const raw = text.slice(start, end);
  return /[（(]/.test(raw) && !/[）)]/.test(raw) && isNumber(text, place);
}

function closing(text: string, places: readonly Place[], from: number): number | undefined {
  for (let index = from; index < Math.min(places.length, from + MOST_PIECES); index++) {
    const place = places[index];
    if (place && /[）)]/.test(text.slice(place.start, place.end))) return index;
  }
  return undefined;
}
