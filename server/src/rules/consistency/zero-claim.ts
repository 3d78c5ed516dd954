import { type ZeroClaim, zeroClaimsOf } from '../../facts/claims/zero-claims.ts';
import { cellName, shown } from '../../facts/names.ts';
import { cellIn } from '../../report/find.ts';
import type { Cell, Report } from '../../report/report.ts';
import { defineRule, failed, notChecked, passed } from '../rule.ts';

const NAMES = {
  requests: { zh: '政府信息公开申请', en: 'requests' },
  review: { zh: '行政复议', en: 'administrative reviews' },
  litigation: { zh: '行政诉讼', en: 'litigation' },
} as const;

/** “未收到申请” and a table that counts one cannot both be true. */
export default defineRule({
  meta: {
    id: 'consistency/zero-claim',
    title: { zh: '文字说没有，表格中却有数', en: 'The text says none, the table has some' },
    severity: 'error',
    basis: '国办公开办函〔2021〕30号（四）：内容不准确、不完整的要追究责任',
    fix: 'none',
    messages: {
      contradiction: {
        zh: '此处说没有{about}，表格中{places}。',
        en: 'Here the text says there were no {aboutEn}, but in the table {places}.',
      },
    },
  },
  *check(report) {
    for (const claim of zeroClaimsOf(report)) {
      const subject = `“没有${NAMES[claim.about].zh}”`;
      const cells = claim.cells.flatMap((id) => cellIn(report, id) ?? []);
      if (cells.length < claim.cells.length || cells.some(({ value }) => typeof value !== 'object')) {
        yield notChecked(subject, cells.length < claim.cells.length ? reason(report, claim) : 'cell-blank', claim.span);
        continue;
      }
      const wrong = cells.filter(isNotZero);
      if (wrong.length === 0) {
        yield passed(subject, claim.span);
        continue;
      }
      yield failed(subject, {
        messageId: 'contradiction',
        span: claim.span,
        data: {
          about: NAMES[claim.about].zh,
          aboutEn: NAMES[claim.about].en,
          places: wrong.map((cell) => `${cellName(cell)}为 ${shown(cell)}`).join('，'),
        },
        related: wrong.map((cell) => ({
          span: cell.span,
          message: { zh: `${cellName(cell)}为 ${shown(cell)}`, en: `${cellName(cell)} is ${shown(cell)}` },
        })),
      });
    }
  },
});

const isNotZero = ({ value }: Cell): boolean => typeof value === 'object' && value.units !== 0;

const reason = (report: Report, { cells }: ZeroClaim): 'table-missing' | 'row-unreadable' => {
  const table = cells[0]?.startsWith('requests/') ? report.tables.requests : report.tables.review;
  return table ? 'row-unreadable' : 'table-missing';
};
