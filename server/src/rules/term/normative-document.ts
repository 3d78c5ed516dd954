import { hitsOf, search } from '../../facts/search/search.ts';
import { type Form, formOfYear } from '../../forms/index.ts';
import { planOf } from '../../forms/plan.ts';
import { NUMBER_SOURCE } from '../../text/numerals.ts';
import { defineRule, failed, passed } from '../rule.ts';
import { alsoAt, before, replaceBy } from '../support/wording.ts';

const SUBJECT = '规范性文件的名称';
/** Counted or issued: what the form's row 行政规范性文件 counts. In 法规、规章、规范性文件 the word is generic. */
const COUNTED = search(
  new RegExp(`(?<!行政|党内|政策性|党委)规范性文件(?:共|数量?为?|累计)?(?=\\s?${NUMBER_SOURCE}\\s?[件份部个])`, 'g'),
);
const DONE = search(/(?:制发|废止|失效|现行有效(?:的)?|继续有效(?:的)?)(?<!行政)规范性文件(?![审备合管清])/g);

const FULL = '行政规范性文件';

/** The form's own name for what it counts. */
const countsByFullName = ({ tables }: Form): boolean =>
  planOf(tables.proactive).byKey.get('normative')?.row.label === FULL;

/** Where the form counts 行政规范性文件, so does the prose. */
export default defineRule({
  meta: {
    id: 'term/normative-document',
    title: { zh: '“规范性文件”未写全称', en: 'Normative documents not called administrative' },
    severity: 'hint',
    appliesTo: countsByFullName,
    basis: '国办公开办函〔2021〕30号所附格式第二部分“行政规范性文件”',
    fix: 'suggestion',
    messages: {
      short: {
        zh: '表格统计的是“行政规范性文件”，正文宜用同一名称{more}。',
        en: 'The form counts 行政规范性文件; the prose should use that name{moreEn}.',
      },
    },
  },
  *check(report) {
    const { year, forms } = report;
    const hits =
      year !== undefined && !countsByFullName(formOfYear(forms, year))
        ? []
        : [...hitsOf(report, COUNTED), ...hitsOf(report, DONE)]
            .filter((hit) => !/[章规][、和及与]$/.test(before(hit, 2)))
            .filter((hit, index, all) => all.findIndex((other) => other.span.end === hit.span.end) === index)
            .sort((a, b) => a.span.start - b.span.start);
    const [first] = hits;
    if (!first) {
      yield passed(SUBJECT);
      return;
    }
    const count = hits.length;
    yield failed(SUBJECT, {
      messageId: 'short',
      span: first.span,
      data: {
        more: count > 1 ? `，全文共 ${count} 处` : '',
        moreEn: count > 1 ? `; ${count} places in all` : '',
      },
      related: alsoAt(hits),
      fixes: [replaceBy(first, first.text.replace('规范性文件', FULL))],
    });
  },
});
