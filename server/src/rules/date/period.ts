import { type Hit, hitsOf, search } from '../../facts/search/search.ts';
import { paragraphFact } from '../../report/fact.ts';
import { spanIn, spanOfHead } from '../../report/prose/span-in.ts';
import type { ProseContent, Report } from '../../report/report.ts';
import { PERIOD } from '../../report/year.ts';
import { fold } from '../../text/fold.ts';
import { defineRule, type Finding, failed, notChecked, passed } from '../rule.ts';
import { before, sentenceOf } from '../support/wording.ts';
import { otherwiseWritten, type WrittenPeriod } from './written-periods.ts';

const SUBJECT = '统计期限';
const PERIODS = search(PERIOD, { avoid: [] });
/** Words that make a range of dates the statistical period and not some activity's. */
const NAMES_PERIOD = /统计|期限|时限|起止|期间|数据|本报告|报告年度|本年度报告/;
/** 数据更新及时，2024年3月1日至5月31日开展检查: section one tells of data and of times for other ends. */
const NAMES_PERIOD_IN_PROSE = /统计|期限|时限|起止|报告(?:年度|所列|中|数据)|本(?:年度)?报告/;
const LOOK_BACK = 40;
/** A date of the period of which a character was lost: 自20221月1日起, 2023 11日到1231日, 2024年1月1至12月31日. */
const GARBLED = search(
  /20\d\d\s?(?:1\s?月\s?1\s?日|\s?0?11\s?日|年\s?0?11\s?日|年\s?1月1\s?(?=[起至到—－-])|1231\s?日|年\s?1231\s?日|年\s?12月?31(?![\s日\d号.])|12\s?月\s?31\s?日)/g,
  { avoid: [] },
);
/** How much of the preface is underlined where the period is missing. */
const SHOWN = 10;
/** 对2021年1月1日至2023年12月31日期间公开的信息进行排查: the time of what a deed was done to. */
const OBJECT_OF_DEED = /[对就将把]\s?$/;
/** A body that took over another's work has that one's shorter period beside its own. */
const OF_MERGED_BODY = /其中|原[\u4e00-\u9fff]{2}|划[转入]|合并|并入|撤[并销]|组建|机构改革|挂牌/;
const MENTIONS_PERIOD =
  /统计(?:期限|时限|时间|区间|期间|周期|时段|范围)|核定时间|1\s?月\s?1\s?日|截至\s?20\d\d\s?年\s?12\s?月\s?31/;

/** The report says that its data cover 1 January to 31 December of the report year. */
export default defineRule({
  meta: {
    id: 'date/period',
    title: { zh: '统计期限不完整或有误', en: 'The statistical period is incomplete or wrong' },
    severity: 'warning',
    basis: '各地编制通知：各项数据核定时间为当年1月1日至12月31日',
    fix: 'suggestion',
    messages: {
      noDay: { zh: '统计期限“{found}”缺“日”字。', en: 'The period “{found}” lacks 日 at its end.' },
      dates: {
        zh: '统计期限应为当年1月1日至12月31日，此处为“{found}”。',
        en: 'The period should run from 1 January to 31 December; here it is “{found}”.',
      },
      years: {
        zh: '统计期限的起止年份不同：“{found}”。',
        en: 'The period begins and ends in different years: “{found}”.',
      },
      garbled: {
        zh: '统计期限中的“{found}”缺字，不是完整的日期。',
        en: '“{found}” in the period has lost a character and is no full date.',
      },
      missing: {
        zh: '前言没有写明统计期限（{year}年1月1日至{year}年12月31日）。',
        en: 'The preface does not state the period (1 January to 31 December {year}).',
      },
    },
  },
  *check(report) {
    const full = fullPeriods(report);
    // What has once been said in full may be shortened, and divided among merged bodies.
    const statements = full.includes(undefined) ? full : [...full, ...shortPeriods(report)];
    for (const finding of statements) yield finding ? failed(SUBJECT, finding) : passed(SUBJECT);
    if (statements.length > 0) return;
    const garbled = garbledPeriods(report);
    for (const { span, text } of garbled) {
      yield failed(SUBJECT, { messageId: 'garbled', span, data: { found: text } });
    }
    if (garbled.length === 0) yield* missing(report);
  },
});

/** What is to be said of each statement of the period; undefined where it is right. */
type Statements = readonly (Finding<'noDay' | 'dates' | 'years' | 'missing'> | undefined)[];

/** Periods with both dates. */
function fullPeriods(report: Report): Statements {
  const statements: Statements[number][] = [];
  for (const hit of hitsOf(report, PERIODS)) {
    if (hit.paragraph.section > 1 || !isStatistical(hit, report.year)) continue;
    const finding = findingFor(hit, report.year);
    const isOtherBody = finding?.messageId === 'dates' && OF_MERGED_BODY.test(sentenceOf(hit));
    if (!(isOtherBody && statements.includes(undefined))) statements.push(finding);
  }
  return statements;
}

/** Periods written in another way, up to the first that is right. */
function shortPeriods(report: Report): Statements {
  const statements = [...otherwiseWritten(report)].map(({ hit, period }) => otherFinding(hit, period, report.year));
  const right = statements.indexOf(undefined);
  return right < 0 ? statements : statements.slice(0, right + 1);
}

const garbledPeriods = (report: Report): readonly Hit[] =>
  hitsOf(report, GARBLED).filter((hit) => hit.paragraph.section <= 1 && NAMES_PERIOD.test(before(hit, LOOK_BACK)));

