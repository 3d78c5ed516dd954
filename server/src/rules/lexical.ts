import { isMasked, masksOf } from '../report/masks.ts';
import type { ProseContent } from '../report/prose-content.ts';
import type { Mask, Prose, Report } from '../report/report.ts';
import { CueIndex } from '../text/cues.ts';

/**
 * What a rule looks for in prose. The patterns of all rules are looked for together: one pass over a paragraph tells
 * which of them it can hold at all, and what they hit is noted with the paragraph's content until that changes.
 */
export interface Lexical {
  readonly pattern: RegExp;
  /** Masks that a hit may not touch. */
  readonly avoid: readonly Mask['kind'][];
}

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

/** Beyond so many hits of one pattern the draft is no draft; who asks gets these. */
const MOST_HITS = 20_001;

const known: { readonly lexical: Lexical; readonly cues: Iterable<string> | undefined }[] = [];

/** Makes a global pattern one of those that are looked for together. For constants of a module. */
export function lexical(pattern: RegExp, { cues, avoid = ALL_MASKS }: Search = {}): Lexical {
  const made = { pattern, avoid };
  known.push({ lexical: made, cues });
  return made;
}

type Found = readonly (readonly [Lexical, readonly Match[]])[];

/** All patterns that were known when it was made. */
class Lexicon {
  readonly size = known.length;
  readonly #cues = new CueIndex(known.map(({ cues }) => cues));

  /** A constant function, since it names what was found among the notes of a content. */
  readonly find = (content: ProseContent): Found => this.search(content, undefined);

  search(content: ProseContent, without: ReadonlySet<Lexical> | undefined): Found {
    const found: [Lexical, readonly Match[]][] = [];
    for (const index of this.#cues.possible(content.text)) {
      const lexical = known[index]?.lexical;
      if (!lexical || without?.has(lexical)) continue;
      const matches = matchesOf(lexical, content);
      if (matches.length > 0) found.push([lexical, matches]);
    }
    return found;
  }
}

let lexicon: Lexicon | undefined;

function theLexicon(): Lexicon {
  if (lexicon?.size !== known.length) lexicon = new Lexicon();
  return lexicon;
}

function matchesOf({ pattern, avoid }: Lexical, content: ProseContent): Match[] {
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

interface Place {
  readonly paragraph: Prose;
  readonly matches: readonly Match[];
}

interface Places {
  readonly of: ReadonlyMap<Lexical, readonly Place[]>;
  readonly lexicon: Lexicon;
}

const searched = new WeakMap<readonly Prose[], Places>();

/** Where a pattern stands, in the order of the text. */
export function placesOf({ prose }: Report, lexical: Lexical): readonly Place[] {
  const lexicon = theLexicon();
  let places = searched.get(prose);
  if (places?.lexicon !== lexicon) {
    places = { of: search(prose, lexicon), lexicon };
    searched.set(prose, places);
  }
  return places.of.get(lexical) ?? [];
}

function search(prose: readonly Prose[], lexicon: Lexicon): ReadonlyMap<Lexical, readonly Place[]> {
  const places = new Map<Lexical, Place[]>();
  const counts = new Map<Lexical, number>();
  const plenty = new Set<Lexical>();
  for (const paragraph of prose) {
    const { content } = paragraph;
    // What is no longer looked for would be missing in a note.
    const found = plenty.size === 0 ? content.note(lexicon.find) : lexicon.search(content, plenty);
    for (const [lexical, matches] of found) {
      const count = (counts.get(lexical) ?? 0) + matches.length;
      counts.set(lexical, count);
      if (count > MOST_HITS) plenty.add(lexical);
      const list = places.get(lexical);
      if (list) list.push({ paragraph, matches });
      else places.set(lexical, [{ paragraph, matches }]);
    }
  }
  return places;
}
