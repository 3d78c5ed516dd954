import { fold } from '../text/fold.ts';
import { isMasked } from './masks.ts';
import type { Prose, Title, YearEvidence } from './report.ts';

/** The form's years; a typing slip such as 2204 is none of them. */
const FIRST = 2008;
const LAST = 2099;

const D = '[0-9０-９]';
const S = '\\s?';
const YEAR = `[2２]${S}[0０]${S}${D}${S}${D}`;

/** 自2024年1月1日起至2024年12月31日止, 2024年1月1日—12月31日, also with a slip that date/period reports. */
export const PERIOD = new RegExp(
  `(${YEAR})${S}年${S}(${D}{1,2})${S}月${S}(${D}{1,2})${S}日${S}起?${S}(?:至|到|—{1,2}|–|-|~|～|―)${S}(?:(${YEAR})${S}年${S})?(${D}{1,2})${S}月${S}(${D}{1,2})${S}(日?)`,
  'g',
);

const YEAR_WORD = new RegExp(`(?<!${D})(${YEAR})(?=${S}年)`, 'g');
/** 发布X局2020年政府信息公开工作年度报告: a preface that names body and year stands in for a lost title. */
const PREFACE = new RegExp(`(${YEAR})${S}年(?:度)?[^。，,]{0,20}政府信息公开[^。，,]{0,8}年度(?:工作)?报告`);

const toYear = (digits: string): number => Number(fold(digits));
const inRange = (year: number): boolean => year >= FIRST && year <= LAST;

/** Every place that states the report year: title, preface, period sentence, and the prose's majority. */
export function yearEvidence(title: Title | undefined, prose: readonly Prose[]): YearEvidence[] {
  const evidence: YearEvidence[] = [];
  if (title?.year && inRange(title.year.value)) {
    evidence.push({ place: 'title', year: title.year.value, span: title.year.span });
  }
  const opening = prose.filter(({ section }) => section <= 1);
  for (const paragraph of opening) {
    for (const match of paragraph.text.matchAll(PERIOD)) {
      const year = toYear(match[1] ?? '');
      // A period that begins and ends in different years says nothing for certain: date/period reports it.
      if (inRange(year) && toYear(match[4] ?? match[1] ?? '') === year) {
        evidence.push({ place: 'period', year, span: paragraph.spanOf(match.index, match.index + match[0].length) });
      }
    }
    const preface = paragraph.section === 0 ? PREFACE.exec(paragraph.text) : null;
    if (preface?.[1] && !title?.year) {
      const year = toYear(preface[1]);
      const span = paragraph.spanOf(preface.index, preface.index + preface[1].length);
      if (inRange(year)) evidence.push({ place: 'preface', year, span });
    }
  }
  const majority = proseMajority(opening);
  if (majority) evidence.push(majority);
  return evidence;
}

/**
 * The year that sections 0 and 1 name most often, outside document numbers and book titles. The period has a vote of
 * its own, so its two years count here only where the prose names no other.
 */
function proseMajority(prose: readonly Prose[]): YearEvidence | undefined {
  return mostNamed(prose, false) ?? mostNamed(prose, true);
}

function mostNamed(prose: readonly Prose[], withPeriods: boolean): YearEvidence | undefined {
  const counts = new Map<number, { count: number; evidence: YearEvidence }>();
  for (const paragraph of prose) {
    const periods = withPeriods ? [] : [...paragraph.text.matchAll(PERIOD)];
    for (const match of paragraph.text.matchAll(YEAR_WORD)) {
      const year = toYear(match[0]);
      const end = match.index + match[0].length;
      if (!inRange(year) || isMasked(paragraph.masks, match.index, end)) continue;
      if (periods.some(({ index, 0: period }) => index < end && match.index < index + period.length)) continue;
      const known = counts.get(year);
      if (known) known.count++;
      else counts.set(year, { count: 1, evidence: { place: 'prose', year, span: paragraph.spanOf(match.index, end) } });
    }
  }
  let best: { count: number; evidence: YearEvidence } | undefined;
  for (const entry of counts.values()) if (entry.count > (best?.count ?? 0)) best = entry;
  return best?.evidence;
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
