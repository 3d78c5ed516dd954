import { type Said, saidIn } from '../../relations/said.ts';
import { spanIn } from '../../report/prose/span-in.ts';
import { wrongYearsIn } from '../date/wrong-year.ts';
import { defineRule, failed } from '../rule.ts';
import { repeatedIn } from '../support/left-over.ts';
import { toReport } from '../support/other-report.ts';

/** What began or came out in a year did so whichever year is reported on; what is compared with is meant. */
const LASTING = /^\s?年(?:度)?[^，。；]{0,8}(?:起|以来|印发|施行|实施|发布的|出台|修订|成立|机构改革)/;
const BEFORE = /(?:自|从|较|比|同比|与|对比|始于)\s?$/;

/** A sentence of last year's report with last year's date in it. date/wrong-year tells those that its own rules prove. */
export default defineRule({
  meta: {
    id: 'year/stale-year',
    title: { zh: '沿用了上年报告的句子，年份未改', en: 'A sentence of last year’s report with last year’s date' },
    severity: 'warning',
    basis: '各地编制通知：各项数据核定时间为当年1月1日至12月31日；30号文：不得内容雷同',
    fix: 'suggestion',
    messages: {
      stale: {
        zh: '这句话在 {last} 年度报告中也有，写的也是 {found} 年；本报告为 {year} 年度，此处应为 {wanted} 年。',
        en: 'The report for {last} has this sentence with {found} in it, too; after a year it should be {wanted}.',
      },
    },
  },
  *check(report, { relations }) {
    const prior = relations?.prior;
    const { year } = report;
    if (!prior || year === undefined || prior.year !== year - 1) return;
    const told = wrongYearsIn(report);
    for (const said of saidIn(report)) {
      const mark = repeatedIn(prior, said);
      if (!mark) continue;
      for (const { at, found } of staleYears(said, year)) {
        const span = spanIn(said.paragraph, at, at + 4);
        if (told.has(span.start)) continue;
        const wanted = found + 1;
        yield failed('上年报告的句子', {
          messageId: 'stale',
          span,
          data: { last: prior.year, found, year, wanted },
          related: [toReport(prior, mark)],
          fixes: [
            {
              title: { zh: `将 ${found} 年改为 ${wanted} 年`, en: `Change ${found} to ${wanted}` },
              edits: [{ span, newText: `${wanted}` }],
              kind: 'suggestion',
            },
          ],
        });
      }
    }
  },
});

/** Last year, where this year's work is told; this year, where section five tells what comes next. */
function* staleYears({ paragraph, start, end }: Said, year: number): Iterable<{ at: number; found: number }> {
  const text = paragraph.text.slice(start, end);
  const isPlan = paragraph.section === 5 && /^\s?20\d\d\s?年[^。]{0,20}将/.test(text);
  const found = isPlan ? year : year - 1;
  if (paragraph.section === 0 || paragraph.section === 6) return;
  for (const { index } of text.matchAll(new RegExp(`${found}(?=\\s?年)`, 'g'))) {
    if (LASTING.test(text.slice(index + 4)) || BEFORE.test(text.slice(0, index))) continue;
    yield { at: start + index, found };
  }
}
