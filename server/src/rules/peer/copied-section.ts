import { defineRule, failed, passed } from '../rule.ts';
import { copiedFrom } from '../support/copied.ts';
import { nameOf, toReport } from '../support/other-report.ts';

/** Section one or five as another body of the same place has it. */
export default defineRule({
  meta: {
    id: 'peer/copied-section',
    title: { zh: '与其他机关的报告内容雷同', en: 'A section is another body’s' },
    severity: 'information',
    basis: '国办公开办函〔2021〕30号（四）：不得内容雷同、敷衍塞责',
    fix: 'none',
    messages: {
      copied: {
        zh: '“{heading}”与{other}报告相同的内容占 {percent}%（不计年份、数字、法规名称和格式用语），如“{quote}”',
        en: '{percent}% of “{heading}” stands in the report of {other}, years and numbers left aside: “{quote}”',
      },
    },
  },
  *check(report, { relations }) {
    if (!relations) return;
    if (relations.alike.length === 0) yield passed('与其他机关的报告雷同');
    for (const { other, section } of relations.alike) {
      const copied = copiedFrom(report, other, section);
      if (!copied) continue;
      const { span, heading, percent, quote, there } = copied;
      yield failed('与其他机关的报告雷同', {
        messageId: 'copied',
        span,
        data: { heading, percent, quote, other: nameOf(other) },
        related: [toReport(other, there ?? other.headings[section])],
        missing: nameOf(other),
      });
    }
  },
});
