import { isMasked, masksIn, masksOfKinds } from '../../report/prose/masks.ts';
import type { Mask, ProseContent } from '../../report/report.ts';
import { type Lookup, lookup } from './lookup.ts';

/** A pattern that a rule looks for in prose, together with the patterns of all others. */
export type Lexical = Lookup<Match>;

export interface Search {
  /** Texts of which a paragraph must hold one for the pattern to match. Left out: every paragraph is searched. */
  readonly cues?: Iterable<string>;
  /** A part of every match that is found sooner than the whole. */
  readonly needs?: RegExp;
  /** Masks that a hit may not touch; all kinds when left out. */
  readonly avoid?: readonly Mask['kind'][];
}

/** Offsets are the paragraph's. */
export interface Match {
  readonly start: number;
  readonly end: number;
  /** What the pattern's parentheses caught. */
  readonly groups: readonly string[];
}

const ALL_MASKS: readonly Mask['kind'][] = ['document-number', 'book-title', 'url', 'email', 'phone'];

/** Beyond so many hits of one pattern the draft is no draft. */
const MOST_HITS = 20_001;

/** Makes a global pattern one of those that are looked for together. For constants of a module. */
export const lexical = (pattern: RegExp, search: Search = {}): Lexical =>
  matching((text) => matchesOf(text, pattern), search);

/** The same for matches that are found in another way than by one pattern over the whole text. */
export const matching = (
  find: (text: string) => readonly Match[],
  { cues, needs, avoid = ALL_MASKS }: Search,
): Lexical =>
  lookup((content) => (needs?.test(content.text) === false ? NONE : outside(content, avoid, find(content.text))), {
    ...(cues && { cues }),
    most: MOST_HITS,
  });

function matchesOf(text: string, pattern: RegExp): Match[] {
  const matches: Match[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const start = match.index;
    const end = start + match[0].length;
    if (end === start) pattern.lastIndex++;
    matches.push({ start, end, groups: groupsOf(match) });
  }
  return matches;
}

const NONE: readonly Match[] = [];
const NO_GROUPS: readonly string[] = [];

const groupsOf = (match: RegExpExecArray): readonly string[] =>
  match.length === 1 ? NO_GROUPS : match.slice(1).map((group: string | undefined) => group ?? '');

function outside(content: ProseContent, avoid: readonly Mask['kind'][], matches: readonly Match[]): readonly Match[] {
  if (avoid.length === 0 || matches.length === 0) return matches;
  const all = masksIn(content);
  if (all.length === 0) return matches;
  const masks = avoid === ALL_MASKS ? all : masksOfKinds(all, avoid);
  return masks.length === 0 ? matches : matches.filter(({ start, end }) => !isMasked(masks, start, end));
}
