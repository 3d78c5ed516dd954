import { type Form, formsFact, type SectionNumber } from '../../forms/index.ts';
import { isHan, ODD } from '../../text/characters.ts';
import { fold } from '../../text/fold.ts';
import { ONE_TO_TEN } from '../../text/ordinals.ts';
import { similarity } from '../../text/similar.ts';
import { span } from '../../text/span.ts';
import type { Heading } from '../report.ts';
import { isPageNumber, type Lines } from './lines.ts';

/** Longer lines are sentences: the longest alias has 25 characters, an ordinal and marks come on top. */
const LONGEST_HEADING = 48;
const SIMILAR_ENOUGH = 0.78;
const SIMILAR_ENOUGH_WHEN_SHORT = 0.75;
/** A heading and the title it is taken for differ in length by at most this. */
const MOST_LONGER = 5;

interface KnownTitle {
  readonly number: SectionNumber;
  readonly match: 'same' | 'alias';
}

/** The names of the sections of all forms, folded. */
interface Titles {
  readonly names: ReadonlyMap<string, KnownTitle>;
  /** Keyed by the section's own ordinal and the name: 六、其他事项. */
  readonly shortNames: ReadonlyMap<string, KnownTitle>;
  /** The characters of the names; with those of ordinals and years. */
  readonly characters: ReadonlySet<number>;
  readonly inHeadings: ReadonlySet<number>;
}

const titlesOf = formsFact((forms): Titles => {
  const sections = forms.flatMap((form) => form.sections);
  const names = new Map<string, KnownTitle>();
  for (const { number, aliases } of sections) {
    for (const alias of aliases) names.set(fold(alias), { number, match: 'alias' });
  }
  for (const { number, title } of sections) names.set(fold(title), { number, match: 'same' });
  const shortNames = new Map(
    sections.flatMap(({ number, ordinal, shortNames: short = [] }) =>
      short.map((name): [string, KnownTitle] => [`${ordinal}${fold(name)}`, { number, match: 'alias' }]),
    ),
  );
  return {
    names,
    shortNames,
    characters: codesOf([...names.keys()]),
    inHeadings: codesOf([...names.keys(), `第${ONE_TO_TEN}部分年度`]),
  };
});

/**
 * `#` and `*` marks, then an ordinal of the first level: 一、 三． 第二部分 2. — never （一）, which numbers an aspect
 * and may stand before the very words of a section's title: （二）主动公开政府信息情况.
 */
const HEADING = new RegExp(
  `^([#*\\s>]*)((?:第?[${ONE_TO_TEN}]{1,2}(?:部分)?\\s?[、.．，,:：]\\s?|第[${ONE_TO_TEN}]部分\\s?|\\d{1,2}\\s?[、.．]\\s?)?)(.*?)([*#\\s：:。]*)$`,
);

/** A line's text read as a heading, wherever it stands. */
interface HeadingText extends Pick<Heading, 'number' | 'title' | 'match'> {
  /** How long the marks before it are. */
  readonly marks: number;
  readonly ordinal: string;
}

/** Whether this line is nothing but a section's heading. */
function readHeading(raw: string, titles: Titles): HeadingText | undefined {
  const parts = HEADING.exec(raw);
  if (!parts) return undefined;
  const [, marks = '', mark = '', rest = ''] = parts;
  const bare = mark === '' ? bareOrdinal(rest, titles) : '';
  const ordinal = mark + bare;
  const title = rest.slice(bare.length);
  const key = fold(title).replace(/^20\d\d年度?/, '');
  // 无其他需要报告的事项。 is the section's text, not its heading.
  const mayDiffer = key.length >= 4 && !raw.endsWith('。') && !/^[无没本未]/.test(key);
  const known =
    titles.names.get(key) ??
    titles.shortNames.get(fold(ordinal).replace(/[第部分、.,:]/g, '') + key) ??
    (mayDiffer ? nearTitle(key, ordinal !== '', titles) : undefined);
  return known && { number: known.number, marks: marks.length, ordinal, title, match: known.match };
}

/** 三收到和处理政府信息公开申请情况: an ordinal whose mark was lost, before a title that is right. */
function bareOrdinal(title: string, { names }: Titles): string {
  const ordinal = /^[一二三四五六]\s{0,4}/.exec(title)?.[0] ?? '';
  return ordinal !== '' && names.has(fold(title.slice(ordinal.length))) ? ordinal : '';
}

function toHeading({ number, marks, ordinal, title, match }: HeadingText, from: number): Heading {
  const start = from + marks;
  const titleStart = start + ordinal.length;
  const titleSpan = span(titleStart, titleStart + title.length);
  return {
    number,
    span: span(start, titleSpan.end),
    ordinal: ordinal ? { span: span(start, titleStart), text: ordinal } : undefined,
    titleSpan,
    title,
    match,
  };
}

