import type { CellId } from '../forms/index.ts';
import { readNumeral } from '../text/numerals.ts';
import { type Sentence, sentencesOf } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import {
  APPLICANT_PATTERNS,
  CLAIM_PATTERNS,
  type ClaimPattern,
  OUTCOME_PATTERNS,
  outcomeReading,
} from './claim-patterns.ts';
import { isMasked } from './masks.ts';
import type { Prose, Report } from './report.ts';

/** A number in prose with the cells that it may mean. */
export interface Claim {
  readonly about: string;
  /** The number alone, without its measure word. */
  readonly span: Span;
  readonly value: number;
  readonly readings: readonly (readonly CellId[])[];
  /** The prose repeats the form's label and names the year: no other meaning is left. */
  readonly exact: boolean;
  /** 本级, 本机关: the body's own share of what a government reports for its whole area. */
  readonly narrower: boolean;
}

const cache = new WeakMap<Report, readonly Claim[]>();

/** Every number in prose that is bound to cells, in text order. */
export function claimsOf(report: Report): readonly Claim[] {
  let claims = cache.get(report);
  if (!claims) {
    claims = report.prose.filter(({ section }) => section <= 4).flatMap((paragraph) => claimsIn(report, paragraph));
    cache.set(report, claims);
  }
  return claims;
}

/** Not this report's tables: last year, part of the year, a plan, one channel of several, somebody else's figures. */
const OTHER_SUBJECT =
  /同比|环比|较上|较去|较20|比上年|比去年|去年|上年同期|上(?:一)?年(?!度?的?(?:结转|转结|转入|遗留))|往年|上半年|下半年|季度|[0-9０-９]\s?月份?(?!\s?[0-9０-９]{1,2}\s?日)|计划|力争|拟|预计|代表|累计受理以来|历年|以来累计/;
const ONE_CHANNEL = /通过|网站|网络|网上|当面|信函|邮寄|邮件|邮箱|传真|微信|窗口|线上|线下|平台|现场|来信|口头|书面/;
const OTHER_KIND = /建议|提案|信访件|留言|咨询|热线|来电|政策文件|党内|培训|案卷|答记者|会议|督办/;
const WIDER = /全[省市州盟区县旗镇乡]|各[县市区乡镇街]|各部门|各单位|下属|所属/;
const NARROWER = /本级|本机关|机关本身|办公室本身|政府办(?:公室)?(?:受理|收到)/;
const TOPIC = { requests: /申请/, review: /公开/, any: /./ } as const;

interface Place {
  readonly paragraph: Prose;
  readonly sentence: Sentence;
  readonly text: string;
  /** The sentence and the one before it: 共收到申请 3 件。其中予以公开 2 件。 */
  readonly context: string;
}

function claimsIn(report: Report, paragraph: Prose): Claim[] {
  if (!/[件条宗份次个例起部]/.test(paragraph.text)) return [];
  const sentences = sentencesOf(paragraph.text);
  const claims: Claim[] = [];
  for (const [index, sentence] of sentences.entries()) {
    const before = sentences[index - 1];
    const place: Place = {
      paragraph,
      sentence,
      text: paragraph.text.slice(sentence.start, sentence.end),
      context: paragraph.text.slice(before?.start ?? sentence.start, sentence.end),
    };
    claims.push(...sentenceClaims(report, place));
  }
  return withoutOverlaps(claims).sort((a, b) => a.span.start - b.span.start);
}

/** What every pattern needs: a number with its measure word, and one of the things that the tables count. */
const COUNTED = /[0-9０-９零〇一二两三四五六七八九十百千万]\s?[件条宗份次个例起部]/;
const THINGS =
  /申请|公开|提供|处理|复议|诉讼|起诉|审结|维持|纠正|结果|规范性|性文件|规章|决定|结转|办结|答复|自然人|法人|年/;

function sentenceClaims(report: Report, place: Place): Claim[] {
  if (!COUNTED.test(place.text) || !THINGS.test(place.text) || isWider(report, place.text)) return [];
  const claims: Claim[] = [];
  for (const pattern of [...CLAIM_PATTERNS, ...APPLICANT_PATTERNS]) {
    if (pattern.word !== undefined && !place.text.includes(pattern.word)) continue;
    if (!TOPIC[pattern.topic].test(place.context)) continue;
    for (const match of place.text.matchAll(pattern.pattern)) {
      const claim = toClaim(report, place, match, pattern);
      if (claim) claims.push(claim);
    }
  }
  claims.push(...outcomeClaims(report, place));
  return claims;
}

