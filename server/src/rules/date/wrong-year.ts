import { byParagraph, type Found, hitsOf, search } from '../../facts/search/search.ts';
import { reportFact } from '../../report/fact.ts';
import { isMasked, masksIn } from '../../report/prose/masks.ts';
import { sentencesIn } from '../../report/prose/sentences.ts';
import { spanIn } from '../../report/prose/span-in.ts';
import type { Prose, ProseContent, Report, YearEvidence } from '../../report/report.ts';
import { fold } from '../../text/fold.ts';
import { matchesIn } from '../../text/matches.ts';
import { SENTENCE_END } from '../../text/sentences.ts';
import type { Span } from '../../text/span.ts';
import { defineRule, type Fix, failed, notChecked, passed } from '../rule.ts';
import { lastYearsWords } from '../support/left-over.ts';
import { farYears } from './far-years.ts';
import { laterYears } from './later-parts.ts';
import { countsWork, isOtherByPlace, isOtherBySentence } from './other-year.ts';
import { earlySessions } from './sessions.ts';

/**
 * A statement about the reporting year begins a clause with a year: 2023年，… 截至2023年12月31日，… Where it stands is
 * asked last: few places have a year.
 */
const STATEMENT = new RegExp(
  `(20\\d\\d)(?<=(?:^|[${SENTENCE_END}，,：:）)]|是|[“”]|截至|截止|方面)\\s?\\1)\\s?年(?:度|全年|以来|12月31日|底|末|度?[，,]?(?=[全我本共累市县区镇乡街局委办主制发公受收新开组举编印出]))?`,
  'g',
);

/** 我局, 全县: who reports. */
const SUBJECT = '[我本全][局委办厅部省市州县区旗镇乡院所]|街道|中心|本?单位|本?机关|全系统';
/** In another place than a clause's head a year must be followed by the deed: 我局2023年共收到…, 在2023年，我局公开…. */
const DEED = new RegExp(
  `(20\\d\\d)(?<=(?:^|[${SENTENCE_END}，,：:）)])\\s?(?:在\\s?|(?:${SUBJECT})\\s?在?\\s?)\\1)\\s?年(?:度|全年)?[，,]?\\s?(?:${SUBJECT})?(?:共计?|累计|总共|一共|全年|主动|新|依法){0,3}(?:收到|受理|公开|新收|制发|发布|组织|开展|举办|召开|办理|答复|公布|编制|更新)`,
  'g',
);

/** How much behind a year is looked at. */
const LONGEST_CLAUSE = 60;

const STATEMENTS = search(statementsIn, { from: [STATEMENT, DEED] });

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
  plan: {
    zh: '此处写的是下一步打算，年份却是 {found} 年；本报告为 {year} 年度，打算应从 {next} 年说起。',
    en: 'This is a plan, and dated {found}; after the report for {year} it should be dated {next}.',
  },
  session: {
    zh: '“{found}”{held}才召开，{year} 年度的报告发布在前，可能是套用后来的报告。',
    en: '“{found}” was held in {held}, after a report for {year} is published.',
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
  *check(report, { relations }) {
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
    for (const { found, wanted, span } of statedYears(report)) {
      // That last year's report has the very sentence leaves no doubt.
      const related = lastYearsWords(report, relations, span);
      yield failed('正文的年份', {
        messageId: wanted === year ? 'statement' : 'plan',
        span,
        ...(related.length > 0 && { severity: 'error', related }),
        data: { found, year, next: year + 1 },
        fixes: [replaceYear(report.text, span, found, wanted)],
      });
    }
    yield* inSessions(report, year);
  },
});

interface StatedYear {
  readonly found: number;
  readonly wanted: number;
  readonly span: Span;
}

/** Years of the prose that are not the report's, or not the next one's. */
const statedYears = reportFact((report: Report): readonly StatedYear[] => {
  const { year, yearEvidence } = report;
  if (year === undefined) return [];
  const inSentences = byParagraph(hitsOf(report, STATEMENTS)).flatMap(([paragraph, statements]) =>
    paragraph.section >= 5 ? [] : [...stale(statements, paragraph, year, yearEvidence)],
  );
  const later = [...laterYears(report, year)].map(({ hit, found, wanted }) => ({
    found,
    wanted,
    span: spanIn(hit.paragraph, hit.start, hit.start + 4),
  }));
  const far = farYears(report, year).map((hit) => ({
    found: Number(hit.groups[0]),
    wanted: hit.paragraph.section >= 5 ? year + 1 : year,
    span: spanIn(hit.paragraph, hit.start, hit.start + 4),
  }));
  return [...inSentences.map((each) => ({ ...each, wanted: year })), ...later, ...far];
});

