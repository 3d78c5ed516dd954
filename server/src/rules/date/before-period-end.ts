import { defineRule, type Fix, failed, notChecked, passed } from '../rule.ts';

const SUBJECT = '落款日期不早于统计期限届满';

/** Nobody can report a year that is not over. In January the year of the signature is often left from the draft's start. */
export default defineRule({
  meta: {
    id: 'date/before-period-end',
    title: { zh: '落款日期早于统计期限届满', en: 'The report is signed before the year it covers is over' },
    severity: 'warning',
    basis: '统计期限为当年1月1日至12月31日',
    fix: 'suggestion',
    messages: {
      early: {
        zh: '落款日期为 {date}，早于 {year}年12月31日，统计期限尚未届满。',
        en: 'Signed {date}, before the period ends on 31 December {year}.',
      },
    },
  },
  *check({ signature, year }) {
    if (!signature) return;
    if (year === undefined) {
      yield notChecked(SUBJECT, 'year-unknown');
      return;
    }
    const lastDay = signature.year === year && signature.month === 12 && signature.day === 31;
    if (signature.year > year || lastDay) {
      yield passed(SUBJECT);
      return;
    }
    const { month, day } = signature;
    const newYear = `${year + 1}`;
    const fix: Fix = {
      title: {
        zh: `将落款年份由 ${signature.year} 改为 ${newYear}`,
        en: `Change the year of the signature from ${signature.year} to ${newYear}`,
      },
      edits: [{ span: signature.yearSpan, newText: newYear }],
      kind: 'suggestion',
    };
    yield failed(SUBJECT, {
      messageId: 'early',
      span: signature.span,
      data: { date: `${signature.year}年${month}月${day}日`, year },
      fixes: signature.digits && month <= 3 ? [fix] : [],
    });
  },
});
