import { type Citation, citationsIn, isGarbledOrgan, NUMBER, sameNumber, titleBefore } from '../../facts/citations.ts';
import { type Found, type Hit, hitsOf, search } from '../../facts/search/search.ts';
import { DOCUMENTS, KNOWN_DOCUMENTS, type KnownDocument, yearInForce } from '../../forms/documents.ts';
import { FORM_NOTICES } from '../../forms/index.ts';
import type { ProseContent } from '../../report/report.ts';
import { matchesIn } from '../../text/matches.ts';
import { defineRule, type Finding, failed, passed } from '../rule.ts';
import { replaceBy, sentenceAround } from '../support/wording.ts';
import { itemsOf, wrongArticles } from './articles.ts';

const NUMBERED = KNOWN_DOCUMENTS.filter(({ parts }) => parts !== undefined);
/** 国办公开办函〔202130号: a bracket and nothing else was lost. */
const GARBLED = search(/国办公开办函\s?[〔（(【［[]?\s?(20\d\d)\s?[〕）)】］\]]?\s?(\d{1,3})\s?号/g, {
  avoid: [],
});
const WHOLE = /[〔（(【［[]\s?20\d\d\s?[〕）)】］\]]/;
/** 国务院令第771号 after the title of the 条例. */
const ORDER = /(?:国务院令|国令|国务院)\s?第?\s?(\d{2,4})\s?号令?/g;
const CITED = search(citedIn, { from: [NUMBER] });
const ORDERS = search(ordersIn, { from: [ORDER] });

/** The documents that every report cites have one number each. */
export default defineRule({
  meta: {
    id: 'term/document-number-fact',
    title: { zh: '文号与所引文件不符', en: 'A document cited by a wrong number' },
    severity: 'warning',
    basis: `国务院令第711号，${FORM_NOTICES}，国办函〔2020〕109号`,
    fix: 'suggestion',
    messages: {
      wrong: {
        zh: '{title}的文号是“{number}”，此处写作“{found}”。',
        en: 'The number of {title} is {number}, not {found}.',
      },
      article: {
        zh: '《条例》共56条，没有“{found}”。',
        en: 'The regulations have 56 articles; there is no {found}.',
      },
      item: {
        zh: '《条例》第{article}条只列了{count}项，没有“{found}”。',
        en: 'Article {article} of the regulations has {count} items; there is no {found}.',
      },
      basis: {
        zh: '编制年度报告的依据是《条例》第四十九条、第五十条，此处写的是“{found}”。',
        en: 'Yearly reports rest on articles 49 and 50 of the regulations, not on {found}.',
      },
      garbled: { zh: '文号“{found}”不完整，应为“{number}”。', en: 'The number “{found}” is garbled: {number}.' },
    },
  },
  *check(report) {
    for (const hit of hitsOf(report, CITED)) {
      const subject = `《${hit.document.title}》的文号`;
      if (hit.isRight) yield passed(subject);
      else yield failed(subject, wrongNumber(hit, hit.document));
    }
    for (const hit of hitsOf(report, GARBLED)) {
      if (WHOLE.test(hit.text)) continue;
      const [year, serial] = hit.groups.map(Number);
      const document = NUMBERED.find(({ parts }) => parts?.year === year && parts?.serial === serial);
      if (document) yield failed('文号', { ...wrongNumber(hit, document), messageId: 'garbled' });
    }
    const right = DOCUMENTS['regulations-2019'];
    for (const hit of hitsOf(report, ORDERS)) {
      const subject = `《${right.title}》的令号`;
      if (hit.number === '711' || hit.number === '492') yield passed(subject);
      else yield failed(subject, wrongNumber(hit, right));
    }
    const isOlder = report.year !== undefined && report.year < yearInForce(DOCUMENTS['regulations-2019']);
    for (const { wrong, article, span, text } of isOlder ? [] : wrongArticles(report)) {
      const data = { found: text, article, count: itemsOf(article) };
      yield failed('所引《条例》的条款', { messageId: wrong, span, data });
    }
  },
});

type WrongNumber = Finding<'wrong' | 'garbled'>;

const wrongNumber = (hit: Hit<Found>, document: KnownDocument): WrongNumber => ({
  messageId: 'wrong',
  span: hit.span,
  data: { title: `《${document.title}》`, number: document.number, found: hit.text },
  fixes: [replaceBy(hit, document.number)],
});

/** Of the citations whose document is known, whether they have its number. */
function citedIn(content: ProseContent) {
  return citationsIn(content).flatMap((citation) => {
    const document = meant(citation, content.text);
    if (!document) return [];
    const isRight = document.parts !== undefined && sameNumber(document.parts, citation.number);
    return [{ start: citation.start, end: citation.end, document, isRight }];
  });
}

/**
 * The document that a citation means: by the title before the number, else by year and serial in a sentence on annual
 * reports. Notices of provinces with like titles have numbers of their own, which are not compared.
 */
function meant({ title, number, start, end }: Citation, text: string): KnownDocument | undefined {
  if (title !== undefined) return NUMBERED.find(({ cited }) => cited.test(title));
  if (!number.organ.startsWith('国办')) return undefined;
  const isNoOrgan = isGarbledOrgan(number.organ);
  if (!isNoOrgan && !/年度报告|年报|信息处理费/.test(sentenceAround(text, start, end))) return undefined;
  return NUMBERED.find(({ parts }) => parts?.year === number.year && parts?.serial === number.serial);
}

/** The order that promulgated the 条例. 492 is its first version: term/old-decree looks at that. */
function ordersIn(content: ProseContent) {
  if (!content.text.includes('条例')) return [];
  return matchesIn(content.text, ORDER).flatMap(({ index: start, 0: whole, 1: number }) => {
    const title = titleBefore(content, start);
    const isRegulations = title !== undefined && DOCUMENTS['regulations-2019'].cited.test(title);
    return isRegulations ? [{ start, end: start + whole.length, number }] : [];
  });
}