/** Where these stand. */
export const wrongYearsIn = reportFact(
  (report: Report): ReadonlySet<number> => new Set(statedYears(report).map(({ span }) => span.start)),
);

function* inSessions(report: Report, year: number) {
  for (const { hit, held } of earlySessions(report, year)) {
    yield failed('会议的年份', { messageId: 'session', span: hit.span, data: { found: hit.text, held, year } });
  }
}

const PLACES = { title: '标题', preface: '前言', period: '统计期限', prose: '正文' } as const;

function agreeing({ yearEvidence }: Report, year: number): { others: string; othersEn: string } {
  const places = [...new Set(yearEvidence.filter((each) => each.year === year).map(({ place }) => place))];
  if (places.length === 0) return { others: '设定的报告年度', othersEn: 'the settings' };
  return { others: places.map((place) => PLACES[place]).join('、'), othersEn: places.join(' and ') };
}

/** A year that a sentence's work is dated by, in offsets of its paragraph. */
interface Statement extends Found {
  readonly year: number;
  /** At the head of a clause; else only a count of work makes a statement of it. */
  readonly atHead: boolean;
}

function statementsIn(content: ProseContent): Statement[] {
  const { text } = content;
  const statements: Statement[] = [];
  for (const pattern of [STATEMENT, DEED]) {
    for (const { index: at, 1: digits } of matchesIn(text, pattern)) {
      if (isMasked(masksIn(content), at, at + 4)) continue;
      statements.push({ year: Number(digits), start: at, end: at + 4, atHead: pattern === STATEMENT });
    }
  }
  return statements.sort((a, b) => a.start - b.start);
}

/** The statements of one sentence, which is read once for all of them. */
interface Said {
  readonly text: string;
  readonly start: number;
  /** The parts before and behind it, where only ；parts them. */
  readonly beside: readonly string[];
  readonly statements: readonly Statement[];
}

function* saidIn({ content, text }: Prose, statements: readonly Statement[]): Iterable<Said> {
  const sentences = sentencesIn(content);
  const part = (index: number): string => {
    const { start = 0, end = 0 } = sentences[index] ?? {};
    return text.slice(start, end);
  };
  let next = 0;
  for (const [index, { start, end }] of sentences.entries()) {
    const first = next;
    while ((statements[next]?.start ?? Number.POSITIVE_INFINITY) < end) next++;
    if (first === next) continue;
    const beside = [
      ...(/[；;]\s?$/.test(part(index - 1).slice(-2)) ? [part(index - 1)] : []),
      ...(/[；;]/.test(text.charAt(end - 1)) ? [part(index + 1)] : []),
    ];
    yield { text: text.slice(start, end), start, beside, statements: statements.slice(first, next) };
  }
}

function* stale(
  statements: readonly Statement[],
  paragraph: Prose,
  year: number,
  evidence: readonly YearEvidence[],
): Iterable<{ found: number; span: Span }> {
  // A slip of one to three years is last year's text; a farther one is history.
  const isNear = (found: number): boolean => found !== year && Math.abs(found - year) <= 3;
  if (!statements.some((each) => isNear(each.year))) return;
  const opensWithYear = new RegExp(`^\\s?(?:截[至止]|[自从到至在])?\\s?${year}\\s?年`);
  for (const said of saidIn(paragraph, statements)) {
    if (said.text.includes(String(year)) || !REPORTED_WORK.test(said.text)) continue;
    // 2023年…条，2022年…条 and 截至2023年底…；截至2024年底… compare.
    if (new Set(said.statements.map((each) => each.year)).size > 1) continue;
    if (said.beside.some((part) => opensWithYear.test(part.slice(0, 12)))) continue;
    const [{ year: found } = { year }] = said.statements;
    if (!isNear(found) || isOtherBySentence(said.text, found < year)) continue;
    const isCount = said.statements.some(({ atHead }) => !atHead) && countsWork(said.text);
    for (const { start: at, atHead } of said.statements) {
      const rest = paragraph.text.slice(at + 4, Math.min(said.start + said.text.length, at + 4 + LONGEST_CLAUSE));
      if (isOtherByPlace(rest, found, year) || !(atHead || isCount)) continue;
      const span = spanIn(paragraph, at, at + 4);
      const isEvidence = ({ place, span: { start, end } }: YearEvidence): boolean =>
        place !== 'prose' && start <= span.start && span.end <= end;
      if (!evidence.some(isEvidence)) yield { found, span };
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
