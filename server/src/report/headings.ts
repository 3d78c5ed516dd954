import type { SectionNumber } from '../forms/index.ts';
import { SECTIONS } from '../forms/sections.ts';
import { fold } from '../text/fold.ts';
import { similarity } from '../text/similar.ts';
import { span } from '../text/span.ts';
import { isEmpty, isPageNumber, type Line } from './lines.ts';
import type { Heading } from './report.ts';

/** Longer lines are sentences: the longest alias has 25 characters, an ordinal and marks come on top. */
const LONGEST_HEADING = 48;
const SIMILAR_ENOUGH = 0.78;

interface KnownTitle {
  readonly number: SectionNumber;
  readonly match: 'same' | 'alias';
}

const TITLES: ReadonlyMap<string, KnownTitle> = new Map(
  SECTIONS.flatMap(({ number, title, aliases }): [string, KnownTitle][] => [
    ...aliases.map((alias): [string, KnownTitle] => [fold(alias), { number, match: 'alias' }]),
    [fold(title), { number, match: 'same' }],
  ]),
);

/**
 * `#` and `*` marks, then an ordinal of the first level: 一、 三． 第二部分 2. — never （一）, which numbers an aspect
 * and may stand before the very words of a section's title: （二）主动公开政府信息情况.
 */
const HEADING =
  /^([#*\s>]*)((?:第?[一二三四五六七八九十]{1,2}(?:部分)?\s?[、.．，,:：]\s?|第[一二三四五六七八九十]部分\s?|\d{1,2}\s?[、.．]\s?)?)(.*?)([*#\s：:。]*)$/;

/** Is this line just a section's heading? */
export function matchHeading(text: string, line: Line): Heading | undefined {
  if (line.to - line.from > LONGEST_HEADING || line.to - line.from < 2) return undefined;
  const raw = text.slice(line.from, line.to);
  const parts = HEADING.exec(raw);
  if (!parts) return undefined;
  const [, marks = '', ordinal = '', title = ''] = parts;
  const key = fold(title).replace(/^20\d\d年度?/, '');
  // 无其他需要报告的事项。 is the section's text, not its heading.
  const mayDiffer = key.length >= 4 && !raw.endsWith('。') && !/^[无没本未]/.test(key);
  const known = TITLES.get(key) ?? (mayDiffer ? nearTitle(key, ordinal !== '') : undefined);
  if (!known) return undefined;
  const start = line.from + marks.length;
  const titleStart = start + ordinal.length;
  const titleSpan = span(titleStart, titleStart + title.length);
  return {
    number: known.number,
    span: span(start, titleSpan.end),
    ordinal: ordinal ? { span: span(start, titleStart), text: ordinal } : undefined,
    titleSpan,
    title,
    match: known.match,
  };
}

/** A heading with a slip in it (总体情況) still counts; without an ordinal only long titles may differ. */
function nearTitle(key: string, numbered: boolean): { number: SectionNumber; match: 'differs' } | undefined {
  if (!numbered && key.length < 9) return undefined;
  let best: { number: SectionNumber; score: number } | undefined;
  for (const [title, { number }] of TITLES) {
    if (Math.abs(title.length - key.length) > 5) continue;
    const score = similarity(title, key);
    if (score >= (key.length < 6 ? 0.75 : SIMILAR_ENOUGH) && score > (best?.score ?? 0)) best = { number, score };
  }
  return best && { number: best.number, match: 'differs' };
}

export interface HeadingAt {
  readonly line: number;
  readonly heading: Heading;
}

/** All headings in text order, without those of a table of contents and without unnumbered repetitions. */
export function findHeadings(text: string, lines: readonly Line[]): HeadingAt[] {
  const found: HeadingAt[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.to - line.from < 2 || !mayBeHeading(text, line)) continue;
    const heading = matchHeading(text, line);
    if (heading) found.push({ line: index, heading });
  }
  return dropRepetitions(text, lines, found);
}

/** A cheap look at the first character keeps the regex away from the hundreds of number lines of a table. */
function mayBeHeading(text: string, { from, to }: Line): boolean {
  const first = text.charCodeAt(from);
  if (first >= 0x2e80 && first < 0xff00) return true;
  return to - from >= 5 && (first === 0x23 || first === 0x2a || first === 0x3e || (first >= 0x30 && first <= 0x39));
}

function dropRepetitions(text: string, lines: readonly Line[], found: readonly HeadingAt[]): HeadingAt[] {
  const kept = withoutContents(text, lines, found);
  const numbered = new Set(kept.filter(({ heading }) => heading.ordinal).map(({ heading }) => heading.number));
  // 总体情况 as a sub-title of the numbered 一、总体情况.
  return kept.filter(({ heading }) => heading.ordinal || !numbered.has(heading.number));
}

/** So many headings with nothing between them are a table of contents, if they come again. */
const SHORTEST_CONTENTS = 3;

/**
 * A table of contents lists headings with nothing between them; the real ones follow with text below. Its last entry
 * has text below too, the preface, and is known by the entries before it.
 */
function withoutContents(text: string, lines: readonly Line[], found: readonly HeadingAt[]): HeadingAt[] {
  const hasContent = (index: number): boolean => {
    const from = (found[index]?.line ?? 0) + 1;
    const to = found[index + 1]?.line ?? lines.length;
    return lines.slice(from, to).some((line) => !isEmpty(line) && !isPageNumber(text, line));
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
