import { type Share, sharesIn } from '../../facts/claims/shares.ts';
import { hitsOf, search } from '../../facts/search/search.ts';
import { cellId } from '../../forms/index.ts';
import { cellIn } from '../../report/find.ts';
import { spanIn } from '../../report/prose/span-in.ts';
import type { Report } from '../../report/report.ts';
import { defineRule, failed, passed } from '../rule.ts';

const SHARES = search(sharesIn, { from: ['占'] });
/** Rounding, and a share that was cut off instead of rounded. */
const TOLERANCE = 1;

/** 41 件占 50 件的 82%: a share agrees with its own two numbers. */
export default defineRule({
  meta: {
    id: 'consistency/percent',
    title: { zh: '占比与数量不符', en: 'A share differs from its numbers' },
    severity: 'information',
    basis: '国办公开办函〔2021〕30号（四）：内容不准确、不完整的要追究责任',
    fix: 'none',
    messages: {
      differs: {
        zh: '{part} 占 {whole} 的 {share}%，此处写为 {stated}%。',
        en: '{part} of {whole} is {share} %; here it says {stated} %.',
      },
    },
  },
  *check(report) {
    for (const share of hitsOf(report, SHARES)) {
      const { paragraph, wholes, part, stated } = share;
      if (paragraph.section > 4) continue;
      const subject = `占比 ${stated}%`;
      const span = spanIn(paragraph, share.start, share.end);
      const whole = wholes.at(-1);
      if (whole === undefined || [...wholes, ...totalsIn(report)].some((each) => fits(share, each))) {
        yield passed(subject, span);
      } else {
        yield failed(subject, {
          messageId: 'differs',
          span,
          data: { part, whole, share: Math.round((part / whole) * 1000) / 10, stated },
        });
      }
    }
  },
});

const fits = ({ part, stated }: Share, whole: number): boolean =>
  whole > 0 && Math.abs((part / whole) * 100 - stated) < TOLERANCE;

/** Of these a share may be told though its sentence does not name them. */
const TOTALS = [
  ...['new', 'resultTotal'].map((row) => cellId('requests', row, 'total')),
  cellId('review', 'counts', 'review.total'),
];

const totalsIn = (report: Report): number[] =>
  TOTALS.flatMap((id) => {
    const value = cellIn(report, id)?.value;
    return typeof value === 'object' ? [value.units] : [];
  });
