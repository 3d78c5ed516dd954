import { cellName, shown } from '../../facts/names.ts';
import { formatDecimal } from '../../text/decimal.ts';
import { defineRule, failed } from '../rule.ts';
import { toNumber } from '../support/other-report.ts';
import { isShort, rolledUp } from '../support/rolled-up.ts';

/** Two bodies that are sued together both count the case; the government's report counts it once. */
export default defineRule({
  meta: {
    id: 'rollup/case-double-count',
    title: { zh: '案件可能被几个单位重复计算', en: 'A case that several members may have counted' },
    severity: 'information',
    basis: '格式第四部分；共同被告、共同被申请人各自计数，汇总时只计一件',
    fix: 'none',
    messages: {
      fewer: {
        zh: '{place}为 {now}，各单位之和为 {sum}。差数如果是几个单位共同涉及的案件，可以不改；否则请核对。',
        en: '{place} is {now}; the members add up to {sum}. That is right where some are parties to one case.',
      },
    },
  },
  *check(report, { relations }) {
    const rolled = rolledUp(report, relations);
    if (!rolled || rolled.scope === 'own-only' || rolled.scope === 'unlike') return;
    for (const each of rolled.compared) {
      const { cell, sum } = each;
      if (!/^review\/.*\.total$/.test(cell.id) || !isShort(each)) continue;
      yield failed(`${cellName(cell)}与各单位之和`, {
        messageId: 'fewer',
        span: cell.span,
        data: { place: cellName(cell), now: shown(cell), sum: formatDecimal(sum.sum) },
        related: sum.parts.filter(({ value }) => value.units !== 0).flatMap(({ member }) => toNumber(member, cell.id)),
      });
    }
  },
});
