import { fold } from '../text/fold.ts';
import { paragraphFact } from './fact.ts';
import { isMasked, masksIn } from './prose/masks.ts';
import { spanIn } from './prose/span-in.ts';
import type { Prose, ProseContent, Title, YearEvidence } from './report.ts';

/** The form's years; a typing slip such as 2204 is none of them. */
const FIRST = 2008;
const LAST = 2099;

const D = '[0-9０-９]';
const S = '\\s?';
const YEAR = `[2２]${S}[0０]${S}${D}${S}${D}`;

/** 自2024年1月1日起至2024年12月31日止, 从2024年1月1日起，至…, 2024年1月1日—12月31日, also with a slip that date/period reports. */
export const PERIOD = new RegExp(
  `(${YEAR})${S}年${S}(${D}{1,2})${S}月${S}(${D}{1,2})${S}日${S}起?${S}[，,]?${S}(?:至|到|—{1,2}|–|-|~|～|―)${S}(?:(${YEAR})${S}年${S})?(${D}{1,2})${S}月${S}(${D}{1,2})${S}(日?)`,
  'g',
);

const YEAR_WORD = new RegExp(`(?<!${D})(${YEAR})(?=${S}年)`, 'g');
/** 发布X局2020年政府信息公开工作年度报告: a preface that names body and year stands in for a lost title. */
const PREFACE = new RegExp(`(${YEAR})${S}年(?:度)?[^。，,]{0,20}政府信息公开[^。，,]{0,8}年度(?:工作)?报告`);

/** Below a title that states its year only the sentence that publishes the report names that year for certain. */
const PUBLISHED = new RegExp(
  `(?:发布|公布|公开|编制|编写|形成|制作|现将)(?![^。，,；;]{0,40}通知)[^。，,；;]{0,30}?(${YEAR})${S}年(?:度)?[^。，,；;]{0,20}政府信息公开[^。，,；;]{0,8}年度(?:工作)?报告(?!以来|后|中|反映|指出|提出|所|的|编|格式|模板)`,
);

const toYear = (digits: string): number => Number(fold(digits));
const inRange = (year: number): boolean => year >= FIRST && year <= LAST;

interface NamedYear {
  readonly year: number;
  /** Offsets in the paragraph. */
  readonly start: number;
  readonly end: number;
}

/** What a paragraph says about years, in text order. */
interface Years {
  /** That begin and end in one year; what date/period reports says nothing for certain. */
  readonly periods: readonly NamedYear[];
  /** Outside document numbers, book titles and periods. */
  readonly outside: readonly NamedYear[];
  /** In periods. */
  readonly inside: readonly NamedYear[];
}

const NONE: Years = { periods: [], outside: [], inside: [] };

const yearsIn = paragraphFact((content): Years => {
  const { text } = content;
  if (!text.includes('年')) return NONE;
  const matches = [...text.matchAll(PERIOD)];
  const years: { periods: NamedYear[]; outside: NamedYear[]; inside: NamedYear[] } = {
    periods: [],
    outside: [],
    inside: [],
  };
  for (const { 0: period, 1: first = '', 4: last = first, index } of matches) {
    const year = toYear(first);
    if (inRange(year) && toYear(last) === year) years.periods.push({ year, start: index, end: index + period.length });
  }
  for (const { 0: digits, index: start } of text.matchAll(YEAR_WORD)) {
    const year = toYear(digits);
    const end = start + digits.length;
    if (!inRange(year) || isMasked(masksIn(content), start, end)) continue;
    const isInside = matches.some(({ index, 0: period }) => index < end && start < index + period.length);
    years[isInside ? 'inside' : 'outside'].push({ year, start, end });
  }
  return years;
});

const reportNamedBy = (pattern: RegExp): ((content: ProseContent) => NamedYear | undefined) =>
  paragraphFact(({ text }) => {
    const match = pattern.exec(text);
    const digits = match?.[1];
    if (!match || digits === undefined || !inRange(toYear(digits))) return undefined;
    const start = match.index + match[0].indexOf(digits);
    return { year: toYear(digits), start, end: start + digits.length };
  });

const namedInPreface = reportNamedBy(PREFACE);
const namedAsPublished = reportNamedBy(PUBLISHED);

/** Every place that states the report year: title, preface, period sentence, and the prose's majority. */
export function yearEvidence(title: Title | undefined, prose: readonly Prose[]): YearEvidence[] {
  const evidence: YearEvidence[] = [];
  const opening = prose.filter(({ section }) => section <= 1);
  const add = (place: YearEvidence['place'], paragraph: Prose, { year, start, end }: NamedYear): void => {
    evidence.push({ place, year, span: spanIn(paragraph, start, end) });
  };
  if (title?.year && inRange(title.year.value)) {
    evidence.push({ place: 'title', year: title.year.value, span: title.year.span });
  }
  for (const paragraph of opening) {
    for (const period of yearsIn(paragraph.content).periods) add('period', paragraph, period);
    if (paragraph.section !== 0) continue;
    const preface = (title?.year ? namedAsPublished : namedInPreface)(paragraph.content);
    if (preface) add('preface', paragraph, preface);
  }
  const majority = mostNamed(opening, 'outside') ?? mostNamed(opening, 'inside');
  if (majority) add('prose', ...majority);
  return evidence;
}

/**
 * The year that sections 0 and 1 name most often, and where first. The period has a vote of its own, so its two years
 * count here only where the prose names no other.
 */
function mostNamed(prose: readonly Prose[], where: 'inside' | 'outside'): [Prose, NamedYear] | undefined {
  const counts = new Map<number, { count: number; first: [Prose, NamedYear] }>();
  for (const paragraph of prose) {
    for (const named of yearsIn(paragraph.content)[where]) {
      const known = counts.get(named.year);
      if (known) known.count++;
      else counts.set(named.year, { count: 1, first: [paragraph, named] });
    }
  }
  let best: { count: number; first: [Prose, NamedYear] } | undefined;
  for (const entry of counts.values()) if (entry.count > (best?.count ?? 0)) best = entry;
  return best?.first;
}

/** Two of title (or preface), period and prose win; where none agree, the first of them counts. */
export function decideYear(evidence: readonly YearEvidence[]): number | undefined {
  const first = (places: readonly YearEvidence['place'][]): number | undefined =>
    evidence.find(({ place }) => places.includes(place))?.year;
  const title = first(['title', 'preface']);
  const period = first(['period']);
  const prose = first(['prose']);
  if (period !== undefined && period === prose) return period;
  return title ?? period ?? prose;
}
