import { isMasked, masksOf } from '../report/masks.ts';
import type { ProseContent } from '../report/prose-content.ts';
import type { Mask } from '../report/report.ts';
import { type Lookup, lookup } from './lookup.ts';

/** A pattern that a rule looks for in prose, together with the patterns of all others. */
export type Lexical = Lookup<Match>;

export interface Search {
  /** Texts of which a paragraph must hold one for the pattern to match. Left out: every paragraph is searched. */
  readonly cues?: Iterable<string>;
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
export const lexical = (pattern: RegExp, { cues, avoid = ALL_MASKS }: Search = {}): Lexical =>
  lookup((content) => matchesOf(content, pattern, avoid), { ...(cues && { cues }), most: MOST_HITS });

/** Where a global pattern matches, outside the masks to avoid. */
export function matchesOf(content: ProseContent, pattern: RegExp, avoid: readonly Mask['kind'][]): Match[] {
  const matches: Match[] = [];
  const { text } = content;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const start = match.index;
    const end = start + match[0].length;
    if (end === start) pattern.lastIndex++;
    if (avoid.length > 0 && isMasked(avoided(content, avoid), start, end)) continue;
    matches.push({ start, end, groups: match.slice(1).map((group: string | undefined) => group ?? '') });
  }
  return matches;
}

const avoided = ({ masks }: ProseContent, kinds: readonly Mask['kind'][]): readonly Mask[] =>
  kinds === ALL_MASKS ? masks : masksOf(masks, kinds);
