import type { Span } from '../../text/span.ts';
import type { Heading } from '../report.ts';
import type { Lines } from './lines.ts';
import { isPageSentence, isStrongMark, isWeakMark } from './page-marks.ts';

/** A run of lines, both ends included. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** The input of the search for a page's frame. */
export interface Page {
  readonly text: string;
  readonly lines: Lines;
  readonly headings: readonly { readonly line: number; readonly heading: Heading }[];
  readonly title: Span | undefined;
  /** Stretches that the source itself says are its navigation, head or foot. */
  readonly frames: readonly Span[];
}

const LONGEST = 80;
/** In characters: a page's foot is one long line. */
const LONGEST_MARK = 300;
/** A marker may have an unmarked line beside it: the value of 索引号 on a line of its own. */
const WIDEST_GAP = 2;
/** Lines without a mark below the last one that has one: a foot ends with an address or a list of links. */
const MOST_BELOW = 12;
const SIGNATURE =
  /^(?:20|二)[\d〇零一二三四五六七八九十]{1,3}\s?年|(?:政府|委员会|办公室|局|委|(?<![主承协])办|厅|乡|镇)$/;
/** Lines above a title that belong to the report: 附件1, the head and the number of a document. */
const OWN_ABOVE = /^附件\s?\d{0,2}[:：]?$|〔20\d\d〕|文件$/;
const SENTENCE = /[。；]/;

/** The kind of a line at the edges of the page. */
const Kind = { empty: 0, plain: 1, sentence: 2, weak: 3, strong: 4 } as const;
type Kind = (typeof Kind)[keyof typeof Kind];

/**
 * Finds what a web page put around the report: navigation, index tables, counters, 打印/关闭. It looks only at the edges:
 * above the title, between the title and the first sentence or heading, and below the report's last line. What the
 * source itself marks as its frame counts wherever it stands.
 */
export function findBoilerplate(page: Page): LineRange[] {
  const { headings, lines } = page;
  const firstHeading = headings[0]?.line;
  const lastHeading = headings.at(-1)?.line;
  if (firstHeading === undefined || lastHeading === undefined) return [];
  const framed = framedLines(page);
  const head = kindsOf(page, framed, 0, firstHeading);
  const tail = kindsOf(page, framed, lastHeading + 1, lines.length);
  const { above, below } = titleLines(page, firstHeading);
  const isPage = head.includes(Kind.strong) || tail.includes(Kind.strong);
  const ranges = [
    ...(page.title ? aboveTitle(page, head, above, isPage) : []),
    ...marked(head, page.title ? below : 0, isPage),
    ...belowReport(page, tail, lastHeading + 1, isPage),
  ];
  for (const { first, last } of ranges) framed.fill(1, first, last + 1);
  return runsOf(framed, lines);
}

/** Which lines the source marks as the page's. A frame that contains a title or a heading was never closed. */
function framedLines({ lines, headings, title, frames }: Page): Uint8Array {
  const framed = new Uint8Array(lines.length);
  if (frames.length === 0) return framed;
  const own = [...headings.map(({ heading }) => heading.span), ...(title ? [title] : [])];
  const outer = frames.filter(({ start, end }) => !own.some((place) => start < place.end && place.start < end));
  let at = 0;
  for (let index = 0; index < lines.length; index++) {
    while ((outer[at]?.end ?? Number.POSITIVE_INFINITY) <= lines.from(index)) at++;
    const frame = outer[at];
    if (frame && !lines.isEmpty(index) && frame.start <= lines.from(index) && lines.to(index) <= frame.end)
      framed[index] = 1;
  }
  return framed;
}

function kindsOf({ text, lines }: Page, framed: Uint8Array, from: number, to: number): Kind[] {
  const kinds: Kind[] = [];
  for (let index = from; index < to; index++) {
    const length = lines.to(index) - lines.from(index);
    const raw = length <= LONGEST_MARK ? text.slice(lines.from(index), lines.to(index)) : '';
    if (length === 0) kinds.push(Kind.empty);
    else if (framed[index] === 1) kinds.push(Kind.strong);
    else if (length > LONGEST || SENTENCE.test(raw)) kinds.push(isPageSentence(raw) ? Kind.strong : Kind.sentence);
    else if (isStrongMark(raw)) kinds.push(Kind.strong);
    else kinds.push(isWeakMark(raw) ? Kind.weak : Kind.plain);
  }
  return kinds;
}

