import { isHan } from '../characters.ts';
import type { Span } from '../span.ts';
import { type Dictionary, NOTHING, type Pair } from './dictionary.ts';
import type { Lexicon, Phrase, Reading } from './lexicon.ts';
import { isRightWord } from './right-words.ts';
import { type Slip, type SlipKind, slipBefore, slipBehind } from './slips.ts';
import { isPlaceName } from './word-slips.ts';
import { COSTS, pairCost, rarePairs, singleCost } from './words.ts';

/** Where a text differs from a set phrase by one slip. Offsets are the text's. */
export interface NearMiss {
  readonly start: number;
  readonly end: number;
  readonly phrase: string;
  readonly slip: SlipKind;
  /** How much better the text reads with the phrase. */
  readonly gain: number;
}

/** How much of the text on each side of a place is read with it. */
const CONTEXT = 7;

/** A stretch of text around a slip, as it is and as it would be with the phrase. */
interface Comparison {
  readonly written: Reading;
  readonly meant: Reading;
  readonly gain: number;
  /** Where the stretch begins in the text. */
  readonly from: number;
}

/**
 * Set phrases that stand in a text with one slip. A slip counts only where it leaves the words around it no better
 * reading: a real word that lies one slip away reads as well as the phrase does.
 */
export function nearMisses(text: string, dictionary: Dictionary): NearMiss[] {
  const found: NearMiss[] = [];
  for (let at = 0; at + 1 < text.length; at++) {
    const code = text.charCodeAt(at);
    if (!isHan(code)) continue;
    if (code === text.charCodeAt(at + 1)) add(found, doubledAt(text, dictionary.lexicon, at));
    const pair = dictionary.at(text, at);
    if (pair !== NOTHING) lookAt(text, at, pair, dictionary.lexicon, found);
  }
  return withoutOverlaps(found);
}

function add(found: NearMiss[], miss: NearMiss | undefined): void {
  if (miss) found.push(miss);
}

function lookAt(text: string, at: number, pair: Pair, lexicon: Lexicon, found: NearMiss[]): void {
  const { heads, tails, sound, look, exchanged } = pair;
  if (heads) {
    const [next, second] = [text.charCodeAt(at + 2), text.charCodeAt(at + 3)];
    lookBehind(text, at, heads.get(next), Number.NaN, lexicon, found);
    if (second !== next) lookBehind(text, at, heads.get(second), next, lexicon, found);
  }
  if (tails) {
    const [next, second] = [text.charCodeAt(at - 1), text.charCodeAt(at - 2)];
    lookBefore(text, at + 2, tails.get(next), Number.NaN, lexicon, found);
    if (second !== next) lookBefore(text, at + 2, tails.get(second), next, lexicon, found);
  }
  if (sound) add(found, wordMiss(text, lexicon, sound, at, 'sound'));
  if (look && look !== sound) add(found, wordMiss(text, lexicon, look, at, 'look'));
  if (exchanged) add(found, wordMiss(text, lexicon, exchanged, at, 'exchanged'));
}

type Phrases = readonly Phrase[] | undefined;

/** @param seen the character by which some of the phrases have been looked at before */
function lookBehind(
  text: string,
  start: number,
  phrases: Phrases,
  seen: number,
  lexicon: Lexicon,
  found: NearMiss[],
): void {
  if (!phrases) return;
  for (const phrase of phrases) {
    const isSeen = phrase.text.charCodeAt(2) === seen || phrase.text.charCodeAt(3) === seen;
    if (isSeen || !mayEndAs(text, start, phrase)) continue;
    const slip = slipBehind(text, start, phrase.text);
    if (slip) add(found, phraseMiss(text, lexicon, phrase, slip));
  }
}

function lookBefore(
  text: string,
  end: number,
  phrases: Phrases,
  seen: number,
  lexicon: Lexicon,
  found: NearMiss[],
): void {
  if (!phrases) return;
  for (const phrase of phrases) {
    const { length } = phrase.text;
    const isSeen = phrase.text.charCodeAt(length - 3) === seen || phrase.text.charCodeAt(length - 4) === seen;
    if (isSeen || !mayBeginAs(text, end, phrase)) continue;
    const slip = slipBefore(text, end, phrase.text);
    if (slip) add(found, phraseMiss(text, lexicon, phrase, slip));
  }
}

