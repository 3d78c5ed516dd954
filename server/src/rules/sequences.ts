import type { SectionNumber } from '../forms/index.ts';
import { perReport } from '../report/per-report.ts';
import type { Prose, Report } from '../report/report.ts';
import type { Span } from '../text/span.ts';
import { type Place, placesOf } from './lookup.ts';
import { type MarkerAt, NUMBERINGS, type Numbering, numeralOf, STYLES, type Style } from './markers.ts';

/**
 * Numbered items of the prose, read once for the rules on numbering. A list may hold another of the same style, and a
 * paragraph may go on with the list of the one before; what fits none of these readings is a fault.
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
export const sequencesOf: (report: Report) => readonly Sequence[] = perReport(readSequences);

function readSequences(report: Report): Sequence[] {
  const places = placesOf(report, NUMBERINGS);
  return SECTIONS.flatMap((section) => {
    const own = places.filter(({ paragraph }) => paragraph.section === section);
    return STYLES.flatMap((style) => {
      if (!own.some(({ found: [numbering] }) => numbering && numbering[style].length > 0)) return [];
      const { count, faults } = new Reader(report, section, style).read(own);
      return count > 0 ? [{ style, section, faults }] : [];
    });
  });
}

/** A marker and where it stands. */
interface Placed {
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

interface FoundFault extends Pick<Fault, 'kind' | 'expected'> {
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
  readonly #faults: FoundFault[] = [];
  /** number → how many markers have it */
  readonly #countOf: number[] = [];
  readonly #written: number[] = [];
  /** Open lists, the innermost last. */
  #open: List[] = [];

  constructor(report: Report, section: SectionNumber, style: Style) {
    this.#report = report;
    this.#section = section;
    this.#style = style;
  }

