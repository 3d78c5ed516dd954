import { cellName } from '../../facts/names.ts';
import type { CellKind } from '../../forms/index.ts';
import { compareDecimals, type Decimal, formatDecimal } from '../../text/decimal.ts';
import { defineRule, failed } from '../rule.ts';
import { flowsIn, isZero } from '../support/flows.ts';
import { toNumber } from '../support/other-report.ts';

/** How many times more, or less, is hardly a year's change. */
const TIMES = 10;
/** Three decisions after thirty are a quiet year. Money is counted in 万元. */
const LARGE: Readonly<Record<CellKind, number>> = { count: 100, change: Number.POSITIVE_INFINITY, amount: 10 };

/** A number ten times that of last year, or a tenth of it: 元 for 万元, a digit too many. */
export default defineRule({
  meta: {
    id: 'year/jump',
    title: { zh: '与上年相差十倍以上', en: 'Ten times last year’s number, or a tenth' },
    severity: 'hint',
    basis: '审核习惯：与上年相差悬殊的数，先看单位（元、万元）和位数',
    fix: 'none',
    messages: {
      more: {
        zh: '{place}为 {now}{unit}，{last} 年度为 {before}{unit}，相差十倍以上，请核对单位和位数。',
        en: '{place} is {now} {unit}; for {last} it was {before}: check the unit and the digits.',
      },
    },
  },
  *check(report, { relations }) {
    const prior = relations?.prior;
    const table = report.tables.proactive;
    if (!prior || !table) return;
    for (const { cell, now, before } of flowsIn(table, prior)) {
      if (isZero(now) || isZero(before) || !isJump(now, before, LARGE[cell.column.kind])) continue;
      yield failed(`${cellName(cell)}与上年报告`, {
        messageId: 'more',
        span: cell.span,
        data: {
          place: cellName(cell),
          now: formatDecimal(now),
          before: formatDecimal(before),
          last: prior.year ?? '',
          unit: cell.column.unit,
        },
        related: toNumber(prior, cell.id),
      });
    }
  },
});

function isJump(a: Decimal, b: Decimal, large: number): boolean {
  const [less, more] = compareDecimals(a, b) < 0 ? [a, b] : [b, a];
  if (less.units < 0) return false;
  const times = { units: less.units * TIMES, scale: less.scale };
  return compareDecimals(more, times) >= 0 && compareDecimals(more, { units: large, scale: 0 }) >= 0;
}
