import { paragraphFact, reportFact } from '../../report/fact.ts';
import { isMasked, masksIn, masksOfKinds } from '../../report/prose/masks.ts';
import { spanIn } from '../../report/prose/span-in.ts';
import type { Mask, Prose, ProseContent, Report } from '../../report/report.ts';
import { isHighSurrogate, isLowSurrogate } from '../../text/characters.ts';
import { type Cue, CueIndex } from '../../text/cues.ts';
import { matchesIn } from '../../text/matches.ts';
import type { Span } from '../../text/span.ts';
import { cuesOf } from './prefilter.ts';

/** A stretch that was found, in offsets of its paragraph. */
export interface Found {
  readonly start: number;
  readonly end: number;
}

/** A match of a wording or a pattern. */
export interface Match extends Found {
  /** The pattern's groups. */
  readonly groups: readonly string[];
}

/** A find with its place. `start` and `end` are offsets of the paragraph, `span` is the draft's. */
export type Hit<T extends Found = Match> = T & {
  readonly paragraph: Prose;
  readonly text: string;
  readonly span: Span;
};

/** A search over all paragraphs. */
export interface Search<T extends Found = Match> {
  /** Its place among all searches. */
  readonly number: number;
  readonly find: (content: ProseContent) => readonly T[];
}

export interface SearchOptions {
  /** Masks that a hit may not touch: all kinds for a wording or a pattern, none for a function, when left out. */
  readonly avoid?: readonly Mask['kind'][];
}

export interface FunctionOptions extends SearchOptions {
  /** Wordings and patterns of which a paragraph must match one for the function to find anything. Left out: it is asked for every paragraph. */
  readonly from?: readonly (string | RegExp)[];
}

interface Known {
  readonly find: (content: ProseContent) => readonly Found[];
  /** A paragraph must match one of these for anything to be found; undefined where it need not. */
  readonly needed: readonly (string | RegExp)[] | undefined;
}

const known: Known[] = [];

/** The most hits of one search: a text with more is no draft. */
const MOST_HITS = 20_001;

const ALL_MASKS: readonly Mask['kind'][] = ['document-number', 'book-title', 'url', 'email', 'phone'];

/**
 * A search for a wording, for a global pattern, or for what a function finds in a paragraph. For constants of a module.
 * All searches are made together, and what one finds is remembered with the paragraph: so it must follow from the
 * paragraph's text alone, and section, year and settings are asked about afterwards.
 */
export function search(sought: string | RegExp, options?: SearchOptions): Search;
export function search<T extends Found>(
  find: (content: ProseContent) => readonly T[],
  options?: FunctionOptions,
): Search<T>;
export function search(
  sought: string | RegExp | ((content: ProseContent) => readonly Found[]),
  options: FunctionOptions = {},
): Search<Found> {
  const isFunction = typeof sought === 'function';
  const { avoid = isFunction ? [] : ALL_MASKS, from } = options;
  const find = isFunction ? sought : finderOf(sought);
  const needed = isFunction ? from : [sought];
  const outside = avoid.length === 0 ? find : (content: ProseContent) => outsideMasks(content, avoid, find(content));
  known.push({ find: outside, needed });
  return { number: known.length - 1, find: outside };
}

function cuesOfAny({ needed }: Known): readonly Cue[] | undefined {
  if (!needed) return undefined;
  const cues: Cue[] = [];
  for (const each of needed) {
    const own = cuesOf(each);
    if (!own) return undefined;
    cues.push(...own);
  }
  return cues;
}

function finderOf(sought: string | RegExp): (content: ProseContent) => readonly Match[] {
  if (typeof sought === 'string') return ({ text }) => placesOf(text, sought);
  return ({ text }) =>
    matchesIn(text, sought).map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      groups: match.length === 1 ? NO_GROUPS : match.slice(1).map((group: string | undefined) => group ?? ''),
    }));
}

const NO_GROUPS: readonly string[] = [];

function placesOf(text: string, wording: string): Match[] {
  const places: Match[] = [];
  for (let start = text.indexOf(wording); start >= 0; ) {
    const end = start + wording.length;
    places.push({ start, end, groups: NO_GROUPS });
    start = text.indexOf(wording, end);
  }
  return places;
}

function outsideMasks<T extends Found>(
  content: ProseContent,
  avoid: readonly Mask['kind'][],
  found: readonly T[],
): readonly T[] {
  const all = found.length === 0 ? [] : masksIn(content);
  const masks = avoid === ALL_MASKS ? all : masksOfKinds(all, avoid);
  return masks.length === 0 ? found : found.filter(({ start, end }) => !isMasked(masks, start, end));
}

/** The finds of one paragraph: numbers of searches, and what each of them found. */
interface FoundHere {
  readonly numbers: readonly number[];
  readonly finds: readonly (readonly Found[])[];
}

