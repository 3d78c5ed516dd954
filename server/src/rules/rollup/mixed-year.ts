import { defineRule, failed } from '../rule.ts';
import { nameOf, placeOfReport, toReport } from '../support/other-report.ts';

/** A report of another year that lies where the one of this year should. */
export default defineRule({
  meta: {
    id: 'rollup/mixed-year',
    title: { zh: '汇总单位的报告不是本年度的', en: 'A member’s report is of another year' },
    severity: 'warning',
    basis: '各地编制通知：各项数据核定时间为当年1月1日至12月31日',
    fix: 'none',
    messages: {
      mixed: {
        zh: '{member}报来的是 {found} 年度的报告，不是 {year} 年度的，汇总数未包括该单位。',
        en: 'The report that {member} sent is of {found}, not of {year}; the sums leave it out.',
      },
    },
  },
  *check(report, { relations }) {
    if (!relations || report.issuer?.kind !== 'government') return;
    for (const other of relations.mixed) {
      const member = nameOf(other);
      yield failed('各单位的报告', {
        messageId: 'mixed',
        span: placeOfReport(report),
        data: { member, found: other.year ?? '', year: report.year ?? '' },
        related: [toReport(other)],
        missing: member,
      });
    }
  },
});