/** The first line of the title, and the first one below it. */
function titleLines({ lines, title }: Page, limit: number): { above: number; below: number } {
  if (!title) return { above: 0, below: 0 };
  let above = 0;
  while (above < limit && lines.to(above) <= title.start) above++;
  let below = above;
  while (below < limit && lines.from(below) < title.end) below++;
  return { above, below };
}

/** Everything on a page above its report's title: one mark is enough, and the lines around it are navigation. */
function aboveTitle({ text, lines }: Page, kinds: readonly Kind[], end: number, isPage: boolean): LineRange[] {
  const own = kinds.slice(0, end);
  if (!isPage && count(own, Kind.weak) < 2) return [];
  const isOwn = (index: number): boolean =>
    kinds[index] === Kind.sentence || OWN_ABOVE.test(text.slice(lines.from(index), lines.to(index)));
  return own.flatMap((kind, index) => (kind === Kind.empty || isOwn(index) ? [] : [{ first: index, last: index }]));
}

/**
 * From the first mark to the last one before the first sentence, split where too many lines stand between two marks.
 */
function marked(kinds: readonly Kind[], from: number, isPage: boolean): LineRange[] {
  const ranges: LineRange[] = [];
  let marks = 0;
  let first = 0;
  let last = 0;
  let gap = 0;
  let strong = isPage;
  const close = (): void => {
    if (marks > 0 && (strong || marks >= 2)) ranges.push({ first, last });
    marks = 0;
    strong = isPage;
    gap = 0;
  };
  for (let index = from; index < kinds.length; index++) {
    const kind = kinds[index];
    if (kind === Kind.sentence) break;
    if (kind === Kind.plain && ++gap > WIDEST_GAP) close();
    if (kind !== Kind.weak && kind !== Kind.strong) continue;
    if (marks++ === 0) first = index;
    last = index;
    gap = 0;
    strong ||= kind === Kind.strong;
  }
  close();
  return ranges;
}

/** From the first mark below the report's last sentence, signature or table row to the end of the text. */
function belowReport({ text, lines }: Page, kinds: readonly Kind[], from: number, isPage: boolean): LineRange[] {
  let first: number | undefined;
  let unmarked = 0;
  let marks = 0;
  for (let at = kinds.length - 1; at >= 0; at--) {
    const kind = kinds[at];
    if (kind === Kind.empty) continue;
    if (kind === Kind.weak || kind === Kind.strong) {
      first = from + at;
      marks++;
      continue;
    }
    const raw = text.slice(lines.from(from + at), lines.to(from + at));
    if (kind === Kind.sentence || raw.includes('|') || SIGNATURE.test(raw.replace(/\s/g, ''))) break;
    if (first === undefined && ++unmarked > MOST_BELOW) break;
  }
  // A clerk may end a draft with lines of his own below one that has a weak mark.
  const isFrame = isPage || (marks >= 2 && unmarked === 0);
  return first !== undefined && isFrame ? [{ first, last: lines.length - 1 }] : [];
}

const count = (kinds: readonly Kind[], wanted: Kind): number => kinds.filter((kind) => kind === wanted).length;

/** Runs of framed lines with nothing but empty lines between them. */
function runsOf(framed: Uint8Array, lines: Lines): LineRange[] {
  const runs: { first: number; last: number }[] = [];
  let open: { first: number; last: number } | undefined;
  for (let index = 0; index < framed.length; index++) {
    if (lines.isEmpty(index)) continue;
    if (framed[index] !== 1) open = undefined;
    else if (open) open.last = index;
    else {
      open = { first: index, last: index };
      runs.push(open);
    }
  }
  return runs;
}
