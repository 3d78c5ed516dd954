import { paragraphFact, reportFact } from '../../report/fact.ts';
import type { Prose, ProseContent, Report } from '../../report/report.ts';
import { type Cue, CueIndex } from '../../text/cues.ts';

/**
 * What a rule looks for in each paragraph. All rules look together: one pass over a paragraph tells which things it can
 * hold at all, and what was found is noted with the paragraph's content until that changes. So it may follow from the
 * paragraph's text alone; section, year and settings are the rule's to ask about afterwards.
 */
export interface Lookup<T> {
  /** Its place among all. */
  readonly number: number;
  readonly find: (content: ProseContent) => readonly T[];
}

export interface Wanted {
  /** Of which a paragraph must hold one for anything to be found. Left out: every paragraph is looked at. */
  readonly cues?: Iterable<Cue>;
  /** Beyond so many finds a draft is no draft; who asks gets these. */
  readonly most?: number;
}

interface Known {
  readonly find: (content: ProseContent) => readonly unknown[];
  readonly cues: Iterable<Cue> | undefined;
  readonly most: number;
}

const known: Known[] = [];

/** Makes something one of those that are looked for together. For constants of a module. */
export function lookup<T>(
  find: (content: ProseContent) => readonly T[],
  { cues, most = Number.POSITIVE_INFINITY }: Wanted = {},
): Lookup<T> {
  known.push({ find, cues, most });
  return { number: known.length - 1, find };
}

/** What one content holds: numbers of lookups, and what each of them found. */
interface Found {
  readonly numbers: readonly number[];
  readonly finds: readonly (readonly unknown[])[];
}

const NOTHING: Found = { numbers: [], finds: [] };

/** All that was known when it was made. */
class Lookups {
  readonly size = known.length;
  readonly #cues = new CueIndex(known.map(({ cues }) => cues));

  readonly find = paragraphFact((content): Found => this.search(content, undefined));
  readonly places = reportFact(({ prose }): AllPlaces => search(prose, this));

  search(content: ProseContent, without: ReadonlySet<number> | undefined): Found {
    const numbers: number[] = [];
    const finds: (readonly unknown[])[] = [];
    for (const number of this.#cues.possible(content.text)) {
      if (without?.has(number)) continue;
      const found = known[number]?.find(content);
      if (!found || found.length === 0) continue;
      numbers.push(number);
      finds.push(found);
    }
    return numbers.length > 0 ? { numbers, finds } : NOTHING;
  }
}

let lookups: Lookups | undefined;

function allLookups(): Lookups {
  if (lookups?.size !== known.length) lookups = new Lookups();
  return lookups;
}

export interface Place<T> {
  readonly paragraph: Prose;
  /** Of the paragraph, in the report's prose. */
  readonly index: number;
  readonly found: readonly T[];
}

/** Where something stands in a draft, and how often. */
interface Places {
  readonly list: Place<unknown>[];
  readonly most: number;
  count: number;
}

/** Of every lookup. */
type AllPlaces = readonly (Places | undefined)[];

/** The paragraphs in which something was found, in the order of the text. */
export function placesOf<T>(report: Report, { number }: Lookup<T>): readonly Place<T>[] {
  return (allLookups().places(report)[number]?.list ?? NOWHERE) as readonly Place<T>[];
}

const NOWHERE: readonly never[] = [];

function search(prose: readonly Prose[], by: Lookups): AllPlaces {
  const all = new Array<Places | undefined>(by.size).fill(undefined);
  const plenty = new Set<number>();
  let index = 0;
  for (const paragraph of prose) {
    const { content } = paragraph;
    // What is no longer looked for would be missing in a fact of the paragraph.
    const { numbers, finds } = plenty.size === 0 ? by.find(content) : by.search(content, plenty);
    for (let at = 0; at < numbers.length; at++) {
      const number = numbers[at] ?? 0;
      const found = finds[at] ?? NOWHERE;
      const places = all[number] ?? { list: [], most: known[number]?.most ?? 0, count: 0 };
      all[number] = places;
      places.list.push({ paragraph, index, found });
      places.count += found.length;
      if (places.count > places.most) plenty.add(number);
    }
    index++;
  }
  return all;
}