/** A department that tells of the whole county speaks of another table than its own. */
function isWider(report: Report, text: string): boolean {
  return WIDER.test(text) && !/政府$/.test(report.title?.issuer ?? '');
}

function toClaim(report: Report, place: Place, match: RegExpExecArray, pattern: ClaimPattern): Claim | undefined {
  const digits = match.groups?.n ?? '';
  const value = readNumeral(digits);
  if (value === undefined) return undefined;
  const at = numberAt(match, digits);
  const clause = clauseBefore(place.text, match.index, at);
  if (OTHER_SUBJECT.test(clause) || OTHER_KIND.test(clause) || ONE_CHANNEL.test(clause)) return undefined;
  if (!namesReportYear(report, place, match.index)) return undefined;
  const start = place.sentence.start + at;
  if (isMasked(place.paragraph.masks, start, start + digits.length)) return undefined;
  return {
    about: pattern.about.replace('(?:或者?|和|及)', '或').replace(/\[.*?\]\?/g, ''),
    span: place.paragraph.spanOf(start, start + digits.length),
    value,
    readings: pattern.readings,
    exact: pattern.label !== undefined && match[0].includes(pattern.label) && /本年|20\d\d\s?年/.test(place.text),
    narrower: NARROWER.test(place.text),
  };
}

const numberAt = (match: RegExpExecArray, digits: string): number => match.index + match[0].lastIndexOf(digits);

/** From the clause's beginning to the number: what is said of another number does not count. */
function clauseBefore(text: string, from: number, to: number): string {
  const mark = Math.max(...['，', ',', '：', ':', '、'].map((char) => text.lastIndexOf(char, from - 1)));
  return text.slice(mark + 1, to);
}

/** The year named last before the claim, in its sentence; 2023年收到 5 件 in the 2024 report is a comparison. */
function namesReportYear(report: Report, { text, paragraph, sentence }: Place, before: number): boolean {
  let year: number | undefined;
  for (const match of text.slice(0, before).matchAll(/20\d\d(?=\s?年)/g)) {
    const at = sentence.start + match.index;
    if (!isMasked(paragraph.masks, at, at + 4)) year = Number(match[0]);
  }
  return year === undefined || report.year === undefined || year === report.year;
}

/** 行政复议 3 件，其中结果维持 2 件: bound to the case that was named last. */
function outcomeClaims(report: Report, place: Place): Claim[] {
  if (!/复议|诉讼/.test(place.text) || !/公开/.test(place.context)) return [];
  const claims: Claim[] = [];
  for (const { key, pattern } of OUTCOME_PATTERNS) {
    for (const match of place.text.matchAll(pattern)) {
      const before = place.text.slice(0, match.index);
      const kind = before.lastIndexOf('诉讼') > before.lastIndexOf('复议') ? 'litigation' : 'review';
      const both = /复议[、和及]?(?:提起)?(?:行政)?诉讼[^，,]{0,12}$/.test(before.replace(/[，,].*$/, ''));
      if (both || !/复议|诉讼/.test(before)) continue;
      const claim = toClaim(report, place, match, {
        about: `${kind === 'review' ? '行政复议' : '行政诉讼'}“${match[0].replace(/[的\s\d０-９].*$/, '')}”`,
        pattern,
        readings: [outcomeReading(kind, key)],
        topic: 'review',
      });
      if (claim) claims.push(claim);
    }
  }
  return claims;
}

/** Several patterns may meet in one number; the first in the list, the most specific, keeps it. */
function withoutOverlaps(claims: readonly Claim[]): Claim[] {
  const seen = new Set<number>();
  return claims.filter(({ span }) => !seen.has(span.start) && seen.add(span.start));
}

/** What a reading adds up to; undefined when a cell of it is not in the draft or holds no number. */
export function readingValue(report: Report, reading: readonly CellId[]): number | undefined {
  let sum = 0;
  let known = 0;
  for (const id of reading) {
    const cell = report.cell(id);
    if (!cell) continue; // A row of the other form: （六）其他处理 whole or split.
    if (typeof cell.value !== 'object') return undefined;
    sum += cell.value.units / 10 ** cell.value.scale;
    known++;
  }
  return known > 0 ? sum : undefined;
}
