import { type CellId, cellId } from '../../forms/index.ts';
import { paragraphFact, reportFact } from '../../report/fact.ts';
import { sentencesIn } from '../../report/prose/sentences.ts';
import { spanIn } from '../../report/prose/span-in.ts';
import type { Report } from '../../report/report.ts';
import { matchesIn } from '../../text/matches.ts';
import type { Span } from '../../text/span.ts';
import { isOwnName, LOOK_BACK, subjectOf } from './claim-scope.ts';

/** A sentence that says there was none: 未收到政府信息公开申请, 没有因政府信息公开工作被申请行政复议、提起行政诉讼. */
export interface ZeroClaim {
  readonly about: 'requests' | 'review' | 'litigation';
  readonly span: Span;
  /** The cells that must all hold 0. */
  readonly cells: readonly CellId[];
}

const NONE = '(?:未曾?|没有|尚未|均未|从未|无|并未)';
const RECEIVED = '(?:收到|接到|接获|受理|收|产生|发生|出现|办理|处理|有)?(?:过)?(?:和处理|或处理|、处理)?';
const REQUESTS = new RegExp(
  `${NONE}${RECEIVED}(?:任何|公民、?|法人|或者?|其他组织|提出的?|的|关于|有关|我局|本局|、|和){0,6}(?:(?:政府|政务)?信息公开(?:事项)?申请(?!工作)|依申请公开(?:政府信息)?(?:的)?(?:内容|申请|信息|事项|件|情况)|公开(?:政府)?信息的?申请|公开申请|依申请公开)`,
  'g',
);
const CASES = new RegExp(
  `${NONE}(?:收到|发生|出现|产生|涉及|存在|有|被)?[^。；;，,]{0,24}?(?:行政复议|行政诉讼)[^。；;，,]{0,16}`,
  'g',
);

/**
 * 未收到当面申请: one channel. 无法提供, 不予处理: a result. 除…外: an exception. 未被纠正, 再审, 群体性: another question.
 * 三季度, 下半年: not the whole year.
 */
const NARROWED =
  /当面|网站|网上|信函|邮寄|邮件|传真|除|重复|逾期|超期|收费|投诉|纠正|纠错|败诉|撤销|责令|无法|因.{0,10}引发的责任|审结|再审|群体|集体|以前|上年|去年|季度|半年|(?<![0-9０-９])(?:[1-9１-９]|1[01])\s?月/;
/** 未收到关于申请办理的投诉, 申请以外的诉求: the clause goes on to something else. */
const GOES_ON = /复议|诉讼|投诉|举报|信访|[以之]外/;

const NEW_REQUESTS = [cellId('requests', 'new', 'total')];
const REVIEW_TOTAL = [cellId('review', 'counts', 'review.total')];
const LITIGATION_TOTALS = [cellId('review', 'counts', 'direct.total'), cellId('review', 'counts', 'afterReview.total')];

/** In text order. */
export const zeroClaimsOf: (report: Report) => readonly ZeroClaim[] = reportFact(findZeroClaims);

function findZeroClaims({ prose, year, title }: Report): ZeroClaim[] {
  const issuer = title?.issuer;
  const claims: ZeroClaim[] = [];
  for (const paragraph of prose) {
    if (paragraph.section > 4) continue;
    for (const { about, start, end, cells, years, subject } of candidatesIn(paragraph.content)) {
      if (year !== undefined && years.length > 0 && !years.includes(year)) continue;
      // 局属各单位均未收到: the body itself may have.
      if (subject !== undefined && issuer !== undefined && !isOwnName(subject, issuer)) continue;
      claims.push({ about, span: spanIn(paragraph, start, end), cells });
    }
  }
  return claims;
}

/** In offsets of its paragraph. */
interface Candidate extends Pick<ZeroClaim, 'about' | 'cells'> {
  readonly start: number;
  readonly end: number;
  /** The years that its sentence names. */
  readonly years: readonly number[];
  /** The body that is named right before it. */
  readonly subject: string | undefined;
}

const NOTHING: readonly Candidate[] = [];
const NEGATION = /[未无]|没有/;

const candidatesIn = paragraphFact((content): readonly Candidate[] => {
  const { text } = content;
  if (!/申请|复议|诉讼/.test(text) || !NEGATION.test(text)) return NOTHING;
  const found: Candidate[] = [];
  for (const { start, end } of sentencesIn(content)) {
    const sentence = text.slice(start, end);
    if (NEGATION.test(sentence) && !/全[省市县区州旗镇乡]|代表/.test(sentence))
      found.push(...inSentence(sentence, start, text));
  }
  return found.length > 0 ? found : NOTHING;
});

/** Who had no case at all had none about information either; a cause that is named must be that. */
const isAboutInformation = (claim: string, sentence: string, paragraph: string): boolean =>
  sentence.includes('公开') || (paragraph.includes('公开') && !/因|对|就|关于|引起|引发/.test(claim));

function inSentence(text: string, start: number, paragraph: string): Candidate[] {
  const found: Candidate[] = [];
  const add = (about: ZeroClaim['about'], match: RegExpExecArray, cells: readonly CellId[]): void => {
    const at = start + match.index;
    const subject = subjectOf(text.slice(Math.max(clauseFrom(text, match), match.index - LOOK_BACK), match.index));
    found.push({ about, start: at, end: at + match[0].length, cells, years: yearsIn(text), subject });
  };
  for (const match of matchesIn(text, REQUESTS)) {
    // 无因政府信息公开申请…行政复议: the clause goes on to speak of cases, not of requests.
    if (NARROWED.test(clauseOf(text, match)) || GOES_ON.test(restOfClause(text, match))) continue;
    add('requests', match, NEW_REQUESTS);
  }
  for (const match of matchesIn(text, CASES)) {
    if (NARROWED.test(clauseOf(text, match)) || !isAboutInformation(match[0], text, paragraph)) continue;
    if (match[0].includes('行政复议')) add('review', match, REVIEW_TOTAL);
    if (/行政诉讼|、诉讼|和诉讼|或诉讼/.test(match[0])) add('litigation', match, LITIGATION_TOTALS);
  }
  return found;
}

const clauseFrom = (text: string, { index }: RegExpExecArray): number =>
  Math.max(...['，', ','].map((mark) => text.lastIndexOf(mark, index))) + 1;
const clauseOf = (text: string, match: RegExpExecArray): string =>
  text.slice(clauseFrom(text, match), match.index + match[0].length);

const restOfClause = (text: string, match: RegExpExecArray): string =>
  /^[^，,。；;]{0,24}/.exec(text.slice(match.index + match[0].length))?.[0] ?? '';

const YEAR = /20\d\d(?=\s?年)/g;
const yearsIn = (text: string): number[] => matchesIn(text, YEAR).map((match) => Number(match[0]));
