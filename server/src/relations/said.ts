import { reportFact } from '../report/fact.ts';
import { isMasked, masksIn } from '../report/prose/masks.ts';
import { sentencesIn } from '../report/prose/sentences.ts';
import { spanIn } from '../report/prose/span-in.ts';
import type { Prose, Report } from '../report/report.ts';
import { isHan } from '../text/characters.ts';
import { SENTENCE_END } from '../text/sentences.ts';
import { hashOf } from './hash.ts';

/** A sentence as it is compared with those of other reports: without years, numbers, law titles and the form's own phrases. */
export interface Said {
  readonly paragraph: Prose;
  /** In offsets of the paragraph. */
  readonly start: number;
  readonly end: number;
  /** Names its words, whatever years and numbers stand between them. */
  readonly hash: number;
  /** How many characters of it count. */
  readonly size: number;
  /** The years that it names, in their order. */
  readonly years: readonly number[];
  /** Names each run of five characters, where the section is one that is compared. */
  readonly shingles: readonly number[];
}

/** This many characters make a shingle: fewer are common phrases, more break at every small change. */
const SHINGLE = 5;

/** Where a clause ends: the form's own phrases are told clause by clause. */
const CLAUSE = new RegExp(`[^，,：:${SENTENCE_END}]+[，,：:${SENTENCE_END}]?`, 'g');

/**
 * What every report says because the form asks for it, or in the words of the regulation: that there were none, what
 * became of applications, the fees, the tables. Two reports that both say so have copied nothing.
 */
const STANDARD =
  /^\s*(?:[（(]\s?[一二三四五六七八九十]{1,2}\s?[）)]|[一二三四五六]、|\d[.．])[^，。]{0,14}[：:。]?\s*$|^\s*[^，。]{2,10}(?:方面|情况)[：:。]?\s*$|信息处理费|收费通知|按件|按量|需要(?:报告|说明)的|结转|行政复议|行政诉讼|责任追究|(?:收到|受理|办理|办结|新收)[^，。]{0,16}申请|未(?:收到|发生)|制发[^，。]{0,4}规范性文件|^\s*(?:废止|现行有效)|本报告|表格|条例|以下简称|联系电话|统计期限/;

const YEAR = /20\d\d(?=\s?年)/g;

/** Every sentence of the report's prose. */
export const saidIn = reportFact((report: Report): readonly Said[] =>
  report.prose.flatMap((paragraph) =>
    sentencesIn(paragraph.content).map(({ start, end }) => toSaid(paragraph, start, end)),
  ),
);

function toSaid(paragraph: Prose, start: number, end: number): Said {
  const bare = bareOf(paragraph, start, end);
  const { section } = paragraph;
  const shingles: number[] = [];
  const isCompared = section === 1 || section === 5;
  for (let at = 0; isCompared && at + SHINGLE <= bare.length; at++) shingles.push(hashOf(bare, at, at + SHINGLE));
  const masks = masksIn(paragraph.content);
  const years = [...paragraph.text.slice(start, end).matchAll(YEAR)].flatMap(({ index, 0: year }) =>
    isMasked(masks, start + index, start + index + 4) ? [] : [Number(year)],
  );
  return { paragraph, start, end, hash: hashOf(bare), size: bare.length, years, shingles };
}

/** The Chinese characters of a sentence that are its author's own. */
function bareOf(paragraph: Prose, start: number, end: number): string {
  const masks = masksIn(paragraph.content);
  let bare = '';
  for (const { 0: clause, index } of paragraph.text.slice(start, end).matchAll(CLAUSE)) {
    if (STANDARD.test(clause)) continue;
    for (let at = 0; at < clause.length; at++) {
      const place = start + index + at;
      if (isHan(clause.charCodeAt(at)) && !(masks.length > 0 && isMasked(masks, place, place + 1))) bare += clause[at];
    }
  }
  return bare;
}

export const spanOfSaid = ({ paragraph, start, end }: Said) => spanIn(paragraph, start, end);

/** The sentence as a message quotes it. */
export const quoteOf = ({ paragraph, start, end }: Said): string => paragraph.text.slice(start, end).trim();

/** The shingles of a section, each once, in order. */
export const shinglesOf = (report: Report, section: 1 | 5): readonly number[] => sectionShingles(report)[section];

const sectionShingles = reportFact((report: Report) => ({ 1: gathered(report, 1), 5: gathered(report, 5) }));

function gathered(report: Report, section: number): number[] {
  const all = saidIn(report).flatMap((said) => (said.paragraph.section === section ? said.shingles : []));
  return [...new Set(all)].sort((a, b) => a - b);
}
