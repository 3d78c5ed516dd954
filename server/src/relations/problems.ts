import { reportFact } from '../report/fact.ts';
import type { Report } from '../report/report.ts';
import { hashOf } from './hash.ts';

/** Where section five stops to speak of what is wrong and begins to speak of what is done about it. */
const MEASURES =
  /改进(?:情况|措施|方向|工作)?[：:。是]|下一步|下步|今后|针对(?:上述|以上|存在)|20\d\d年[，,]?[^，。]{0,14}将|我[局镇乡委办街]将/;

/** What parts one problem from the next. */
const MARK = /[一二三四五六七八九]是|[（(][一二三四五六七八九][）)]|(?:另)?一方面|首先|其次|再次|[；;。]|\d[.．、]/;

/** Fewer characters name no problem: 主要问题. */
const SHORTEST = 6;

const words = (text: string): string => text.replace(/[^\u4e00-\u9fff]|年/g, '');

/** What section five names as problems, each by a number. */
export const problemsIn = reportFact((report: Report): readonly number[] => {
  const text = report.prose
    .filter(({ section }) => section === 5)
    .map((paragraph) => paragraph.text)
    .join('\n');
  const end = MEASURES.exec(text)?.index ?? text.length;
  const pieces = text.slice(0, end).split(MARK);
  // Before the first mark stands what leads to the list.
  const told = pieces.length > 2 ? pieces.slice(1) : pieces;
  const found = told.map(words).filter((piece) => piece.length >= SHORTEST);
  return [...new Set(found.map((piece) => hashOf(piece)))].sort((a, b) => a - b);
});
