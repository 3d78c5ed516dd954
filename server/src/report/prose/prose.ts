import type { SectionNumber } from '../../forms/index.ts';
import { startsBracketed, startsItem } from '../../text/ordinals.ts';
import { endsClause, endsSentence, SENTENCE_END } from '../../text/sentences.ts';
import { span } from '../../text/span.ts';
import type { TextCache } from '../../text/text-cache.ts';
import type { Line, Lines } from '../lines/lines.ts';
import { Region, type Regions } from '../lines/regions.ts';
import type { Piece, Prose, ProseContent } from '../report.ts';

/** Prose lines as paragraphs: joined where the text was wrapped, else one a line. */
export function readProse(
  text: string,
  lines: Lines,
  regions: Regions,
  sectionAt: (line: number) => SectionNumber | 0,
  cache: TextCache<ProseContent> | undefined,
): Prose[] {
  const width = wrapWidth(text, lines, regions);
  const paragraphs: Prose[] = [];
  let pieces: Line[] = [];
  let length = 0;
  let section: SectionNumber | 0 = 0;
  const close = (): void => {
    if (pieces.length > 0) paragraphs.push(toProse(text, pieces, section, paragraphs.length, cache));
    pieces = [];
    length = 0;
  };
  for (let index = 0; index < lines.length; index++) {
    const region = regions[index];
    if (region !== Region.prose) {
      const isPageBreak = region === Region.pageNumber || (width > 0 && isBesidePageNumber(regions, index));
      if (!isPageBreak) close();
      continue;
    }
    for (const part of partsOf(text, lines.at(index))) {
      const previous = pieces.at(-1);
      if (!previous || length > LONGEST || previous.end === part.start || !runsOn(text, previous, part, width)) close();
      if (pieces.length === 0) section = sectionAt(index);
      pieces.push(part);
      length += part.to - part.from;
    }
  }
  close();
  return paragraphs;
}

/** An empty line beside a page number: a sentence may run on over it. */
const isBesidePageNumber = (regions: Regions, index: number): boolean =>
  regions[index] === Region.blank &&
  (regions[index + 1] === Region.pageNumber || regions[index - 1] === Region.pageNumber);

/**
 * The longest paragraph, in characters. An endless line is read in parts, so that a rule that looks around in its
 * paragraph costs the same per character on a long text as on a short one.
 */
const LONGEST = 6000;
/** A part ends at a sentence end that is this near. */
const NEAR_END = 1500;
const LAST_END = new RegExp(`[${SENTENCE_END}](?=[^${SENTENCE_END}]*$)`);

function partsOf(text: string, line: Line): readonly Line[] {
  if (line.to - line.from <= LONGEST) return [line];
  const parts: Line[] = [];
  for (let from = line.from; from < line.to; ) {
    const limit = Math.min(line.to, from + LONGEST);
    const sentence = limit < line.to ? text.slice(limit - NEAR_END, limit).search(LAST_END) : -1;
    let to = sentence < 0 ? limit : limit - NEAR_END + sentence + 1;
    if (to < line.to && /[\ud800-\udbff]/.test(text.charAt(to - 1))) to++;
    parts.push({ start: from, end: to, from, to });
    from = to;
  }
  return parts;
}

/**
 * The width at which the draft was wrapped, 0 when it was not: most of its long lines then break in the middle of a
 * sentence, at about the same length.
 */
function wrapWidth(text: string, lines: Lines, regions: Regions): number {
  const lengths = new Int32Array(lines.length);
  let count = 0;
  for (let index = 0; index < lines.length; index++) {
    if (regions[index] === Region.prose) lengths[count++] = lines.to(index) - lines.from(index);
  }
  if (count < 6) return 0;
  const width = lengths.subarray(0, count).sort()[Math.floor(count * 0.9)] ?? 0;
  if (width > 64 || width < 12) return 0;
  let long = 0;
  let open = 0;
  for (let index = 0; index < lines.length; index++) {
    if (regions[index] !== Region.prose || lines.to(index) - lines.from(index) < width * 0.75) continue;
    long++;
    if (!endsSentence(text.slice(lines.to(index) - 2, lines.to(index)))) open++;
  }
  return open * 5 >= long * 2 ? width : 0;
}

function runsOn(text: string, line: Line, next: Line, width: number): boolean {
  if (width === 0) return false;
  const begin = text.slice(next.from, next.from + 8);
  const end = text.slice(line.from, line.to);
  const length = line.to - line.from;
  if (endsSentence(end)) {
    const indented = next.from - next.start >= 2 && next.from - next.start > line.from - line.start;
    return length >= width - 2 && !indented && !startsItem(begin);
  }
  return (length >= width / 2 || endsClause(end) || OPEN_ADDRESS.test(end)) && !startsBracketed(begin);
}

/** An address has no blank at which to wrap, so that its head may end a short line. */
const OPEN_ADDRESS = /https?[:：]?\/{0,2}$/;

function toProse(
  text: string,
  lines: readonly Line[],
  section: SectionNumber | 0,
  index: number,
  cache: TextCache<ProseContent> | undefined,
): Prose {
  const joined = lines.map((line) => text.slice(line.from, line.to)).join('');
  const content = cache ? cache.get(joined, toContent) : toContent(joined);
  const whole = span(lines[0]?.from ?? 0, lines.at(-1)?.to ?? 0);
  return { index, content, text: content.text, span: whole, section, pieces: toPieces(lines) };
}

const toContent = (text: string): ProseContent => ({ text });

function toPieces(lines: readonly Line[]): readonly Piece[] {
  if (lines.length < 2) return NO_PIECES;
  let at = 0;
  return lines.map(({ from, to }) => {
    const piece = { at, start: from, end: to };
    at += to - from;
    return piece;
  });
}

const NO_PIECES: readonly Piece[] = [];
