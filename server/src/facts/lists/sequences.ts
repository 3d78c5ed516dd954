import type { SectionNumber } from '../../forms/index.ts';
import { reportFact } from '../../report/fact.ts';
import { sectionIn } from '../../report/find.ts';
import { spanIn } from '../../report/prose/span-in.ts';
import type { Prose, Report } from '../../report/report.ts';
import { countWhile } from '../../text/ordered.ts';
import type { Span } from '../../text/span.ts';
import { sliceOf } from '../../text/span.ts';
import { type Hit, hitsOf } from '../search/search.ts';
import { type MarkerAt, NUMBERINGS, type Numbering, STYLES, type Style, writtenNumbers } from './markers.ts';

/**
 * The numbered items of the prose, read once for the rules on numbering. A list may contain another of the same style,
 * and a paragraph may continue the list of the one before. An item that fits none of these readings is a fault.
 */
export interface Marker {
  readonly style: Style;
  readonly value: number;
  readonly span: Span;
  /** The numeral alone, without brackets or 是. */
  readonly numeralSpan: Span;
  readonly text: string;
}

export interface Fault {
  readonly kind: 'duplicate' | 'gap' | 'missing-first';
  readonly marker: Marker;
  /** What the marker's number should have been. */
  readonly expected: number;
  /** The item before it in its list. */
  readonly previous: Marker | undefined;
  /** The items after it that follow its count. */
  readonly following: readonly Marker[];
  /** The next item counts on as if this one had the expected number: this number alone is wrong. */
  readonly isOdd: boolean;
}

export interface Sequence {
  readonly style: Style;
  readonly section: SectionNumber;
  readonly faults: readonly Fault[];
}

/** Sections whose text is prose; the tables' rows are numbered too and are no lists. */
const SECTIONS: readonly SectionNumber[] = [1, 5, 6];
/** Words that stand for the first item. */
const STANDS_FOR_FIRST = /首先|第一|其一|一方面|一要|一来|一则|[（(]\s?[1１]\s?[）)]|①/;
/** The line before ends in the middle of a reference: …第二十条第 / （一）项. */
const REFERENCE_GOES_ON = new Set('第条款和、及');

/** One sequence a style and section. */
export const sequencesOf: (report: Report) => readonly Sequence[] = reportFact(readSequences);

function readSequences(report: Report): Sequence[] {
  const numberings = hitsOf(report, NUMBERINGS);
  return SECTIONS.flatMap((section) => {
    const own = numberings.filter(({ paragraph }) => paragraph.section === section);
    return STYLES.flatMap((style) => {
      if (!own.some((numbering) => numbering[style].length > 0)) return [];
      const { count, faults } = new Reader(report, section, style).read(own);
      return count > 0 ? [{ style, section, faults }] : [];
    });
  });
}

/** A marker and where it stands. */
interface Placed {
  /** Its place in the draft. */
  readonly start: number;
  /** Whether it stands under another item, where lists start again. */
  readonly opens: 'all' | 'inner' | undefined;
  readonly at: MarkerAt;
  readonly value: number;
  readonly paragraph: Prose;
  /** Of the paragraph, in the report's prose. */
  readonly index: number;
}

interface List {
  readonly markers: Placed[];
  /** The next number that continues the list; after a repeated number also the one that follows it as printed. */
  next: readonly number[];
  /** The fault that the items to come follow: none before the first fault and after a break in the count. */
  fault?: FoundFault | undefined;
}

interface FoundFault extends Pick<Fault, 'kind' | 'expected' | 'isOdd'> {
  readonly marker: Placed;
  readonly previous: Placed | undefined;
  readonly following: Placed[];
}

/** Every 一是 opens a list, and nothing closes one: what was begun so many lists ago is not gone on with. */
const MOST_OPEN = 64;

class Reader {
  readonly #report: Report;
  readonly #section: SectionNumber;
  readonly #style: Style;
  readonly #markers: Placed[] = [];
  /** Which of them begin a list. */
  readonly #firsts: number[] = [];
  readonly #faults: FoundFault[] = [];
  /** number → how many markers have it */
  readonly #countOf: number[] = [];
  /** Open lists, the innermost last. */
  #open: List[] = [];
  /** Where the section has which number: read once a section and style, and only where a fault is near. */
  /** What the next marker will open: its item may have stood in a paragraph before. */
  #pending: Placed['opens'];
  #writtenPlaces: ReadonlyMap<number, readonly number[]> | undefined;

  constructor(report: Report, section: SectionNumber, style: Style) {
    this.#report = report;
    this.#section = section;
    this.#style = style;
  }

