import { numeralOf } from '../../facts/lists/markers.ts';
import { sequencesOf } from '../../facts/lists/sequences.ts';
import { defineRule, failed, passed } from '../rule.ts';
import { faultsOf } from './faults.ts';
import { markOf, sequenceName } from './names.ts';

/**
 * 二是 without 一是. Where the first item begins only its author knows, so there is a fix only where the second item
 * stands right behind: （二）（二）（三）.
 */
export default defineRule({
  meta: {
    id: 'numbering/missing-first',
    title: { zh: '序号缺少第一项', en: 'A list begins with its second item' },
    severity: 'warning',
    basis: '公文层次序数应依次编排',
    fix: 'suggestion',
    messages: {
      missing: {
        zh: '有“{found}”而没有“{first}”。',
        en: '“{found}” stands here, but there is no “{first}” before it.',
      },
    },
  },
  *check(report) {
    for (const sequence of sequencesOf(report)) {
      const faults = faultsOf(report, sequence, 'missing-first');
      if (faults.length === 0) yield passed(sequenceName(report.form, sequence));
      for (const { marker, isOdd } of faults) {
        const first = markOf(marker, 1);
        yield failed(sequenceName(report.form, sequence), {
          messageId: 'missing',
          span: marker.span,
          data: { found: marker.text, first },
          fixes: isOdd
            ? [
                {
                  title: { zh: `将“${marker.text}”改为“${first}”`, en: `Change “${marker.text}” to “${first}”` },
                  edits: [{ span: marker.numeralSpan, newText: numeralOf(1, marker.style) }],
                  kind: 'suggestion',
                },
              ]
            : [],
        });
      }
    }
  },
});
