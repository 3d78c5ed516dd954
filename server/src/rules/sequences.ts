import type { SectionNumber } from '../forms/index.ts';
import type { Prose, Report } from '../report/report.ts';
import type { Span } from '../text/span.ts';

/**
 * Numbered items of the prose, read once for the rules on numbering: 一是 二是 in running text, （一）（二） and 1. 2. as
 * items. A list may hold another of the same style, and a paragraph may go on with the list of the one before; what
 * fits none of these readings is a fault.
 */
export type Style = 'is' | 'bracket' | 'digit';

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
  readonly markers: readonly Marker[];
  readonly faults: readonly Fault[];
}

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三', '十四', '十五'];
export const numeralOf = (value: number, style: Style): string =>
  style === 'digit' ? `${value}` : (NUMERALS[value - 1] ?? `${value}`);

const NUMERAL = '十[一二三四五]|[一二三四五六七八九十]';
const PATTERNS: Readonly<Record<Style, RegExp>> = {
  is: new RegExp(`(?<=^|[。；;！!？?：:，,）)\\s])(${NUMERAL})是(?!否|非)`, 'g'),
  bracket: new RegExp(`(?<=^|[。；;！!：:\\s])[（(]\\s?(${NUMERAL})\\s?[）)](?!\\s?[项款目条至和、的])`, 'g'),
  digit: /^(\d{1,2})\s?[.．、](?!\d)/g,
};
/** Sections whose text is prose; the tables' rows are numbered too and are no lists. */
const SECTIONS: readonly SectionNumber[] = [1, 5, 6];
/** Words that stand for the first item. */
const STANDS_FOR_FIRST = /首先|第一|其一|一方面|一要|一来|一则|[（(]\s?[1１]\s?[）)]|①/;
const ITEM = new RegExp(`^[（(]\\s?(?:${NUMERAL})\\s?[）)]`);
/** The line before ends in the middle of a reference: …第二十条第 / （一）项. */
const REFERENCE_GOES_ON = /(?:第|条|款|和|、|及)$/;

const cache = new WeakMap<Report, readonly Sequence[]>();

/** One sequence a style and section. */
export function sequencesOf(report: Report): readonly Sequence[] {
  let known = cache.get(report);
  if (!known) {
    known = SECTIONS.flatMap((section) => {
      const paragraphs = report.prose.filter((each) => each.section === section);
      const place = report.section(section)?.span;
      const raw = place ? report.text.slice(place.start, place.end) : '';
      return (['is', 'bracket', 'digit'] as const).flatMap((style) => {
        const reader = new Reader(style, paragraphs, raw);
        const { markers, faults } = reader.read();
        return markers.length > 0 ? [{ style, section, markers, faults }] : [];
      });
    });
    cache.set(report, known);
  }
  return known;
}

interface List {
  readonly markers: Marker[];
  /** The next number that continues the list; after a repeated number also the one that follows it as printed. */
  next: readonly number[];
  /** The fault that the items to come follow: none before the first fault and after a break in the count. */
  fault?: MutableFault | undefined;
}

interface MutableFault extends Omit<Fault, 'following'> {
  readonly following: Marker[];
}

/** Every 一是 opens a list, and nothing closes one: what was begun so many lists ago is not gone on with. */
const MOST_OPEN = 64;

class Reader {
  readonly #style: Style;
  readonly #paragraphs: readonly Prose[];
  readonly #raw: string;
  readonly #markers: Marker[] = [];
  readonly #faults: MutableFault[] = [];
  /** Does the marker at hand begin its paragraph? */
  #atHead = false;
  #paragraph = 0;
  readonly #paragraphOf = new Map<Marker, number>();
  /** number → how many markers have it */
  readonly #countOf = new Map<number, number>();
  readonly #written = new Map<number, number>();
  /** Open lists, the innermost last. */
  #open: List[] = [];

  /** @param raw the whole section as it stands in the draft, lines that were not read as prose included. */
  constructor(style: Style, paragraphs: readonly Prose[], raw: string) {
    this.#style = style;
    this.#paragraphs = paragraphs;
    this.#raw = raw;
  }

