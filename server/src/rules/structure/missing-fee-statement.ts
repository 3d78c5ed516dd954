import { statesFee } from '../../facts/fees.ts';
import { formOfYear } from '../../forms/index.ts';
import { cellIn, sectionIn } from '../../report/find.ts';
import { spanIn } from '../../report/prose/span-in.ts';
import type { Prose, Report } from '../../report/report.ts';
import { fold } from '../../text/fold.ts';
import { defineRule, type Fix, failed, notChecked, passed } from '../rule.ts';

const SUBJECT = '信息处理费的收取情况';
const NONE = /^(?:本年度)?无。?$/;
/** A character that this answer has not. */
const SAYS_MORE = /(?![本年度无])[\u4e00-\u9fff]/;
const SENTENCE =
  '依据《政府信息公开信息处理费管理办法》（国办函〔2020〕109号），本年度发出收费通知0件，收取信息处理费0元。';

/** In the years of a form that asks for it section six says how much 信息处理费 was collected, even when it was none. */
export default defineRule({
  meta: {
    id: 'structure/missing-fee-statement',
    title: { zh: '没有写信息处理费的收取情况', en: 'The collection of information-processing fees is not stated' },
    severity: 'information',
    basis: '国办函〔2020〕109号；国办公开办函〔2021〕30号（六）其他需要报告的事项',
    fix: 'suggestion',
    messages: {
      missing: {
        zh: '第六部分应写明信息处理费的收取情况，没有收取的也要写明。',
        en: 'Section six should state the information-processing fees collected, even when there were none.',
      },
      unpaid: {
        zh: '表中有 {count} 件申请因逾期未缴纳费用不再处理，第六部分却没有写信息处理费的收取情况。',
        en: 'The table has {count} applications ended for an unpaid fee, but section six does not state the fees.',
      },
    },
  },
  *check(report) {
    if (report.year === undefined) {
      yield notChecked(SUBJECT, 'year-unknown');
      return;
    }
    if (!formOfYear(report.forms, report.year).statesFees) return;
    const section = sectionIn(report, 6);
    const own = report.prose.filter((paragraph) => paragraph.section === 6);
    const [first] = own;
    if (!section || !first) {
      yield notChecked(SUBJECT, 'section-missing');
      return;
    }
    if (statesFee(report)) {
      yield passed(SUBJECT);
      return;
    }
    const unpaid = unpaidOf(report);
    yield failed(SUBJECT, {
      messageId: unpaid > 0 ? 'unpaid' : 'missing',
      span: first.span,
      ...(unpaid > 0 && { severity: 'warning' }),
      data: { count: unpaid },
      fixes: [stateNoFee(first, unpaid)].flatMap((fix) => fix ?? []),
    });
  },
});

function unpaidOf(report: Report): number {
  const value = cellIn(report, 'requests/other.feeUnpaid/total')?.value;
  return typeof value === 'object' ? value.units : 0;
}

/** A sentence with zeros: offered, and not where a table shows that there was a fee. */
function stateNoFee(first: Prose, unpaid: number): Fix | undefined {
  if (unpaid > 0) return undefined;
  const bare = NONE.test(first.text) || (!SAYS_MORE.test(first.text) && NONE.test(fold(first.text)));
  if (bare) {
    const newText = `${SENTENCE}无其他需要报告的事项。`;
    return {
      title: { zh: `将“${first.text}”改为“${newText}”`, en: `Change “${first.text}” to “${newText}”` },
      edits: [{ span: spanIn(first, 0, first.text.length), newText }],
      kind: 'suggestion',
    };
  }
  return {
    title: { zh: `插入“${SENTENCE}”`, en: `Insert “${SENTENCE}”` },
    edits: [{ span: spanIn(first, 0, 0), newText: SENTENCE }],
    kind: 'suggestion',
  };
}