  read(numberings: readonly Hit<Numbering>[]): { readonly count: number; readonly faults: readonly Fault[] } {
    for (const numbering of numberings) this.#collect(numbering);
    for (const [index, marker] of this.#markers.entries()) {
      if (marker.opens === 'all') this.#open = [];
      if (marker.opens === 'inner') this.#open = this.#open.slice(0, 1);
      this.#add(marker, index);
    }
    return { count: this.#markers.length, faults: [...this.#repeatedFirst(), ...this.#faults].map(this.#toFault) };
  }

  #collect(numbering: Hit<Numbering>): void {
    const { paragraph } = numbering;
    const style = this.#style;
    // 一是 begins anew under every （一）; （一） and 1. number the section's paragraphs.
    let opens: Placed['opens'];
    if (style === 'is' && numbering.isItem) opens = 'all';
    if (style === 'digit' && numbering.isItem) opens = 'inner';
    this.#pending ??= opens;
    for (const at of numbering[style]) {
      const { start } = spanIn(paragraph, at.start, at.end);
      const marker = { at, value: at.value, paragraph, index: paragraph.index, start, opens: this.#pending };
      if (this.#isReference(marker)) continue;
      if (at.value === 1) this.#firsts.push(this.#markers.length);
      this.#markers.push(marker);
      this.#pending = undefined;
    }
  }

  /** （一）（一）（二）（三）: with one （二） only, the second （一） opens no list inside the first. */
  #repeatedFirst(): FoundFault[] {
    const [previous, marker, ...following] = this.#markers;
    if (this.#style === 'is' || previous?.value !== 1 || marker?.value !== 1 || following.length === 0) return [];
    if (!following.every(({ value }, index) => value === index + 2)) return [];
    return [{ kind: 'duplicate', marker, expected: 2, previous, following, isOdd: false }];
  }

  #isReference({ at, index }: Placed): boolean {
    if (at.start > 0 || this.#style === 'is') return false;
    const before = this.#paragraphBefore(index)?.text ?? '';
    return REFERENCE_GOES_ON.has(before.charAt(before.length - 1));
  }

  /** The paragraph before one, in its section. */
  #paragraphBefore(index: number): Prose | undefined {
    const { prose } = this.#report;
    for (let at = index - 1; at >= 0; at--) if (prose[at]?.section === this.#section) return prose[at];
    return undefined;
  }

  #add(marker: Placed, index: number): void {
    this.#countOf[marker.value] = (this.#countOf[marker.value] ?? 0) + 1;
    if (marker.value === 1) {
      this.#open.push({ markers: [marker], next: [2] });
      if (this.#open.length > MOST_OPEN) this.#open.shift();
      return;
    }
    const level = this.#open.findLastIndex((list) => list.next.includes(marker.value));
    const list = this.#open[level];
    if (list && !this.#isBehind(list, marker)) {
      this.#open.length = level + 1;
      this.#continue(list, marker);
      return;
    }
    this.#examine(marker, index);
  }

  /** 下一步：一是…；三是…: what a paragraph begins goes on in it, and not the list of the paragraph before. */
  #isBehind(list: List, { at, index }: Placed): boolean {
    const inner = this.#open.at(-1);
    if (this.#style !== 'is' || at.start === 0 || inner === list) return false;
    return list.markers.at(-1)?.index !== index && inner?.markers[0]?.index === index;
  }

  #continue(list: List, marker: Placed): void {
    list.markers.push(marker);
    list.next = [marker.value + 1];
    list.fault?.following.push(marker);
  }

  #examine(marker: Placed, index: number): void {
    const list = this.#open.at(-1);
    const previous = list?.markers.at(-1);
    const next = this.#markers[index + 1];
    if (!list || !previous || this.#beginsAnew(marker, previous, next)) {
      const isOdd = next?.value === 2;
      const own: List = { markers: [marker], next: [isOdd ? 2 : marker.value + 1] };
      this.#open = [own];
      if (previous || !(this.#standsAlone(marker) || this.#hasFirst(marker))) {
        this.#fault({ kind: 'missing-first', marker, expected: 1, previous: undefined, following: [], isOdd }, own);
      } else own.next = [marker.value + 1];
      return;
    }
    const [expected = 0] = list.next;
    // （一）（三）（三）（四）: the second （三） is right, and the first is the odd one.
    const isOdd = next?.value === expected + 1;
    if (marker.value === previous.value) {
      list.markers.push(marker);
      list.next = [marker.value + 1, marker.value + 2];
      list.fault = undefined;
      const fault = { marker, expected: marker.value + 1, previous, following: [], isOdd };
      this.#fault({ kind: 'duplicate', ...fault }, list);
      return;
    }
    // A smaller number may belong to a list that this reading does not see.
    if (marker.value < expected && !isOdd) return;
    const isThere = this.#standsInList(expected, previous, index);
    if (marker.value < expected && isThere) return;
    list.markers.push(marker);
    list.next = [isOdd && !isThere ? expected + 1 : marker.value + 1];
    list.fault = undefined;
    if (!isThere) this.#fault({ kind: 'gap', marker, expected, previous, following: [], isOdd }, list);
  }

  /** 改进措施：二是…；三是… after a list that has ended: a colon leads a list of its own. */
  #beginsAnew({ value, at, paragraph, index }: Placed, previous: Placed, next: Placed | undefined): boolean {
    if (this.#style !== 'is' || value !== 2 || next?.value !== 3 || next.index !== index) return false;
    const lead = paragraph.text.slice(previous.index === index ? previous.at.end : 0, at.start);
    return /[：:]\s?$/.test(lead) && !lead.includes('一是') && !STANDS_FOR_FIRST.test(lead);
  }

  /** Inside a paragraph （五） may be an item of a law that is quoted, not of a list of the draft’s own. */
  #fault(fault: FoundFault, list: List): void {
    const { marker, previous } = fault;
    const atHead = marker.at.start === 0;
    if (this.#style === 'bracket' && !atHead) return;
    // 二是 in the middle of a later paragraph need not belong to the list of an earlier one.
    if (this.#style === 'is' && previous && !atHead && previous.index !== marker.index) return;
    this.#faults.push(fault);
    // What counts on from the right number needs no other.
    list.fault = fault.kind === 'duplicate' || !fault.isOdd ? fault : undefined;
  }

  /** A number at the head of a line, with nothing of a list around it, may be anything. */
  #standsAlone({ value }: Placed): boolean {
    const next = `${value + 1}`;
    const isNext = ({ section, text }: Prose): boolean => section === this.#section && text.startsWith(next);
    return this.#style === 'digit' && !this.#report.prose.some(isNext);
  }

  /** Whether the first item is there in other words, or in a place where no item was expected. */
  #hasFirst({ paragraph, index, at }: Placed): boolean {
    const own = paragraph.text.slice(0, at.start);
    const before = own.length > 0 ? own : (this.#paragraphBefore(index)?.text ?? '');
    if (STANDS_FOR_FIRST.test(before)) return true;
    return this.#style === 'is' ? before.includes('一是') || /[。；;：:]一、/.test(before) : this.#isWritten(1);
  }

  /** The number in this style anywhere in the section: an item that was not read as one. */
  #isWritten(value: number): boolean {
    return (this.#written().get(value)?.length ?? 0) > (this.#countOf[value] ?? 0);
  }

  /**
   * Whether the list has the number, out of its turn or in a line that was not read as prose. The list extends to where
   * the next one begins: 措施：一是…；二是… lends no 二是 to the list of problems before it.
   */
  #standsInList(value: number, previous: Placed, index: number): boolean {
    const places = this.#written().get(value);
    if (!places) return false;
    const end = this.#nextFirst(index);
    const at = places[countWhile(places.length, (each) => (places[each] ?? 0) <= previous.start)];
    return at !== undefined && at < end;
  }