/** Hardly any phrase passes: with one slip, its last character stands in its place or beside it, or the one before does. */
function mayEndAs(text: string, start: number, { text: phrase }: Phrase): boolean {
  const { length } = phrase;
  const last = phrase.charCodeAt(length - 1);
  const end = start + length;
  const near = text.charCodeAt(end - 2);
  return (
    text.charCodeAt(end - 1) === last ||
    near === last ||
    text.charCodeAt(end) === last ||
    near === phrase.charCodeAt(length - 2)
  );
}

/** The same for its first. */
function mayBeginAs(text: string, end: number, { text: phrase }: Phrase): boolean {
  const first = phrase.charCodeAt(0);
  const start = end - phrase.length;
  const near = text.charCodeAt(start + 1);
  return (
    text.charCodeAt(start) === first ||
    near === first ||
    text.charCodeAt(start - 1) === first ||
    near === phrase.charCodeAt(1)
  );
}

const phraseMiss = (text: string, lexicon: Lexicon, phrase: Phrase, slip: Slip): NearMiss | undefined =>
  missBy(text, lexicon, phrase, slip) ?? missBy(text, lexicon, phrase, lostAtEnd(text, phrase, slip));

/** 财政预决算公工作: what stands where 开 should begins a word, and 开 is lost. 信息发布审签 has another last character. */
function lostAtEnd(text: string, { text: { length } }: Phrase, slip: Slip): Slip | undefined {
  const { kind, index, end, place } = slip;
  if ((pairCost(text.charAt(place), text.charAt(place + 1)) ?? COSTS.rare) >= COSTS.rare) return undefined;
  const isOther = kind !== 'lost' && kind !== 'extra' && kind !== 'exchanged';
  return isOther && index === length - 1 && length >= LEAST_TO_LOSE
    ? { ...slip, kind: 'lost', end: end - 1 }
    : undefined;
}

/** Of so long a phrase enough is left when its last character is lost. */
const LEAST_TO_LOSE = 6;

function missBy(text: string, lexicon: Lexicon, phrase: Phrase, slip: Slip | undefined): NearMiss | undefined {
  if (!slip || !isPossible(text, phrase, slip)) return undefined;
  const compared = compare(text, lexicon, phrase.text, slip);
  if (!isSlip(text, phrase, slip, compared)) return undefined;
  return { start: slip.start, end: slip.end, phrase: phrase.text, slip: slip.kind, gain: compared.gain };
}

const isHanAt = (text: string, at: number): boolean => isHan(text.charCodeAt(at));

/** A cheap test before the words around a slip are read. */
function isPossible(text: string, phrase: Phrase, slip: Slip): boolean {
  const { kind, index, place } = slip;
  const { length } = phrase.text;
  if (kind === 'lost') return mayBeLost(text, phrase.text, slip);
  if (index === 0 || index === length - 1) {
    // 电子信息平台 is no 电子信息屏.
    if (isWordWithOutside(text, index === 0, place)) return false;
  }
  if (kind === 'extra') return mayBeExtra(text, length, place);
  // 法人和其他组织, 法人或其他组织: one particle for another is a choice.
  if (isParticle(phrase.text.charAt(index)) && isParticle(text.charAt(place))) return false;
  return kind === 'other' ? mayBeOther(text, phrase, slip) : length >= 4;
}

/** Whether a character of the phrase lies at neither end, or the text's word ends where the phrase does. */
function isClosed(text: string, { length }: string, { index, start, end }: Slip): boolean {
  if (index > 0 && index < length - 1) return true;
  return index === 0 ? isEdge(text, start - 1) : isEdge(text, end);
}

/** A character that neither sounds nor looks like the phrase's. */
function mayBeOther(text: string, { text: phrase, isFixed }: Phrase, slip: Slip): boolean {
  const { index, place } = slip;
  if (phrase.length < 6) return false;
  if (isFixed) return isClosed(text, phrase, slip);
  return index > 0 && index < phrase.length - 1 && isLoose(text, place);
}

