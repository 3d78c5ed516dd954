import { defineRule, failed, passed } from '../rule.ts';
import { sequencesOf } from '../sequences.ts';
import { faultsOf } from './faults.ts';
import { markOf, sequenceName } from './names.ts';

/** 二是 without 一是. Where the first item begins only its author knows, so there is no fix. */
export default defineRule({
  meta: {
    id: 'numbering/missing-first',
    title: { zh: '序号缺少第一项', en: 'A list begins with its second item' },
    severity: 'warning',
    basis: '公文层次序数应依次编排',
    fix: 'none',
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
      if (faults.length === 0) yield passed(sequenceName(sequence));
      for (const { marker } of faults) {
        yield failed(sequenceName(sequence), {
          messageId: 'missing',
          span: marker.span,
          data: { found: marker.text, first: markOf(marker, 1) },
        });
      }
    }
  },
});
