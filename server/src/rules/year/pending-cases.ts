import { cellName } from '../../facts/names.ts';
import { cellId } from '../../forms/index.ts';
import { REVIEW_GROUPS, REVIEW_ROW } from '../../forms/review.ts';
import { numberIn } from '../../relations/summary.ts';
import { cellIn } from '../../report/find.ts';
import { compareDecimals, formatDecimal } from '../../text/decimal.ts';
import { defineRule, failed, passed } from '../rule.ts';
import { toNumber } from '../support/other-report.ts';

/** Cases that were pending at the end of last year were concluded this year or are still pending. */
export default defineRule({
  meta: {
    id: 'year/pending-cases',
    title: { zh: '上年尚未审结的案件没有下文', en: 'Cases pending last year are not accounted for' },
    severity: 'information',
    basis: '推算：上年尚未审结的案件，本年应当审结或者仍未审结；是否再计入本年没有明文',
    fix: 'none',
    messages: {
      fewer: {
        zh: '{place}为 {now} 件，少于 {last} 年度尚未审结的 {before} 件，请核对上年案件的结果是否计入。',
        en: '{place} is {now}, fewer than the {before} still pending in {last}.',
      },
    },
  },
  *check(report, { relations }) {
    const prior = relations?.prior;
    if (!prior) return;
    for (const { key } of REVIEW_GROUPS) {
      const cell = cellIn(report, cellId('review', REVIEW_ROW, `${key}.total`));
      const pending = cellId('review', REVIEW_ROW, `${key}.pending`);
      const before = numberIn(prior, pending);
      if (!cell || typeof cell.value !== 'object' || !before) continue;
      const subject = `${cellName(cell)}与上年尚未审结`;
      if (compareDecimals(cell.value, before.value) >= 0) yield passed(subject, cell.span);
      else {
        yield failed(subject, {
          messageId: 'fewer',
          span: cell.span,
          data: {
            place: cellName(cell),
            now: formatDecimal(cell.value),
            last: prior.year ?? '',
            before: formatDecimal(before.value),
          },
          related: toNumber(prior, pending),
        });
      }
    }
  },
});