function isStatistical(hit: Hit, reportYear: number | undefined): boolean {
  const [year = '', month, day, lastYear = '', lastMonth, lastDay] = hit.groups;
  const lead = before(hit, LOOK_BACK);
  const isPreface = hit.paragraph.section === 0;
  const isNamed = isPreface ? NAMES_PERIOD.test(lead) : NAMES_PERIOD_IN_PROSE.test(lead.replace(/^.*[。；;]/s, ''));
  if (month !== '1' || day !== '1' || lastMonth !== '12' || lastDay !== '31') return isNamed;
  const years = [year, lastYear || year].map((each) => Number(fold(each)));
  if (isPreface || years[0] === years[1]) return true;
  // In the prose of section one a span of several years, or one that leaves the report year out, is some deed's.
  const isSlip = reportYear === undefined || years.includes(reportYear);
  return isSlip ? !OBJECT_OF_DEED.test(lead) : isNamed;
}

function findingFor(hit: Hit, reportYear: number | undefined): Statements[number] {
  const [year = '', month = '', day = '', lastYear = '', lastMonth = '', lastDay = '', dayMark] = hit.groups;
  const [first, last] = [fold(year), fold(lastYear || year)];
  const { paragraph, span, text, end } = hit;
  const at = { span, data: { found: fold(text) } };
  if (first !== last) return differentYears(hit, first, last, reportYear);
  // Both years wrong alike: date/wrong-year's finding.
  if (reportYear !== undefined && Number(first) !== reportYear) return undefined;
  if ([month, day, lastMonth, lastDay].map(fold).join() !== '1,1,12,31') return notTheYear(hit, first);
  if (dayMark) return undefined;
  return {
    ...at,
    messageId: 'noDay',
    fixes: [
      {
        title: { zh: '补上“日”字：12月31日', en: 'Insert 日: 12月31日' },
        edits: [{ span: spanIn(paragraph, end, end), newText: '日' }],
        kind: 'suggestion',
        preferred: true,
      },
    ],
  };
}

function notTheYear({ span, text }: Hit, year: string): Finding<'dates'> {
  const newText = `${year}年1月1日至${year}年12月31日`;
  return {
    messageId: 'dates',
    span,
    data: { found: fold(text) },
    fixes: [
      {
        title: { zh: `改为“${newText}”`, en: `Change to “${newText}”` },
        edits: [{ span, newText }],
        kind: 'suggestion',
      },
    ],
  };
}

/** 2024年1月至12月 means the whole year and lacks the days; other months or days are another period. */
function otherFinding(hit: Hit, period: WrittenPeriod, reportYear: number | undefined): Finding<'dates'> | undefined {
  const { year = reportYear, isWholeYear, hasDays } = period;
  const isOfReport = year === undefined || reportYear === undefined || year === reportYear;
  if (isWholeYear && hasDays && isOfReport) return undefined;
  const wanted = reportYear ?? year;
  const finding = notTheYear(hit, `${wanted ?? ''}`);
  return {
    ...finding,
    ...(isWholeYear && isOfReport && { severity: 'information' as const }),
    ...(wanted === undefined && { fixes: [] }),
  };
}

/** One of the two years is the report's; the other is offered to be changed into it. */
function differentYears(
  { paragraph, start, text, span, groups }: Hit,
  first: string,
  last: string,
  reportYear: number | undefined,
): Finding<'years'> {
  const [year = '', , , lastYear = ''] = groups;
  const wanted = reportYear === undefined ? last : String(reportYear);
  const wrong = [
    { found: first, at: start, length: year.length },
    { found: last, at: start + text.indexOf(lastYear, year.length), length: lastYear.length },
  ].filter(({ found }) => found !== wanted);
  return {
    messageId: 'years',
    span,
    severity: 'error',
    data: { found: fold(text) },
    fixes: [
      {
        title: {
          zh: `将 ${wrong.map(({ found }) => found).join('、')} 年改为 ${wanted} 年`,
          en: `Change ${wrong.map(({ found }) => found).join(', ')} to ${wanted}`,
        },
        edits: wrong.map(({ at, length }) => ({ span: spanIn(paragraph, at, at + length), newText: wanted })),
        kind: 'suggestion',
        preferred: true,
      },
    ],
  };
}

const mentionsPeriod = paragraphFact(({ text }) => MENTIONS_PERIOD.test(text));
const namesStatistics = (content: ProseContent): boolean => content.text.includes('统计') && mentionsPeriod(content);

/** Only where there is a preface to hold it; a report that begins with section one is left alone. */
function* missing(report: Report) {
  const preface = report.prose.filter(({ section }) => section === 0);
  const last = preface.findLast(({ text }) => text.length > 20);
  if (!last || report.prose.some(({ section, content }) => section === 1 && namesStatistics(content))) {
    yield notChecked(SUBJECT, 'section-missing');
    return;
  }
  if (preface.some(({ content }) => mentionsPeriod(content))) {
    yield passed(SUBJECT);
    return;
  }
  if (report.year === undefined) {
    yield notChecked(SUBJECT, 'year-unknown');
    return;
  }
  const end = last.text.length;
  const sentence = `本报告所列数据的统计期限自${report.year}年1月1日起至${report.year}年12月31日止。`;
  yield failed(SUBJECT, {
    messageId: 'missing',
    // How the paragraph begins, and not five lines of it.
    span: spanOfHead(last, SHOWN),
    severity: 'information',
    data: { year: report.year },
    fixes: [
      {
        title: { zh: `在前言末尾补上“${sentence}”`, en: `Append “${sentence}”` },
        edits: [{ span: spanIn(last, end, end), newText: sentence }],
        kind: 'suggestion',
      },
    ],
  } satisfies Finding<'missing'>);
}