  read(): Pick<Sequence, 'markers' | 'faults'> {
    for (const [index, paragraph] of this.#paragraphs.entries()) {
      // 一是 begins anew under every （一）; （一） and 1. number the section's paragraphs.
      if (this.#style === 'is' && ITEM.test(paragraph.text)) this.#open = [];
      if (this.#style === 'digit' && ITEM.test(paragraph.text)) this.#open = this.#open.slice(0, 1);
      const quoted = quotedPlaces(paragraph.text);
      for (const match of paragraph.text.matchAll(PATTERNS[this.#style])) {
        if (this.#isReference(index, match.index) || quoted(match.index)) continue;
        this.#add(toMarker(paragraph, this.#style, match), index, match.index);
      }
    }
    return { markers: this.#markers, faults: [...this.#repeatedFirst(), ...this.#faults] };
  }

  /** （一）（一）（二）（三）: with one （二） only, the second （一） opens no list inside the first. */
  #repeatedFirst(): Fault[] {
    const [previous, marker, ...following] = this.#markers;
    if (this.#style === 'is' || previous?.value !== 1 || marker?.value !== 1 || following.length === 0) return [];
    if (!following.every(({ value }, index) => value === index + 2)) return [];
    return [{ kind: 'duplicate', marker, expected: 2, previous, following }];
  }

  #isReference(index: number, at: number): boolean {
    const before = this.#paragraphs[index - 1];
    return at === 0 && before !== undefined && this.#style !== 'is' && REFERENCE_GOES_ON.test(before.text);
  }

  #add(marker: Marker, index: number, at: number): void {
    this.#markers.push(marker);
    this.#countOf.set(marker.value, (this.#countOf.get(marker.value) ?? 0) + 1);
    this.#atHead = at === 0;
    this.#paragraph = index;
    this.#paragraphOf.set(marker, index);
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
    this.#report(marker, index, at);
  }

  #continue(list: List, marker: Marker): void {
    list.markers.push(marker);
    list.next = [marker.value + 1];
    list.fault?.following.push(marker);
  }

  #report(marker: Marker, index: number, at: number): void {
    const list = this.#open.at(-1);
    const previous = list?.markers.at(-1);
    if (!list || !previous) {
      const own: List = { markers: [marker], next: [marker.value + 1] };
      this.#open = [own];
      if (this.#standsAlone(marker) || this.#hasFirst(index, at)) return;
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
  #fault(kind: Fault['kind'], marker: Marker, expected: number, previous: Marker | undefined, list: List): void {
    if (this.#style === 'bracket' && !this.#atHead) return;
    // 二是 in the middle of a later paragraph need not belong to the list of an earlier one.
    if (this.#style === 'is' && previous && !this.#atHead && this.#paragraphOf.get(previous) !== this.#paragraph)
      return;
    const fault: MutableFault = { kind, marker, expected, previous, following: [] };
    this.#faults.push(fault);
    list.fault = fault;
  }

  /** A number at the head of a line, with nothing of a list around it, may be anything. */
  #standsAlone(marker: Marker): boolean {
    return this.#style === 'digit' && !this.#paragraphs.some(({ text }) => text.startsWith(`${marker.value + 1}`));
  }

  /** Is the first item there in other words, or in a place where no item was expected? */
  #hasFirst(index: number, at: number): boolean {
    const own = this.#paragraphs[index]?.text.slice(0, at) ?? '';
    const before = own.length > 0 ? own : (this.#paragraphs[index - 1]?.text ?? '');
    if (STANDS_FOR_FIRST.test(before)) return true;
    return this.#style === 'is' ? before.includes('一是') || /[。；;：:]一、/.test(before) : this.#isWritten(1);
  }

  /** The number in this style anywhere in the section: an item that was not read as one. */
  #isWritten(value: number): boolean {
    return this.#writtenCount(value) > (this.#countOf.get(value) ?? 0);
  }

  /** How often the section has the number; the section is read once a number, however often that is asked. */
  #writtenCount(value: number): number {
    const known = this.#written.get(value);
    if (known !== undefined) return known;
    const numeral = numeralOf(value, this.#style);
    const pattern = {
      is: `(?<![十])${numeral}是`,
      bracket: `[（(]\\s?${numeral}\\s?[）)]`,
      digit: `(?<!\\d)${numeral}\\s?[.．、](?!\\d)`,
    }[this.#style];
    const written = this.#raw.match(new RegExp(pattern, 'g'))?.length ?? 0;
    this.#written.set(value, written);
    return written;
  }
}

function toMarker(paragraph: Prose, style: Style, match: RegExpExecArray): Marker {
  const [text, numeral = ''] = match;
  const at = match.index + text.indexOf(numeral);
  return {
    style,
    value: style === 'digit' ? Number(numeral) : NUMERALS.indexOf(numeral) + 1,
    span: paragraph.spanOf(match.index, match.index + text.length),
    numeralSpan: paragraph.spanOf(at, at + numeral.length),
    text: text.replace(/\s+/g, ''),
  };
}

/**
 * 说一是一、说二是二 and other quoted words number nothing.
 * @returns whether an offset stands inside quotation marks; to be asked in the order of the text.
 */
function quotedPlaces(text: string): (at: number) => boolean {
  let next = 0;
  let inside = false;
  return (at) => {
    for (; next < at; next++) {
      const mark = text.charCodeAt(next);
      if (mark === 0x201c || mark === 0x201d) inside = mark === 0x201c;
    }
    return inside;
  };
}
