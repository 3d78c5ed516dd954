import { isMasked } from '../../report/masks.ts';
import type { ProseContent } from '../../report/prose-content.ts';
import type { Prose, Report, YearEvidence } from '../../report/report.ts';
import { sentencesIn } from '../../report/sentences.ts';
import { fold } from '../../text/fold.ts';
import { matchesIn } from '../../text/matches.ts';
import { sentenceAt } from '../../text/sentences.ts';
import type { Span } from '../../text/span.ts';
import { lookup, placesOf } from '../lookup.ts';
import { defineRule, type Fix, failed, notChecked, passed } from '../rule.ts';

/**
 * A statement about the reporting year begins a clause with a year: 2023年，… 截至2023年12月31日，… Where it stands is
 * asked last: few places have a year.
 */
const STATEMENT =
  /(20\d\d)(?<=(?:^|[。；;！!？?，,：:）)]|是|[“”]|截至|截止|方面)\s?\1)\s?年(?:度|全年|以来|12月31日|底|末|度?[，,]?(?=[全我本共累市县区镇乡街局委办主制发公受收新开组举编印出]))?/g;

const STATEMENTS = lookup(statementsIn, { cues: ['20'] });

/** Plans, comparisons and history name other years rightly. */
const OTHER_YEAR_IS_RIGHT =
  /将|下一步|计划|拟|明年|来年|下一年|下年度|预计|力争|今后|较|比|同比|环比|相比|上年|去年|上一年|往年|以来|连续|历年|近年|起[，,]?|自\s?20|至今|十[三四五六]五|规划|党代会|全会|修订|施行|实施|印发|发布的|制定的|颁布|成立|结转/;

/** The form's wording for a year's work: counts and what is done every year. */
const REPORTED_WORK =
  /\d\s?(?:余|多)?(?:条|件|次|份|个|期|篇|场|项|人|部|宗)|主动公开|申请|公开|发布|制发|受理|收到|组织|开展|办理|培训|制定|公布|更新/;

const MESSAGES = {
  title: {
    zh: '标题写的是 {found} 年，而{others}是 {year} 年。',
    en: 'The title says {found}, but {othersEn} say {year}.',
  },
  preface: {
    zh: '前言写的是 {found} 年的年度报告，而{others}是 {year} 年。',
    en: 'The preface names the report for {found}, but {othersEn} say {year}.',
  },
  period: {
    zh: '统计期限写的是 {found} 年，而{others}是 {year} 年。',
    en: 'The period names {found}, but {othersEn} say {year}.',
  },
  statement: {
    zh: '本报告为 {year} 年度，此处写的是 {found} 年，可能是上年的文字未改。',
    en: 'This is the report for {year}; here it says {found}, perhaps left from an earlier report.',
  },
} as const;

/** Last year's date left in: the outvoted of title, period and prose, or a sentence on the year's work. */
export default defineRule({
  meta: {
    id: 'date/wrong-year',
    title: { zh: '年份与报告年度不符', en: 'A year that is not the report year' },
    severity: 'warning',
    basis: '各地编制通知：各项数据核定时间为当年1月1日至12月31日',
    fix: 'suggestion',
    messages: MESSAGES,
  },
  *check(report) {
    const { year } = report;
    if (year === undefined) {
      yield notChecked('报告年度', 'year-unknown');
      return;
    }
    for (const evidence of report.yearEvidence) {
      if (evidence.place === 'prose') continue;
      const subject = `${PLACES[evidence.place]}的年份`;
      if (evidence.year === year) yield passed(subject);
      else {
        yield failed(subject, {
          messageId: evidence.place,
          span: evidence.span,
          severity: 'error',
          data: { found: evidence.year, year, ...agreeing(report, year) },
          fixes: [replaceYear(report.text, evidence.span, evidence.year, year)],
        });
      }
    }
    for (const { paragraph, found: statements } of placesOf(report, STATEMENTS)) {
      if (paragraph.section >= 5) continue;
      for (const { found, span } of stale(statements, paragraph, year, report.yearEvidence)) {
        yield failed('正文的年份', {
          messageId: 'statement',
          span,
          data: { found, year },
          fixes: [replaceYear(report.text, span, found, year)],
        });
      }
    }
  },
});

const PLACES = { title: '标题', preface: '前言', period: '统计期限', prose: '正文' } as const;

function agreeing({ yearEvidence }: Report, year: number): { others: string; othersEn: string } {
  const places = [...new Set(yearEvidence.filter((each) => each.year === year).map(({ place }) => place))];
  if (places.length === 0) return { others: '设定的报告年度', othersEn: 'the settings' };
  return { others: places.map((place) => PLACES[place]).join('、'), othersEn: places.join(' and ') };
}

/** A year at the beginning of a clause, in offsets of its paragraph. */
interface Statement {
  readonly year: number;
  readonly at: number;
}

function statementsIn({ text, masks }: ProseContent): Statement[] {
  const statements: Statement[] = [];
  for (const { index: at, 1: digits } of matchesIn(text, STATEMENT)) {
    if (!isMasked(masks, at, at + 4)) statements.push({ year: Number(digits), at });
  }
  return statements;
}

function* stale(
  statements: readonly Statement[],
  paragraph: Prose,
  year: number,
  evidence: readonly YearEvidence[],
): Iterable<{ found: number; span: Span }> {
  for (const { year: found, at } of statements) {
    // A slip of one to three years is last year's text; a farther one is history.
    if (found === year || Math.abs(found - year) > 3) continue;
    const sentence = sentenceAt(sentencesIn(paragraph.content), at);
    const said = paragraph.text.slice(sentence?.start, sentence?.end);
    if (said.includes(String(year)) || OTHER_YEAR_IS_RIGHT.test(said) || !REPORTED_WORK.test(said)) continue;
    const span = paragraph.spanOf(at, at + 4);
    if (
      !evidence.some((each) => each.place !== 'prose' && each.span.start <= span.start && span.end <= each.span.end)
    ) {
      yield { found, span };
    }
  }
}

/** Every mention of the wrong year inside the span; a title has one, a period two. */
function replaceYear(text: string, span: Span, found: number, year: number): Fix {
  const raw = text.slice(span.start, span.end);
  const edits = [...raw.matchAll(/[2２]\s?[0０]\s?[0-9０-９]\s?[0-9０-９](?=\s?年|$)/g)]
    .filter((match) => Number(fold(match[0])) === found)
    .map((match) => ({
      span: { start: span.start + match.index, end: span.start + match.index + match[0].length },
      newText: String(year),
    }));
  return {
    title: { zh: `将 ${found} 年改为 ${year} 年`, en: `Change ${found} to ${year}` },
    edits,
    kind: 'suggestion',
    preferred: true,
  };
}
