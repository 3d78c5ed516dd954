import { numeralOf } from '../../facts/lists/markers.ts';
import { type Fault, sequencesOf } from '../../facts/lists/sequences.ts';
import { defineRule, type Fix, failed, passed } from '../rule.ts';
import { faultsOf } from './faults.ts';
import { markOf, sequenceName } from './names.ts';

/** 一是…三是…: a number is left out. An item may have been deleted or may have lost its number, so the fix is offered only. */
export default defineRule({
  meta: {
    id: 'numbering/gap',
    title: { zh: '序号不连续', en: 'A list skips a number' },
    severity: 'warning',
    basis: '公文层次序数应依次编排',
    fix: 'suggestion',
    messages: {
      skipped: {
        zh: '“{previous}”之后是“{found}”，缺少“{expected}”。',
        en: '“{found}” follows “{previous}”; “{expected}” is missing.',
      },
    },
  },
  *check(report) {
    for (const sequence of sequencesOf(report)) {
      const faults = faultsOf(report, sequence, 'gap');
      if (faults.length === 0) yield passed(sequenceName(report.form, sequence));
      for (const fault of faults) {
        const { marker, expected, previous } = fault;
        yield failed(sequenceName(report.form, sequence), {
          messageId: 'skipped',
          span: marker.span,
          data: { found: marker.text, expected: markOf(marker, expected), previous: previous?.text ?? '' },
          related: previous ? [{ span: previous.span, message: { zh: '前一项', en: 'the item before' } }] : [],
          fixes: [closeGap(fault)],
        });
      }
    }
  },
});

function closeGap({ marker, expected, following }: Fault): Fix {
  const edits = [marker, ...following].map((each, index) => ({
    span: each.numeralSpan,
    newText: numeralOf(expected + index, each.style),
  }));
  const to = markOf(marker, expected);
  return {
    title: {
      zh: `将“${marker.text}”改为“${to}”${following.length > 0 ? '，后面的依次改' : ''}`,
      en: `Change “${marker.text}” to “${to}”${following.length > 0 ? ' and renumber the later ones' : ''}`,
    },
    edits,
    kind: 'suggestion',
  };
}
