import { isHan } from '../characters.ts';
import { looksLike } from './look-alikes.ts';
import { soundsLike } from './sounds.ts';

/** What went wrong: a character that sounds alike, looks alike or is another; one lost, one too many, two exchanged. */
export type SlipKind = 'sound' | 'near-sound' | 'look' | 'other' | 'lost' | 'extra' | 'exchanged';

/** How a stretch of a text differs from a phrase. */
export interface Slip {
  readonly kind: SlipKind;
  /** Of the text. */
  readonly start: number;
  readonly end: number;
  /** Where in the text the wrong character stands, or the one behind a lost one. */
  readonly place: number;
  /** Which character of the phrase is wrong or lost. */
  readonly index: number;
}

const isHanAt = (text: string, at: number): boolean => isHan(text.charCodeAt(at));

function likeness(written: string, meant: string): SlipKind {
  const sound = soundsLike(written, meant);
  if (sound === 'same') return 'sound';
  if (looksLike(written, meant)) return 'look';
  return sound === 'near' ? 'near-sound' : 'other';
}

/** Whether the rest of a phrase, from an index on, stands at a place of the text. */
const hasRest = (text: string, at: number, phrase: string, index: number): boolean => {
  for (let next = index; next < phrase.length; next++) {
    if (text.charCodeAt(at + next - index) !== phrase.charCodeAt(next)) return false;
  }
  return true;
};

/** The phrase begins at a place with two characters or more: the one slip behind them, if the rest is there. */
export function slipBehind(text: string, start: number, phrase: string): Slip | undefined {
  const { length } = phrase;
  let index = 2;
  while (index < length && text.charCodeAt(start + index) === phrase.charCodeAt(index)) index++;
  if (index === length || !isHanAt(phrase, index)) return undefined;
  const place = start + index;
  const end = start + length;
  if (isHanAt(text, place)) {
    if (hasRest(text, place + 1, phrase, index + 1))
      return { kind: likeness(text.charAt(place), phrase.charAt(index)), start, end, place, index };
    const isExchanged =
      index + 1 < length &&
      text.charCodeAt(place) === phrase.charCodeAt(index + 1) &&
      text.charCodeAt(place + 1) === phrase.charCodeAt(index);
    if (isExchanged && hasRest(text, place + 2, phrase, index + 2))
      return { kind: 'exchanged', start, end, place, index };
    if (hasRest(text, place + 1, phrase, index)) return { kind: 'extra', start, end: end + 1, place, index };
  }
  return hasRest(text, place, phrase, index + 1) ? { kind: 'lost', start, end: end - 1, place, index } : undefined;
}

/** The phrase ends at a place with all but its first one or two characters: the one slip in these. */
export function slipBefore(text: string, end: number, phrase: string): Slip | undefined {
  const { length } = phrase;
  let same = 2;
  while (same < length && text.charCodeAt(end - same - 1) === phrase.charCodeAt(length - same - 1)) same++;
  const index = length - same - 1;
  if (index < 0 || index > 1 || !isHanAt(phrase, index)) return undefined;
  const place = end - same - 1;
  const start = end - length;
  const [first, second] = [phrase.charAt(0), phrase.charAt(1)];
  const isFirstAt = (at: number): boolean => index === 0 || text.charAt(at) === first;
  if (isHanAt(text, place)) {
    const written = text.charAt(place);
    if (isFirstAt(place - 1)) return { kind: likeness(written, phrase.charAt(index)), start, end, place, index };
    if (index === 1 && written === first && text.charAt(place - 1) === second)
      return { kind: 'exchanged', start, end, place, index };
    if (text.charAt(place - 1) === phrase.charAt(index) && isFirstAt(place - 2))
      return { kind: 'extra', start: start - 1, end, place, index };
  }
  return isFirstAt(place) ? { kind: 'lost', start: start + 1, end, place: place + 1, index } : undefined;
}
