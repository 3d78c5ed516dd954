import { defineRule, failed } from '../rule.ts';
import { placeOfReport, toReport } from '../support/other-report.ts';

/** A body that belongs into the government's report and whose own report is not there. */
export default defineRule({
  meta: {
    id: 'rollup/missing-member',
    title: { zh: '汇总单位缺少本年度报告', en: 'A member without a report for the year' },
    severity: 'information',
    basis: '条例第四十九条；各地编制通知：汇总本地所有公开主体的数据',
    fix: 'none',
    messages: {
      listed: {
        zh: '没有找到{member} {year} 年度的报告，汇总数未包括该单位。',
        en: 'There is no report of {member} for {year}; the sums leave it out.',
      },
      last: {
        zh: '{member}有 {last} 年度的报告，没有 {year} 年度的，汇总数未包括该单位。',
        en: 'There is a report of {member} for {last} and none for {year}; the sums leave it out.',
      },
    },
  },
  *check(report, { relations }) {
    if (!relations || report.issuer?.kind !== 'government') return;
    for (const { name, last } of relations.missing) {
      yield failed('各单位的报告', {
        messageId: last ? 'last' : 'listed',
        span: placeOfReport(report),
        data: { member: name, year: report.year ?? '', last: last?.year ?? '' },
        related: last ? [toReport(last)] : [],
        missing: name,
      });
    }
  },
});
