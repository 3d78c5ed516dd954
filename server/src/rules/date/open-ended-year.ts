import { isMasked } from '../../report/masks.ts';
import { defineRule, failed, notChecked, passed } from '../rule.ts';

/** 2024年以来, also 自2024年度以来 and with the blanks of a PDF. */
const SINCE = /(?:([自从])\s?)?(?<!\d)(20\d\d)\s?年(?:度)?(以来)/g;

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
    for (const paragraph of report.prose) {
      if (!paragraph.text.includes('以来')) continue;
      for (const match of paragraph.text.matchAll(SINCE)) {
        const end = match.index + match[0].length;
        if (Number(match[2]) !== year || isMasked(paragraph.masks, match.index, end)) continue;
        const lead = match[1] ? [{ span: paragraph.spanOf(match.index, match.index + 1), newText: '' }] : [];
        found = true;
        yield failed('报告年度的写法', {
          messageId: 'since',
          span: paragraph.spanOf(match.index, end),
          data: { found: match[0], year },
          fixes: [
            {
              title: { zh: `将“${match[0]}”改为“${year}年”`, en: `Change “${match[0]}” to “${year}年”` },
              edits: [...lead, { span: paragraph.spanOf(end - 2, end), newText: '' }],
              kind: 'suggestion',
            },
          ],
        });
      }
    }
    if (!found) yield passed('报告年度的写法');
  },
});