function mayBeLost(text: string, phrase: string, slip: Slip): boolean {
  const { index, end } = slip;
  const { length } = phrase;
  const meant = phrase.charAt(index);
  if (isParticle(meant)) return false;
  if (index === length - 1) return mayBeLostAtEnd(text, phrase, slip);
  // 发展和改革委会同…: what would be the phrase’s last character begins another word.
  if (index === length - 2 && pairCost(text.charAt(end - 1), text.charAt(end)) !== undefined) return false;
  return length >= 5 && isClosed(text, phrase, slip);
}

function mayBeLostAtEnd(text: string, phrase: string, slip: Slip): boolean {
  const { length } = phrase;
  if (ENDS_BY_ITSELF.has(phrase.charAt(length - 2))) return false;
  // 住房和城乡建设 is no 住房和城乡建设局: what stands alone is no part of a word that was lost.
  if (length >= LEAST_TO_LOSE) {
    return isClosed(text, phrase, slip) || singleCost(phrase.charAt(length - 1)) === COSTS.other;
  }
  return isEdge(text, slip.end);
}

/** In a short phrase only a character that is written twice. */
function mayBeExtra(text: string, length: number, place: number): boolean {
  const written = text.charAt(place);
  if (singleCost(written) < COSTS.other) return false;
  return length >= 5 || written === text.charAt(place - 1) || written === text.charAt(place + 1);
}

/** 申请数, 底数清、责任清, 编辑初审、领导审: what reads as whole with these, and has lost nothing. */
const ENDS_BY_ITSELF = new Set('数清明畅准审查评抽督实流');

const isWordWithOutside = (text: string, isFirst: boolean, place: number): boolean =>
  (isFirst
    ? pairCost(text.charAt(place - 1), text.charAt(place))
    : pairCost(text.charAt(place), text.charAt(place + 1))) !== undefined;

/** A character that makes no word with either neighbour, and is none by itself. */
const isLoose = (text: string, place: number): boolean =>
  singleCost(text.charAt(place)) === COSTS.other &&
  [place - 1, place].every((at) => {
    const [first, second] = [text.charAt(at), text.charAt(at + 1)];
    return pairCost(first, second) === undefined && !rarePairs().has(first + second);
  });

const isParticle = (character: string): boolean => singleCost(character) === COSTS.particle;

/** Does a word end here? In 村（居）民委员会 none does behind the bracket. */
const isEdge = (text: string, at: number): boolean =>
  !isHanAt(text, at) && text.charAt(at) !== '）' && text.charAt(at) !== ')';

/** Less tells a word of two characters from others: the words beside it must end where it begins, and begin where it ends. */
function wordMiss(text: string, lexicon: Lexicon, word: string, start: number, slip: SlipKind): NearMiss | undefined {
  const end = start + 2;
  if (isPlaceName(text, end) || JOINS.has(text.charAt(start)) || JOINS.has(text.charAt(start + 1))) return undefined;
  const { written, meant, gain, from } = compare(text, lexicon, word, { start, end });
  const isApart = !meant.alone.has(start - 1 - from) && !meant.alone.has(end - from);
  const isBroken = [start - from, end - 1 - from].some((at) => written.alone.has(at) || written.halves.has(at));
  // 《条利》: nothing beside it helps to read.
  const isTitle = text.charAt(start - 1) === '《' && text.charAt(end) === '》';
  return isApart && isBroken && gain >= LEAST_GAIN_OF_WORD - (isTitle ? 1 : 0)
    ? { start, end, phrase: word, slip, gain }
    : undefined;
}

/**
 * 审核核: a character that is written again behind a word and begins no other. 公路路政, 搭建建（构）筑物 are right: there
 * another word follows the second.
 */
