import type { Table } from '../../report/report.ts';
import { defineRule, failed, passed } from '../rule.ts';
import { type Flow, flowsIn, isSame, isZero } from '../support/flows.ts';
import { toNumber } from '../support/other-report.ts';

/** Two small numbers are the same by chance; five digits of them in all are not. */
const FEWEST_DIGITS = 5;
const FEWEST_CELLS = 2;

/** A table in which every number is last year's was probably not filled in again. */
export default defineRule({
  meta: {
    id: 'year/same-numbers',
    title: { zh: '表中数字与上年完全相同', en: 'All numbers of a table are last year’s' },
    severity: 'information',
    basis: '国办公开办函〔2021〕30号：不得内容雷同、敷衍塞责',
    fix: 'none',
    messages: {
      same: {
        zh: '《{table}》中非零的 {count} 个数与 {last} 年度报告全部相同，请核对是否已经按本年填写。',
        en: 'All {count} numbers of the table “{table}” that are not zero are those of {last}.',
      },
    },
  },
  *check(report, { relations }) {
    const prior = relations?.prior;
    if (!prior) return;
    for (const id of ['proactive', 'requests'] as const) {
      const table = report.tables[id];
      if (!table || prior.numbers[id] === undefined) continue;
      const flows = flowsIn(table, prior).filter(({ now, before }) => !isZero(now) || !isZero(before));
      const [first] = flows;
      const subject = `${table.form.title}与上年报告`;
      if (!first || !flows.every(isSame) || !isMuch(flows)) {
        yield passed(subject);
        continue;
      }
      yield failed(subject, {
        messageId: 'same',
        span: first.cell.span,
        data: { table: titleOf(table), count: flows.length, last: prior.year ?? '' },
        related: flows.slice(0, 6).flatMap(({ cell }) => toNumber(prior, cell.id)),
      });
    }
  },
});

const titleOf = ({ form }: Table): string => form.title;

const isMuch = (flows: readonly Flow[]): boolean =>
  flows.length >= FEWEST_CELLS && flows.reduce((sum, { now }) => sum + `${now.units}`.length, 0) >= FEWEST_DIGITS;
