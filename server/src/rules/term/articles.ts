import { type Found, type Hit, hitsOf, search } from '../../facts/search/search.ts';
import type { ProseContent, Report } from '../../report/report.ts';
import { matchesIn } from '../../text/matches.ts';
import { readNumeral } from '../../text/numerals.ts';
import { itemNumber } from '../../text/ordinals.ts';
import { sentenceAround } from '../support/wording.ts';

/** What the 条例 of 2019 has: so many articles, so many items in those that count some up, and those on the yearly report. */
const ARTICLES = 56;
const ITEMS: Readonly<Record<number, number>> = { 20: 15, 21: 4 };
const ON_REPORTS: readonly number[] = [49, 50];

const NUMBER = '[一二三四五六七八九十百]{1,5}|\\d{1,3}';
const TITLE = '《(?:(?:中华人民共和国)?政府信息公开)?条例》(?:[（(][^（）()]{0,40}[）)])?';
/** 《条例》第二十条第（八）项, 《条例》第四十九条、第五十条. */
const CITED = new RegExp(
  `${TITLE}(?:中)?(第(?:${NUMBER})条(?:第[一二三四五六七八九十\\d]{1,2}款)?(?:第?[（(](?:${NUMBER})[）)]项)?(?:[、和及与]第(?:${NUMBER})条){0,4})`,
  'g',
);
const ARTICLE = new RegExp(
  `第(${NUMBER})条(?:第[一二三四五六七八九十\\d]{1,2}款)?(?:第?[（(](${NUMBER})[）)]项)?`,
  'g',
);
/** 编制本报告, 编制2024年度报告: for what the article is cited. */
const REPORTS = /编[制写][^，。；]{0,30}(?:报告|年报)|(?:报告|年报)[^，。；]{0,10}编[制写]/;

type Wrong = 'article' | 'item' | 'basis';

/** An article of the 条例 that is not there, or is not the one that is meant, in offsets of its paragraph. */
interface Cited extends Found {
  readonly wrong: Wrong;
  readonly article: number;
}

const numberOf = (mark: string): number => (/^\d/.test(mark) ? Number(mark) : (readNumeral(mark) ?? itemNumber(mark)));

function citedIn({ text }: ProseContent): Cited[] {
  return matchesIn(text, CITED).flatMap(({ index, 0: whole, 1: cited = '' }) => {
    const start = index + whole.length - cited.length;
    const articles = matchesIn(cited, ARTICLE).map(({ index: at, 0: words, 1: article = '', 2: item }) => ({
      start: start + at,
      end: start + at + words.length,
      article: numberOf(article),
      item: item ? numberOf(item) : 0,
    }));
    const missing = articles.flatMap(({ item, ...place }): Cited[] => {
      if (place.article > ARTICLES) return [{ ...place, wrong: 'article' }];
      return item > (ITEMS[place.article] ?? item) ? [{ ...place, wrong: 'item' }] : [];
    });
    const [first] = articles;
    const isOther = first && !articles.some(({ article }) => ON_REPORTS.includes(article));
    if (missing.length > 0 || !isOther || !REPORTS.test(behind(text, first.start, start + cited.length)))
      return missing;
    return [{ start: first.start, end: start + cited.length, article: first.article, wrong: 'basis' }];
  });
}

/** The rest of the sentence, if the article is cited alone for what it says. */
function behind(text: string, start: number, end: number): string {
  const sentence = sentenceAround(text, start, end);
  const rest = sentence.slice(sentence.indexOf(text.slice(start, end)) + end - start);
  return /^[^。；《]{0,60}$/.test(rest) ? rest : '';
}

const ARTICLES_CITED = search(citedIn, { from: [/条例》/] });

export const wrongArticles = (report: Report): readonly Hit<Cited>[] => hitsOf(report, ARTICLES_CITED);

/** How many items an article has. */
export const itemsOf = (article: number): number => ITEMS[article] ?? 0;