function doubledAt(text: string, lexicon: Lexicon, at: number): NearMiss | undefined {
  if (isRightDouble(text, at)) return undefined;
  const [start, end] = [at - 1, at + 2];
  const phrase = text.slice(start, at + 1);
  const { written, meant, gain, from } = compare(text, lexicon, phrase, { start, end });
  const isApart = !meant.alone.has(start - 1 - from) && (!isHanAt(text, end) || !meant.singles.has(end - 1 - from));
  const isBroken = written.singles.has(at - from) || written.singles.has(at + 1 - from);
  return isApart && isBroken && gain >= LEAST_GAIN_OF_DOUBLE ? { start, end, phrase, slip: 'extra', gain } : undefined;
}

/** Whether a doubled character is right as it stands, or no word ends with it. */
function isRightDouble(text: string, at: number): boolean {
  const char = text.charAt(at);
  if (at < 1 || singleCost(char) === COSTS.particle || NEVER_TWICE_BY_SLIP.has(char)) return true;
  const [ahead, before, behind] = [text.charAt(at - 2), text.charAt(at - 1), text.charAt(at + 2)];
  if (behind === char || before === behind || ahead === char || ahead === before) return true;
  if (pairCost(before, char) === undefined) return true;
  return '（('.includes(behind || ' ') || rarePairs().has(char + behind);
}

/** 各县县直单位, 公路路网, 库区 behind 水库, 立法法, 主任任组长: these end one word and begin the next. */
const NEVER_TWICE_BY_SLIP = new Set('任长员省市州县区旗镇乡村街路库法反局委站所科室车船港气水');

/** What joins words is seldom half of one. */
const JOINS = new Set('按是除的不为以在和与及或对将被从由于到其之而且也都又');

const LEAST_GAIN_OF_WORD = 9;
const LEAST_GAIN_OF_DOUBLE = 6;

function compare(text: string, lexicon: Lexicon, phrase: string, { start, end }: Span): Comparison {
  let from = start;
  while (from > 0 && start - from < CONTEXT && isHanAt(text, from - 1)) from--;
  let to = end;
  while (to < text.length && to - end < CONTEXT && isHanAt(text, to)) to++;
  const written = lexicon.read(text.slice(from, to));
  const meant = lexicon.read(text.slice(from, start) + phrase + text.slice(end, to));
  return { written, meant, gain: written.cost - meant.cost, from };
}

const LEAST_GAIN: Readonly<Record<SlipKind, number>> = {
  sound: 4,
  'near-sound': 5,
  look: 5,
  other: 5,
  lost: 6,
  extra: 8,
  exchanged: 5,
};

function isSlip(
  text: string,
  phrase: Phrase,
  { kind, place, index }: Slip,
  { written, gain, from }: Comparison,
): boolean {
  if (gain < LEAST_GAIN[kind]) return false;
  const isLostInside = kind === 'lost' && index < phrase.text.length - 1;
  const isAlone = (at: number): boolean =>
    written.alone.has(at - from) || (isLostInside && written.halves.has(at - from));
  const isBroken = isAlone(place) || (kind !== 'extra' && (isAlone(place - 1) || isAlone(place + 1)));

  if (kind !== 'sound') return isBroken;
  if (isBroken) return true;
  // A real word: only those that nobody writes in this place count.
  const mayBeParticle = isParticle(text.charAt(place)) && !(OPENS.has(text.charAt(place)) && isEdge(text, place + 1));
  return phrase.text.length >= 4 && !mayBeParticle && !isRightWord(text, place, phrase.text.charAt(index));
}

/** Particles that need a word behind them: at the end of a clause they are none. */
const OPENS = new Set('全该此每各按把被向从将由较很更最与和或及且而可应需须则未不本我第');

/** Of those that overlap, the one with which the text reads best; of these the longest. */
function withoutOverlaps(found: NearMiss[]): NearMiss[] {
  if (found.length < 2) return found;
  found.sort((a, b) => b.gain - a.gain || b.phrase.length - a.phrase.length || a.start - b.start);
  const kept: NearMiss[] = [];
  for (const miss of found) {
    if (!kept.some(({ start, end }) => miss.start < end && start < miss.end)) kept.push(miss);
  }
  return kept.sort((a, b) => a.start - b.start);
}