/** A heading with a slip in it (总体情況) still counts; without an ordinal only long titles may differ. */
function nearTitle(
  key: string,
  numbered: boolean,
  { names, characters }: Titles,
): { number: SectionNumber; match: 'differs' } | undefined {
  if (!numbered && key.length < 9) return undefined;
  let strange = 0;
  for (let at = 0; at < key.length; at++) if (!characters.has(key.charCodeAt(at))) strange++;
  if (strange > mostStrange(key.length)) return undefined;
  const enough = key.length < 6 ? SIMILAR_ENOUGH_WHEN_SHORT : SIMILAR_ENOUGH;
  let best: { number: SectionNumber; score: number } | undefined;
  for (const [title, { number }] of names) {
    if (Math.abs(title.length - key.length) > MOST_LONGER) continue;
    const score = similarity(title, key, enough);
    if (score >= enough && score > (best?.score ?? 0)) best = { number, score };
  }
  return best && { number: best.number, match: 'differs' };
}

export interface HeadingAt {
  readonly line: number;
  readonly heading: Heading;
}

/** All headings in text order, without those of a table of contents and without unnumbered repetitions. */
export function findHeadings(text: string, lines: Lines, forms: readonly Form[]): HeadingAt[] {
  const titles = titlesOf(forms);
  const found: HeadingAt[] = [];
  for (let index = 0; index < lines.length; index++) {
    if (!mayBeHeading(text, lines, index, titles)) continue;
    const heading = readHeading(text.slice(lines.from(index), lines.to(index)), titles);
    if (heading) found.push({ line: index, heading: toHeading(heading, lines.from(index)) });
  }
  return dropRepetitions(text, lines, found);
}

/** A cheap look at the characters keeps the patterns away from the hundreds of cells of a table. */
function mayBeHeading(text: string, lines: Lines, index: number, { inHeadings }: Titles): boolean {
  const from = lines.from(index);
  const to = lines.to(index);
  const length = to - from;
  if (length < 2 || length > LONGEST_HEADING) return false;
  const first = text.charCodeAt(from);
  const isWide = first >= 0x2e80 && first < 0xff00;
  const isMarked = first === 0x23 || first === 0x2a || first === 0x3e || (first >= 0x30 && first <= 0x39);
  if (!isWide && (length < 5 || !isMarked)) return false;
  if (lines.chars(index) & ODD) return true;
  let strange = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    const isStrange = isHan(code) ? !inHeadings.has(code) : code === 0x7c;
    if (isStrange && ++strange > mostStrange(length)) return false;
  }
  return true;
}

/** A character that occurs in no title is a difference; a title may have one in four. */
const mostStrange = (length: number): number => (length + MOST_LONGER) * (1 - SIMILAR_ENOUGH_WHEN_SHORT);

const codesOf = (texts: readonly string[]): Set<number> =>
  new Set(texts.flatMap((text) => [...text].map((char) => char.charCodeAt(0))));

function dropRepetitions(text: string, lines: Lines, found: readonly HeadingAt[]): HeadingAt[] {
  const kept = withoutContents(text, lines, found);
  const numbered = new Set(kept.filter(({ heading }) => heading.ordinal).map(({ heading }) => heading.number));
  // 总体情况 as a sub-title of the numbered 一、总体情况.
  return kept.filter(({ heading }) => heading.ordinal || !numbered.has(heading.number));
}

/** This many headings with nothing between them are a table of contents, if they occur again. */
const SHORTEST_CONTENTS = 3;

/**
 * A table of contents lists headings with nothing between them; the real ones follow with text below. Its last entry
 * has text below too, the preface, and is known by the entries before it.
 */
function withoutContents(text: string, lines: Lines, found: readonly HeadingAt[]): HeadingAt[] {
  const hasContent = (index: number): boolean => {
    const from = (found[index]?.line ?? 0) + 1;
    const to = found[index + 1]?.line ?? lines.length;
    for (let line = from; line < to; line++) {
      if (!lines.isEmpty(line) && !isPageNumber(text, lines.at(line))) return true;
    }
    return false;
  };
  const last = new Map(found.map(({ heading }, index) => [heading.number, index]));
  let listed = 0; // entries just before this one that have nothing below
  return found.filter((entry, index) => {
    const comesAgain = (last.get(entry.heading.number) ?? index) > index;
    const empty = !hasContent(index);
    const closesList = !empty && listed + 1 >= SHORTEST_CONTENTS;
    listed = empty ? listed + 1 : 0;
    return !(comesAgain && (empty || closesList));
  });
}
