import { defineRule, failed } from '../rule.ts';
import { placeOfReport, toReport } from '../support/other-report.ts';

/** The same body's report of the same year, filed twice: one of the two would be counted, or both. */
export default defineRule({
  meta: {
    id: 'rollup/duplicate-report',
    title: { zh: '同一机关同一年度有两份报告', en: 'Two reports of the same body for the same year' },
    severity: 'warning',
    basis: '条例第四十九条：每个机关每年公布一份年度报告',
    fix: 'none',
    messages: {
      twice: {
        zh: '{issuer} {year} 年度的报告另有一份，请留下一份；汇总时只计一份。',
        en: 'There is another report of {issuer} for {year}; only one is counted.',
      },
    },
  },
  *check(report, { relations }) {
    if (!relations || relations.duplicates.length === 0) return;
    yield failed('同一机关的报告', {
      messageId: 'twice',
      span: placeOfReport(report),
      data: { issuer: report.issuer?.name ?? '', year: report.year ?? '' },
      related: relations.duplicates.map((other) => toReport(other)),
    });
  },
});
