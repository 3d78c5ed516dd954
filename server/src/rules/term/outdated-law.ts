import { hitsOf, type Search, search } from '../../facts/search/search.ts';
import { DOCUMENTS, yearInForce } from '../../forms/documents.ts';
import { defineRule, failed, passed } from '../rule.ts';
import { isQuoted, replaceBy, sentenceOf } from '../support/wording.ts';

const ARTICLE_19 = '涉及公众利益调整、需要公众广泛知晓或者需要公众参与决策';

/** Wording of the 条例 of 2007 that the one of 2019 gave up. */
const OUTDATED: readonly {
  readonly pattern: Search;
  readonly article: string;
  readonly to: string;
  /** The wording is the law's whole phrase, so that the new phrase can take its place. */
  readonly whole: RegExp;
}[] = [
  {
    pattern: search(/(?:以公开为原则|公开是原则)[，,、；]?\s?(?:以)?不公开[为是]例外|以公开为原则/g),
    article: '第五条',
    to: '以公开为常态、不公开为例外',
    whole: /例外$/,
  },
  {
    // 涉及……切身利益的重大行政决策 is ordinary wording; the old article said it of information.
    pattern: search(
      /涉及公民、法人(?:或者?|和|及|、)其他组织切身利益(?!的?(?:重大|重要|行政决策|决策|规范性文件|行政规范性文件|政策|措施|事项|项目|规划|改革|民生))的?(?:[，,、；;]?\s?(?:以及|或者?)?需要社会公众广泛知晓(?:或者?|和|与|、)参与)?/g,
    ),
    article: '第十九条',
    to: ARTICLE_19,
    whole: /参与$/,
  },
];

const OF_HISTORY =
  /2007|旧|原(?:来|有|《|条例)|修订|曾|确立|发展为|变为|改为|由.{2,16}到|历史|当时|过去|以往|已经?修改/;

const FIRST_YEAR = yearInForce(DOCUMENTS['regulations-2019']);

/** The principle and the duty to publish, in the words that are no longer the law's. */
export default defineRule({
  meta: {
    id: 'term/outdated-law',
    title: { zh: '沿用修订前《条例》的表述', en: 'Wording of the superseded regulations' },
    severity: 'information',
    basis: '《中华人民共和国政府信息公开条例》（2019年修订）第五条、第十九条',
    fix: 'suggestion',
    messages: {
      old: {
        zh: '“{found}”是2007年《条例》的表述；现行《条例》{article}为“{to}”。',
        en: '“{found}” is the wording of 2007; article {article} of the regulations in force reads “{to}”.',
      },
    },
  },
  *check(report) {
    const { year } = report;
    let clean = true;
    for (const { pattern, article, to, whole } of year !== undefined && year < FIRST_YEAR ? [] : OUTDATED) {
      for (const hit of hitsOf(report, pattern)) {
        // Who tells of the law's history quotes what was once said.
        if (isQuoted(hit) && OF_HISTORY.test(sentenceOf(hit))) continue;
        clean = false;
        yield failed('《条例》的表述', {
          messageId: 'old',
          span: hit.span,
          data: { found: hit.text, article, to },
          fixes: whole.test(hit.text) ? [replaceBy(hit, to)] : [],
        });
      }
    }
    if (clean) yield passed('《条例》的表述');
  },
});
