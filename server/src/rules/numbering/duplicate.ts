import { numeralOf } from '../../facts/lists/markers.ts';
import { type Fault, sequencesOf } from '../../facts/lists/sequences.ts';
import { defineRule, type Fix, failed, passed } from '../rule.ts';
import { markOf, sequenceName } from './names.ts';

/** 一是…二是…二是…: the same number twice in one list. */
export default defineRule({
  meta: {
    id: 'numbering/duplicate',
    title: { zh: '序号重复', en: 'A number is used twice in one list' },
    severity: 'warning',
    basis: '公文层次序数应依次编排',
    fix: 'safe',
    messages: {
      repeated: {
        zh: '“{found}”重复，前面已有“{found}”，此处应为“{expected}”。',
        en: '“{found}” stands twice; this one should be “{expected}”.',
      },
    },
  },
  *check(report) {
    for (const sequence of sequencesOf(report)) {
      const faults = sequence.faults.filter(({ kind }) => kind === 'duplicate');
      if (faults.length === 0) yield passed(sequenceName(report.form, sequence));
      for (const fault of faults) {
        const { marker, expected, previous } = fault;
        yield failed(sequenceName(report.form, sequence), {
          messageId: 'repeated',
          span: marker.span,
          data: { found: marker.text, expected: markOf(marker, expected) },
          related: previous ? [{ span: previous.span, message: { zh: '前一处', en: 'the first one' } }] : [],
          fixes: [renumber(fault)],
        });
      }
    }
  },
});

/** This item and, where they count on from it, the ones after. A list that goes on rightly is left as it is. */
function renumber({ marker, expected, following }: Fault): Fix {
  const shifted = following[0]?.value === expected ? following : [];
  const edits = [marker, ...shifted].map((each, index) => ({
    span: each.numeralSpan,
    newText: numeralOf(expected + index, each.style),
  }));
  const later = shifted.length > 0 ? { zh: '，后面的依次顺延', en: ' and move the later ones on' } : { zh: '', en: '' };
  const to = markOf(marker, expected);
  return {
    title: { zh: `将第二个“${marker.text}”改为“${to}”${later.zh}`, en: `Change it to “${to}”${later.en}` },
    edits,
    // An Arabic number is a run of digits, and fix-all changes none.
    kind: marker.style === 'digit' ? 'suggestion' : 'safe',
    preferred: true,
  };
}
