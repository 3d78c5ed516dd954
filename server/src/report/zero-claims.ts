import { type CellId, cellId } from '../forms/index.ts';
import { sentencesOf } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import type { Prose, Report } from './report.ts';

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

/** 未收到当面申请: one channel. 无法提供, 不予处理: a result. 除…外: an exception. 未被纠正: another question. */
const NARROWED =
  /当面|网站|网上|信函|邮寄|邮件|传真|除|重复|逾期|超期|收费|投诉|纠正|纠错|败诉|撤销|责令|无法|因.{0,10}引发的责任|尚未审结|以前|上年|去年/;

const REVIEW_TOTAL = cellId('review', 'counts', 'review.total');
const LITIGATION_TOTALS = [cellId('review', 'counts', 'direct.total'), cellId('review', 'counts', 'afterReview.total')];

export const zeroClaimsOf = (report: Report): ZeroClaim[] =>
  report.prose.filter(({ section }) => section <= 4).flatMap((paragraph) => zeroClaimsIn(report, paragraph));

function zeroClaimsIn(report: Report, paragraph: Prose): ZeroClaim[] {
  if (!/申请|复议|诉讼/.test(paragraph.text)) return [];
  const claims: ZeroClaim[] = [];
  for (const { start, end } of sentencesOf(paragraph.text)) {
    const text = paragraph.text.slice(start, end);
    if (namesOtherYear(report, text) || /全[省市县区州旗镇乡]|代表/.test(text)) continue;
    const add = (about: ZeroClaim['about'], match: RegExpExecArray, cells: readonly CellId[]): void => {
      const at = start + match.index;
      claims.push({ about, span: paragraph.spanOf(at, at + match[0].length), cells });
    };
    for (const match of text.matchAll(REQUESTS)) {
      // 无因政府信息公开申请…行政复议: the clause goes on to speak of cases, not of requests.
      if (NARROWED.test(clauseOf(text, match)) || /复议|诉讼/.test(restOfClause(text, match))) continue;
      add('requests', match, [cellId('requests', 'new', 'total')]);
    }
    for (const match of text.matchAll(CASES)) {
      if (NARROWED.test(match[0]) || !/公开/.test(text)) continue;
      if (match[0].includes('行政复议')) add('review', match, [REVIEW_TOTAL]);
      if (/行政诉讼|、诉讼|和诉讼|或诉讼/.test(match[0])) add('litigation', match, LITIGATION_TOTALS);
    }
  }
  return claims;
}

const clauseOf = (text: string, match: RegExpExecArray): string =>
  text.slice(
    Math.max(...['，', ','].map((mark) => text.lastIndexOf(mark, match.index))) + 1,
    match.index + match[0].length,
  );

const restOfClause = (text: string, match: RegExpExecArray): string =>
  /^[^，,。；;]{0,24}/.exec(text.slice(match.index + match[0].length))?.[0] ?? '';

function namesOtherYear(report: Report, text: string): boolean {
  const years = [...text.matchAll(/20\d\d(?=\s?年)/g)].map((match) => Number(match[0]));
  return report.year !== undefined && years.length > 0 && !years.includes(report.year);
}
