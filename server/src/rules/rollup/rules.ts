import { cellName, shown } from '../../facts/names.ts';
import { numberIn } from '../../relations/summary.ts';
import { rowIn } from '../../report/find.ts';
import { defineRule, failed } from '../rule.ts';
import { toNumber } from '../support/other-report.ts';

/** 规章 are the government's: a department that drafted one does not count it again. */
export default defineRule({
  meta: {
    id: 'rollup/rules',
    title: { zh: '部门重复计算了政府规章', en: 'A department counts the government’s rules again' },
    severity: 'warning',
    basis: '立法法：规章由设区的市、自治州以上人民政府和国务院部门制定',
    fix: 'none',
    messages: {
      again: {
        zh: '{place}为 {now}。规章由政府制定，政府报告已经计入，部门不再重复计算。',
        en: '{place} is {now}, which the government’s report counts already.',
      },
    },
  },
  *check(report, { relations }) {
    const government = relations?.government;
    if (!government || report.issuer?.kind !== 'department') return;
    for (const cell of rowIn(report.tables.proactive, 'regulations')?.cells ?? []) {
      const theirs = numberIn(government, cell.id);
      if (typeof cell.value !== 'object' || cell.value.units <= 0 || !theirs || theirs.value.units <= 0) continue;
      yield failed(`${cellName(cell)}与政府报告`, {
        messageId: 'again',
        span: cell.span,
        data: { place: cellName(cell), now: shown(cell) },
        related: toNumber(government, cell.id),
      });
      return;
    }
  },
});