  read(places: readonly Place<Numbering>[]): { readonly count: number; readonly faults: readonly Fault[] } {
    const style = this.#style;
    for (const { paragraph, index, found } of places) {
      const [numbering] = found;
      if (!numbering) continue;
      // 一是 begins anew under every （一）; （一） and 1. number the section's paragraphs.
      if (style === 'is' && numbering.isItem) this.#open = [];
      if (style === 'digit' && numbering.isItem) this.#open = this.#open.slice(0, 1);
      for (const at of numbering[style]) {
        const marker = { at, value: at.value, paragraph, index };
        if (!this.#isReference(marker)) this.#add(marker);
      }
    }
    return { count: this.#markers.length, faults: [...this.#repeatedFirst(), ...this.#faults].map(this.#toFault) };
  }

  /** （一）（一）（二）（三）: with one （二） only, the second （一） opens no list inside the first. */
  #repeatedFirst(): FoundFault[] {
    const [previous, marker, ...following] = this.#markers;
    if (this.#style === 'is' || previous?.value !== 1 || marker?.value !== 1 || following.length === 0) return [];
    if (!following.every(({ value }, index) => value === index + 2)) return [];
    return [{ kind: 'duplicate', marker, expected: 2, previous, following }];
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

  #add(marker: Placed): void {
    this.#markers.push(marker);
    this.#countOf[marker.value] = (this.#countOf[marker.value] ?? 0) + 1;
    if (marker.value === 1) {
      this.#open.push({ markers: [marker], next: [2] });
      if (this.#open.length > MOST_OPEN) this.#open.shift();
      return;
    }
    const level = this.#open.findLastIndex((list) => list.next.includes(marker.value));
    const list = this.#open[level];
    if (list) {
      this.#open.length = level + 1;
      this.#continue(list, marker);
      return;
    }
    this.#examine(marker);
  }

  #continue(list: List, marker: Placed): void {
    list.markers.push(marker);
    list.next = [marker.value + 1];
    list.fault?.following.push(marker);
  }

  #examine(marker: Placed): void {
    const list = this.#open.at(-1);
    const previous = list?.markers.at(-1);
    if (!list || !previous) {
      const own: List = { markers: [marker], next: [marker.value + 1] };
      this.#open = [own];
      if (this.#standsAlone(marker) || this.#hasFirst(marker)) return;
      this.#fault('missing-first', marker, 1, undefined, own);
      return;
    }
    if (marker.value === previous.value) {
      list.markers.push(marker);
      list.next = [marker.value + 1, marker.value + 2];
      list.fault = undefined;
      this.#fault('duplicate', marker, marker.value + 1, previous, list);
      return;
    }
    const [expected = 0] = list.next;
    // A smaller number may belong to a list that this reading does not see.
    if (marker.value < expected) return;
    list.markers.push(marker);
    list.next = [marker.value + 1];
    list.fault = undefined;
    if (!this.#isWritten(expected)) this.#fault('gap', marker, expected, previous, list);
  }

  /** Inside a paragraph （五） may be an item of a law that is quoted, not of a list of the draft’s own. */
  #fault(kind: Fault['kind'], marker: Placed, expected: number, previous: Placed | undefined, list: List): void {
    const atHead = marker.at.start === 0;
    if (this.#style === 'bracket' && !atHead) return;
    // 二是 in the middle of a later paragraph need not belong to the list of an earlier one.
    if (this.#style === 'is' && previous && !atHead && previous.index !== marker.index) return;
    const fault: FoundFault = { kind, marker, expected, previous, following: [] };
    this.#faults.push(fault);
    list.fault = fault;
  }

  /** A number at the head of a line, with nothing of a list around it, may be anything. */
  #standsAlone({ value }: Placed): boolean {
    const next = `${value + 1}`;
    const isNext = ({ section, text }: Prose): boolean => section === this.#section && text.startsWith(next);
    return this.#style === 'digit' && !this.#report.prose.some(isNext);
  }

  /** Is the first item there in other words, or in a place where no item was expected? */
  #hasFirst({ paragraph, index, at }: Placed): boolean {
    const own = paragraph.text.slice(0, at.start);
    const before = own.length > 0 ? own : (this.#paragraphBefore(index)?.text ?? '');
    if (STANDS_FOR_FIRST.test(before)) return true;
    return this.#style === 'is' ? before.includes('一是') || /[。；;：:]一、/.test(before) : this.#isWritten(1);
  }

  /** The number in this style anywhere in the section: an item that was not read as one. */
  #isWritten(value: number): boolean {
    return this.#writtenCount(value) > (this.#countOf[value] ?? 0);
  }

  /**
   * How often the section has the number, lines that were not read as prose included; the section is read once a
   * number, however often that is asked.
   */
  #writtenCount(value: number): number {
    const known = this.#written[value];
    if (known !== undefined) return known;
    const numeral = numeralOf(value, this.#style);
    const pattern = {
      is: `(?<![十])${numeral}是`,
      bracket: `[（(]\\s?${numeral}\\s?[）)]`,
      digit: `(?<!\\d)${numeral}\\s?[.．、](?!\\d)`,
    }[this.#style];
    const place = this.#report.section(this.#section)?.span;
    const raw = place ? this.#report.slice(place) : '';
    const written = raw.match(new RegExp(pattern, 'g'))?.length ?? 0;
    this.#written[value] = written;
    return written;
  }

  readonly #toFault = ({ kind, marker, expected, previous, following }: FoundFault): Fault => ({
    kind,
    marker: toMarker(marker, this.#style),
    expected,
    previous: previous && toMarker(previous, this.#style),
    following: following.map((each) => toMarker(each, this.#style)),
  });
}

const toMarker = ({ at, value, paragraph }: Placed, style: Style): Marker => ({
  style,
  value,
  span: paragraph.spanOf(at.start, at.end),
  numeralSpan: paragraph.spanOf(at.numeralStart, at.numeralEnd),
  text: paragraph.text.slice(at.start, at.end).replace(/\s+/g, ''),
});
