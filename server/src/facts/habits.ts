import { paragraphFact } from '../report/fact.ts';
import type { ProseContent, Report } from '../report/report.ts';

/**
 * What a draft does throughout says how it came about: a PDF's text has blanks around every number, a text that was
 * normalised (NFKC) has half-width commas everywhere. Such a habit is no slip and is not reported place by place.
 */

const TIGHT = /[\u4e00-\u9fff]\d|\d[\u4e00-\u9fff]/g;
const SPACED = /[\u4e00-\u9fff][ \u00a0]\d|\d[ \u00a0][\u4e00-\u9fff]/g;

const countTight = paragraphFact(({ text }) => text.match(TIGHT)?.length ?? 0);
const countSpaced = paragraphFact(({ text }) => text.match(SPACED)?.length ?? 0);

const sum = ({ prose }: Report, count: (content: ProseContent) => number): number =>
  prose.reduce((all, { content }) => all + count(content), 0);

/** Whether numbers are usually surrounded by blanks. Two such places in five are no accident. */
export function spacesNumbers(report: Report): boolean {
  const spaced = sum(report, countSpaced);
  return spaced > 0 && spaced * 3 >= sum(report, countTight) * 2;
}
