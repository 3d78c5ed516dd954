import type { SectionNumber } from '../forms/index.ts';
import { type Span, span } from '../text/span.ts';
import type { Line } from './lines.ts';
import { findMasks } from './masks.ts';
import type { Region } from './regions.ts';
import type { Mask, Prose } from './report.ts';

const SENTENCE_END = /[。！？；!?;…]["”’』」）)]?$/;
const CLAUSE_END = /[，、,：:]$/;
/** （一） 一、 1. 一是: a new item, whatever the line before looks like. */
const ITEM = /^(?:[（(]\s?[一二三四五六七八九十]{1,3}\s?[）)]|[一二三四五六七八九十]{1,2}[、是]|\d{1,2}[.．、](?!\d))/;

/** Prose lines as paragraphs: joined where the text was wrapped, else one a line. */
export function readProse(
  text: string,
  lines: readonly Line[],
  regions: readonly Region[],
  sectionAt: (line: number) => SectionNumber | 0,
): Prose[] {
  const width = wrapWidth(text, lines, regions);
  const paragraphs: Prose[] = [];
  let pieces: Line[] = [];
  let section: SectionNumber | 0 = 0;
  const close = (): void => {
    if (pieces.length > 0) paragraphs.push(new Paragraph(text, pieces, section));
    pieces = [];
  };
  for (const [index, line] of lines.entries()) {
    const region = regions[index];
    if (region === 'page-number') continue;
    if (region !== 'prose') {
      // An empty line beside a page number does not end a sentence that runs on.
      const openEnd = width > 0 && region === 'blank' && pieces.length > 0 && regions[index + 1] === 'page-number';
      const afterPage = width > 0 && region === 'blank' && regions[index - 1] === 'page-number';
      if (!openEnd && !afterPage) close();
      continue;
    }
    const previous = pieces.at(-1);
    if (!previous || !runsOn(text, previous, line, width)) close();
    if (pieces.length === 0) section = sectionAt(index);
    pieces.push(line);
  }
  close();
  return paragraphs;
}

/**
 * The width at which the draft was wrapped, 0 when it was not: most of its long lines then break in the middle of a
 * sentence, at about the same length.
 */
function wrapWidth(text: string, lines: readonly Line[], regions: readonly Region[]): number {
  const prose = lines.filter((_, index) => regions[index] === 'prose');
  if (prose.length < 6) return 0;
  const lengths = prose.map((line) => line.to - line.from).sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  if (width > 64 || width < 12) return 0;
  const long = prose.filter((line) => line.to - line.from >= width * 0.75);
  const open = long.filter((line) => !SENTENCE_END.test(text.slice(line.to - 2, line.to)));
  return open.length * 5 >= long.length * 2 ? width : 0;
}

function runsOn(text: string, line: Line, next: Line, width: number): boolean {
  if (width === 0) return false;
  const begin = text.slice(next.from, next.from + 8);
  const end = text.slice(line.from, line.to);
  const length = line.to - line.from;
  if (SENTENCE_END.test(end)) {
    const indented = next.from - next.start >= 2 && next.from - next.start > line.from - line.start;
    return length >= width - 2 && !indented && !ITEM.test(begin);
  }
  return (length >= width / 2 || CLAUSE_END.test(end)) && !/^[（(]\s?[一二三四五六七八九十]/.test(begin);
}

class Paragraph implements Prose {
  readonly text: string;
  readonly span: Span;
  readonly section: SectionNumber | 0;
  readonly #pieces: readonly Line[];
  #masks: readonly Mask[] | undefined;

  constructor(text: string, pieces: readonly Line[], section: SectionNumber | 0) {
    this.text = pieces.map((line) => text.slice(line.from, line.to)).join('');
    this.span = span(pieces[0]?.from ?? 0, pieces.at(-1)?.to ?? 0);
    this.section = section;
    this.#pieces = pieces;
  }

  /** Found on first use: many paragraphs are read by no rule that needs them. */
  get masks(): readonly Mask[] {
    this.#masks ??= findMasks(this.text);
    return this.#masks;
  }

  spanOf(start: number, end: number): Span {
    if (this.#pieces.length === 1) return span(this.span.start + start, this.span.start + end);
    const from = this.#offset(start);
    return span(from, end > start ? this.#offset(end - 1) + 1 : from);
  }

  #offset(at: number): number {
    let left = at;
    for (const piece of this.#pieces) {
      const length = piece.to - piece.from;
      if (left < length) return piece.from + left;
      left -= length;
    }
    return this.span.end;
  }
}