const NOTHING: FoundHere = { numbers: [], finds: [] };

/** Where one search found something in a draft, and how often. */
interface Places {
  readonly list: { readonly paragraph: Prose; readonly found: readonly Found[] }[];
  count: number;
}

/** All searches that were known when it was made. */
class Searches {
  readonly size = known.length;
  readonly #prefilter = new CueIndex(known.map(cuesOfAny));

  readonly in = paragraphFact((content): FoundHere => this.#find(content, undefined));
  readonly places = reportFact((report) => this.#findAll(report));

  #find(content: ProseContent, without: ReadonlySet<number> | undefined): FoundHere {
    const numbers: number[] = [];
    const finds: (readonly Found[])[] = [];
    for (const number of this.#prefilter.possible(content.text)) {
      if (without?.has(number)) continue;
      const found = known[number]?.find(content);
      if (!found || found.length === 0) continue;
      numbers.push(number);
      finds.push(found);
    }
    return numbers.length > 0 ? { numbers, finds } : NOTHING;
  }

  #findAll({ prose }: Report): readonly (Places | undefined)[] {
    const all = new Array<Places | undefined>(this.size).fill(undefined);
    const plenty = new Set<number>();
    for (const paragraph of prose) {
      const { content } = paragraph;
      // A paragraph's cached finds must be complete, so that a search that was stopped is run without the cache.
      const { numbers, finds } = plenty.size === 0 ? this.in(content) : this.#find(content, plenty);
      for (let at = 0; at < numbers.length; at++) {
        const number = numbers[at] ?? 0;
        const found = finds[at] ?? [];
        const places = all[number] ?? { list: [], count: 0 };
        all[number] = places;
        places.list.push({ paragraph, found });
        places.count += found.length;
        if (places.count >= MOST_HITS) plenty.add(number);
      }
    }
    return all;
  }
}

let searches: Searches | undefined;

function allSearches(): Searches {
  if (searches?.size !== known.length) searches = new Searches();
  return searches;
}

const NO_HITS: readonly never[] = [];

/** Every hit of a search, in the order of the text. */
export function hitsOf<T extends Found>(report: Report, { number }: Search<T>): readonly Hit<T>[] {
  const places = allSearches().places(report)[number];
  if (!places) return NO_HITS;
  const hits: Hit<T>[] = [];
  for (const { paragraph, found } of places.list) {
    // What stands under the number of a search is what its own function found.
    for (const each of found as readonly T[]) hits.push(toHit(paragraph, each));
  }
  return hits;
}

/** The hits of each paragraph that has any. */
export function byParagraph<T extends Found>(
  hits: readonly Hit<T>[],
): readonly (readonly [Prose, readonly Hit<T>[]])[] {
  const groups = new Map<Prose, Hit<T>[]>();
  for (const hit of hits) {
    const group = groups.get(hit.paragraph);
    if (group) group.push(hit);
    else groups.set(hit.paragraph, [hit]);
  }
  return [...groups];
}

/**
 * A hit never begins or ends inside a surrogate pair. Object.assign, because a spread of finds of many shapes takes V8
 * three times as long.
 */
function toHit<T extends Found>(paragraph: Prose, found: T): Hit<T> {
  const { text: whole } = paragraph;
  const isCutAt = (at: number): boolean =>
    isHighSurrogate(whole.charCodeAt(at - 1)) && isLowSurrogate(whole.charCodeAt(at));
  const start = isCutAt(found.start) ? found.start - 1 : found.start;
  const end = isCutAt(found.end) ? found.end + 1 : found.end;
  const place = { start, end, paragraph, text: whole.slice(start, end), span: spanIn(paragraph, start, end) };
  return Object.assign({}, found, place);
}

/** A hit for a stretch of a paragraph that was not searched for. */
export const hitAt = (paragraph: Prose, start: number, end: number, groups: readonly string[] = NO_GROUPS): Hit =>
  toHit(paragraph, { start, end, groups });

/** For the test of the prefilter: what all searches find with it, and without it, by their numbers. */
export function findBothWays(content: ProseContent): { readonly withIt: FoundHere; readonly withoutIt: FoundHere } {
  const finds = known.map(({ find }) => find(content));
  const numbers = finds.flatMap((found, number) => (found.length > 0 ? [number] : []));
  const withoutIt = { numbers, finds: finds.filter((found) => found.length > 0) };
  return { withIt: allSearches().in(content), withoutIt };
}

/** For the build: every pattern of which the prefilter knows what its matches contain. */
export const soughtPatterns = (): readonly RegExp[] =>
  known.flatMap(({ needed = [] }) => needed.filter((each) => typeof each !== 'string'));