  /** Where the next first item after a marker stands. */
  #nextFirst(index: number): number {
    const at = countWhile(this.#firsts.length, (each) => (this.#firsts[each] ?? 0) <= index);
    return this.#markers[this.#firsts[at] ?? this.#markers.length]?.start ?? Number.MAX_SAFE_INTEGER;
  }

  /** Of the section's own text, lines that were not read as prose included. */
  #written(): ReadonlyMap<number, readonly number[]> {
    if (!this.#writtenPlaces) {
      const place = sectionIn(this.#report, this.#section)?.span;
      const raw = writtenNumbers(place ? sliceOf(this.#report.text, place) : '', this.#style);
      const moved = [...raw].map(([value, at]) => [value, at.map((each) => each + (place?.start ?? 0))] as const);
      this.#writtenPlaces = new Map(moved);
    }
    return this.#writtenPlaces;
  }

  readonly #toFault = ({ kind, marker, expected, previous, following, isOdd }: FoundFault): Fault => ({
    kind,
    marker: toMarker(marker, this.#style),
    expected,
    previous: previous && toMarker(previous, this.#style),
    following: following.map((each) => toMarker(each, this.#style)),
    isOdd,
  });
}

const toMarker = ({ at, value, paragraph }: Placed, style: Style): Marker => ({
  style,
  value,
  span: spanIn(paragraph, at.start, at.end),
  numeralSpan: spanIn(paragraph, at.numeralStart, at.numeralEnd),
  text: paragraph.text.slice(at.start, at.end).replace(/\s+/g, ''),
});
