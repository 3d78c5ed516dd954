import { hitsOf, search } from '../../facts/search/search.ts';
import { spanIn } from '../../report/prose/span-in.ts';
import { defineRule, failed, notChecked, passed } from '../rule.ts';

/** 2024年以来, also 自2024年度以来 and with the blanks of a PDF. */
const SINCE = search(/(?:([自从])\s?)?(?<!\d)(20\d\d)\s?年(?:度)?以来/g);

/** 以来 opens a time that a closed reporting year does not have. Of an earlier year it is right: 自2019年以来. */
export default defineRule({
  meta: {
    id: 'date/open-ended-year',
    title: { zh: '报告年度后用了“以来”', en: 'The reporting year is written as if it were still open' },
    severity: 'hint',
    basis: '统计期限为当年1月1日至12月31日，已经结束',
    fix: 'suggestion',
    messages: {
      since: {
        zh: '统计年度已经结束，“{found}”宜写作“{year}年”。',
        en: 'The reporting year is over: write “{year}年” instead of “{found}”.',
      },
    },
  },
  *check(report) {
    const { year } = report;
    if (year === undefined) {
      yield notChecked('报告年度的写法', 'year-unknown');
      return;
    }
    let found = false;
    for (const { paragraph, start, end, text, span, groups } of hitsOf(report, SINCE)) {
      const [lead, digits] = groups;
      if (Number(digits) !== year) continue;
      found = true;
      yield failed('报告年度的写法', {
        messageId: 'since',
        span,
        data: { found: text, year },
        fixes: [
          {
            title: { zh: `将“${text}”改为“${year}年”`, en: `Change “${text}” to “${year}年”` },
            edits: [
              ...(lead ? [{ span: spanIn(paragraph, start, start + 1), newText: '' }] : []),
              { span: spanIn(paragraph, end - 2, end), newText: '' },
            ],
            kind: 'suggestion',
          },
        ],
      });
    }
    if (!found) yield passed('报告年度的写法');
  },
});
