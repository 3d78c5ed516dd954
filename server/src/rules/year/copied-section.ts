import { defineRule, failed, passed } from '../rule.ts';
import { copiedFrom, severityOf } from '../support/copied.ts';
import { toReport } from '../support/other-report.ts';

/** Section one or five as it stood in last year's report. */
export default defineRule({
  meta: {
    id: 'year/copied-section',
    title: { zh: '与上年报告内容雷同', en: 'A section is last year’s' },
    severity: 'warning',
    basis: '国办公开办函〔2021〕30号（四）：不得内容雷同、敷衍塞责',
    fix: 'none',
    messages: {
      copied: {
        zh: '“{heading}”与 {last} 年度报告相同的内容占 {percent}%（不计年份、数字、法规名称和格式用语），如“{quote}”',
        en: '{percent}% of “{heading}” stands in the report for {last}, years and numbers left aside: “{quote}”',
      },
    },
  },
  *check(report, { relations }) {
    const prior = relations?.prior;
    if (!prior) return;
    for (const section of [1, 5] as const) {
      const subject = `${section === 1 ? '总体情况' : '存在的主要问题及改进情况'}与上年报告`;
      const copied = copiedFrom(report, prior, section);
      const severity = copied && severityOf(report, copied);
      if (!copied || !severity) {
        yield passed(subject);
        continue;
      }
      const { span, heading, percent, quote, there } = copied;
      yield failed(subject, {
        messageId: 'copied',
        severity,
        span,
        data: { heading, percent, quote, last: prior.year ?? '' },
        related: [toReport(prior, there ?? prior.headings[section])],
      });
    }
  },
});
