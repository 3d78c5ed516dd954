import { cellName } from '../../facts/names.ts';
import { cellId } from '../../forms/index.ts';
import { numberIn, tableForm } from '../../relations/summary.ts';
import { addDecimals, compareDecimals, formatDecimal } from '../../text/decimal.ts';
import { defineRule, failed, passed } from '../rule.ts';
import { setCell } from '../support/cell-fix.ts';
import { toNumber } from '../support/other-report.ts';

const ITEMS = 'lastYearItems';
const CHANGE = 'change';

/** 上一年项目数量 is what last year's report began with and what it added. */
export default defineRule({
  meta: {
    id: 'year/items-2020',
    title: { zh: '上一年项目数量与上年报告接不上', en: 'Last year’s items do not follow from last year’s report' },
    severity: 'warning',
    appliesTo: ({ tables }) => tables.proactive.blocks.some(({ columns }) => columns.some(({ key }) => key === CHANGE)),
    basis: '国办公开办函〔2019〕60号格式第二部分：上一年项目数量、本年增/减',
    fix: 'suggestion',
    messages: {
      differs: {
        zh: '{place}为 {now}，{last} 年度报告为 {before}，增减 {change}，应为 {wanted}。',
        en: '{place} is {now}; the report for {last} had {before} and a change of {change}, which makes {wanted}.',
      },
    },
  },
  *check(report, { relations }) {
    const table = report.tables.proactive;
    const prior = relations?.prior;
    const before = prior?.numbers.proactive;
    if (!table || !prior || !before || tableForm('proactive', before) !== table.form) return;
    for (const { row, cells } of table.rows) {
      const cell = cells.find(({ column }) => column.key === ITEMS);
      const before = numberIn(prior, cellId('proactive', row.key, ITEMS));
      const change = numberIn(prior, cellId('proactive', row.key, CHANGE));
      if (!cell || typeof cell.value !== 'object' || !before || !change) continue;
      const wanted = addDecimals([before.value, change.value]);
      const subject = `${cellName(cell)}与上年报告`;
      if (compareDecimals(wanted, cell.value) === 0) yield passed(subject, cell.span);
      else {
        yield failed(subject, {
          messageId: 'differs',
          span: cell.span,
          data: {
            place: cellName(cell),
            now: formatDecimal(cell.value),
            last: prior.year ?? '',
            before: formatDecimal(before.value),
            change: formatDecimal(change.value),
            wanted: formatDecimal(wanted),
          },
          related: [ITEMS, CHANGE].flatMap((column) => toNumber(prior, cellId('proactive', row.key, column))),
          fixes: wanted.units >= 0 ? [setCell(cell, formatDecimal(wanted))] : [],
        });
      }
    }
  },
});
