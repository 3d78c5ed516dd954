import { ASPECTS, headOf, ORGANISED } from '../facts/aspects.ts';
import { itemsIn } from '../facts/lists/items.ts';
import { reportFact } from '../report/fact.ts';
import { sectionIn } from '../report/find.ts';
import { spanIn } from '../report/prose/span-in.ts';
import type { Prose, Report } from '../report/report.ts';
import type { Span } from '../text/span.ts';
import type { PlaceName } from './pack.ts';

/** A stretch of a paragraph. */
export interface Stretch {
  readonly paragraph: Prose;
  readonly start: number;
  readonly end: number;
}

export interface FoundPlace {
  readonly stretches: readonly Stretch[];
  /** Where something is reported that is missing there. */
  readonly anchor: Span;
}

const ASPECT_NAMES: readonly PlaceName[] = ['disclosure', 'requests', 'management', 'platforms', 'supervision'];

/** The places in the form's words, for messages and subjects. */
export const PLACE_WORDS: Readonly<Record<PlaceName, string>> = {
  report: '全文',
  preface: '导语',
  overview: '总体情况',
  disclosure: '主动公开',
  requests: '依申请公开',
  management: '政府信息管理',
  platforms: '政府信息公开平台建设',
  supervision: '监督保障',
  problems: '存在的主要问题及改进情况',
  other: '其他需要报告的事项',
};

const whole = (paragraph: Prose): Stretch => ({ paragraph, start: 0, end: paragraph.text.length });

/** How far the head of an item reaches that is marked when something is missing in it. */
const ANCHOR = 12;

interface Begun {
  readonly aspect: number | undefined;
  readonly paragraph: Prose;
  readonly at: number;
}

/** Where each item of section one begins, and which aspect it is about. */
function itemsOfOverview(paragraphs: readonly Prose[]): Begun[] {
  const items = paragraphs.flatMap((paragraph) =>
    itemsIn(paragraph.content, 'bracket').map(({ at, number }) => ({ paragraph, at, number })),
  );
  const byHead = items.map(({ paragraph, at, number }) => {
    const head = headOf(paragraph.text.slice(at));
    const own = ASPECTS[number - 1];
    return own?.head.test(head) ? number - 1 : ASPECTS.findIndex((aspect) => aspect.head.test(head));
  });
  // An aspect is spoken of under its number where nothing else claims it.
  return items.map(({ paragraph, at, number }, index) => {
    const named = byHead[index] ?? -1;
    const numbered = number <= ASPECTS.length && !byHead.includes(number - 1) ? number - 1 : undefined;
    return { paragraph, at, aspect: named >= 0 ? named : numbered };
  });
}

/** The stretches of each aspect; undefined when section one is one running text. */
const aspectsOf = reportFact((report): readonly (readonly Stretch[])[] | undefined => {
  const paragraphs = report.prose.filter(({ section }) => section === 1);
  const items = itemsOfOverview(paragraphs);
  if (new Set(items.flatMap(({ aspect }) => aspect ?? [])).size < ORGANISED) return undefined;
  const stretches: Stretch[][] = ASPECTS.map(() => []);
  let current: number | undefined;
  let next = 0;
  for (const paragraph of paragraphs) {
    let start = 0;
    const take = (end: number): void => {
      if (current !== undefined && end > start) stretches[current]?.push({ paragraph, start, end });
      start = end;
    };
    for (let item = items[next]; item?.paragraph === paragraph; item = items[++next]) {
      take(item.at);
      current = item.aspect;
    }
    take(paragraph.text.length);
  }
  return stretches;
});

const SECTIONS = { overview: 1, problems: 5, other: 6 } as const;

/**
 * What a report has in a place. Without numbered items an aspect may stand anywhere in section one.
 * @returns undefined when the report has no such place, so that nothing can be said about it
 */
export function placeIn(report: Report, name: PlaceName): FoundPlace | undefined {
  if (name === 'report' || name === 'preface') {
    const stretches = report.prose.filter(({ section }) => name === 'report' || section === 0).map(whole);
    const [first] = stretches;
    return first && { stretches, anchor: report.title?.span ?? spanIn(first.paragraph, 0, ANCHOR) };
  }
  const aspect = ASPECT_NAMES.indexOf(name);
  const aspects = aspect < 0 ? undefined : aspectsOf(report);
  if (aspects) return placeOfAspect(aspects[aspect] ?? []);
  const number = name === 'problems' || name === 'other' ? SECTIONS[name] : SECTIONS.overview;
  const section = sectionIn(report, number);
  return (
    section && {
      stretches: report.prose.filter((paragraph) => paragraph.section === number).map(whole),
      anchor: section.heading.span,
    }
  );
}

function placeOfAspect(stretches: readonly Stretch[]): FoundPlace | undefined {
  const [first] = stretches;
  if (!first) return undefined;
  const { paragraph, start, end } = first;
  const head = paragraph.text.slice(start, end).search(/[。；;：:]/);
  const length = Math.min(head < 0 ? ANCHOR : head, ANCHOR, end - start);
  return { stretches, anchor: spanIn(paragraph, start, start + length) };
}
