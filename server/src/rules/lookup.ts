import type { ProseContent } from '../report/prose-content.ts';
import type { Prose, Report } from '../report/report.ts';
import { type Cue, CueIndex } from '../text/cues.ts';

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

interface Known extends Wanted {
  readonly find: (content: ProseContent) => readonly unknown[];
}

const known: Known[] = [];

/** Makes something one of those that are looked for together. For constants of a module. */
export function lookup<T>(find: (content: ProseContent) => readonly T[], wanted: Wanted = {}): Lookup<T> {
  known.push({ ...wanted, find });
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

  /** Constant functions, since they name what was found among the notes of a content and of a report. */
  readonly find = (content: ProseContent): Found => this.search(content, undefined);
  readonly places = ({ prose }: Report): readonly (Places | undefined)[] => search(prose, this);

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

/** Where something stands in a draft: indexes of paragraphs, and what each of them holds. */
interface Places {
  readonly paragraphs: number[];
  readonly finds: (readonly unknown[])[];
  count: number;
}

export interface Place<T> {
  readonly paragraph: Prose;
  /** Of the paragraph, in the report's prose. */
  readonly index: number;
  readonly found: readonly T[];
}

/** The paragraphs in which something was found, in the order of the text. */
export function placesOf<T>(report: Report, { number }: Lookup<T>): readonly Place<T>[] {
  const { prose, notes } = report;
  const all = notes.of(allLookups().places, report)[number];
  if (!all) return NOWHERE;
  const places: Place<T>[] = [];
  for (const [at, index] of all.paragraphs.entries()) {
    const paragraph = prose[index];
    if (paragraph) places.push({ paragraph, index, found: all.finds[at] as readonly T[] });
  }
  return places;
}

const NOWHERE: readonly never[] = [];

function search(prose: readonly Prose[], by: Lookups): readonly (Places | undefined)[] {
  const all = new Array<Places | undefined>(by.size).fill(undefined);
  const plenty = new Set<number>();
  let index = 0;
  for (const { content } of prose) {
    // What is no longer looked for would be missing in a note.
    const { numbers, finds } = plenty.size === 0 ? content.note(by.find) : by.search(content, plenty);
    for (let at = 0; at < numbers.length; at++) {
      const number = numbers[at] ?? 0;
      const found = finds[at] ?? [];
      const places = all[number] ?? { paragraphs: [], finds: [], count: 0 };
      all[number] = places;
      places.paragraphs.push(index);
      places.finds.push(found);
      places.count += found.length;
      if (places.count > (known[number]?.most ?? Number.POSITIVE_INFINITY)) plenty.add(number);
    }
    index++;
  }
  return all;
}
