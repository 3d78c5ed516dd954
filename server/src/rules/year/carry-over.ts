import { cellName, shown } from '../../facts/names.ts';
import { type CellId, cellId } from '../../forms/index.ts';
import { REQUESTS_COLUMNS } from '../../forms/requests.ts';
import { numberIn, type ReportSummary } from '../../relations/summary.ts';
import { cellIn } from '../../report/find.ts';
import type { Cell, Report } from '../../report/report.ts';
import { compareDecimals, formatDecimal } from '../../text/decimal.ts';
import { defineRule, failed, notChecked, passed } from '../rule.ts';
import { setCells } from '../support/cell-fix.ts';
import { toNumber } from '../support/other-report.ts';

const SUBJECT = '上年结转与上年报告';

/** 二、上年结转 is what last year's report carried over: 四、结转下年度继续办理. The rows are the same in both forms. */
export default defineRule({
  meta: {
    id: 'year/carry-over',
    title: { zh: '上年结转与上年报告不一致', en: 'Carried over is not what last year’s report carried over' },
    severity: 'error',
    basis: '格式第三部分：第二项“上年结转”即上年度报告第四项“结转下年度继续办理”',
    fix: 'suggestion',
    messages: {
      total: {
        zh: '{place}为 {now}，{last} 年度报告结转下年度 {before} 件，{difference}。机构改革等情况请在第六部分说明。',
        en: '{place} is {now}, but the report for {last} carried {before} over. A merger is to be explained in section six.',
      },
      columns: {
        zh: '{place}为 {now}，{last} 年度报告该栏结转下年度 {before} 件，{difference}；总计一致，申请人类别可能前后不一。',
        en: '{place} is {now}, but the report for {last} carried {before} over in that column; the totals agree.',
      },
    },
  },
  *check(report, { relations }) {
    if (!relations) return;
    const { prior } = relations;
    if (!prior) {
      yield notChecked(SUBJECT, 'prior-missing');
      return;
    }
    const pairs = REQUESTS_COLUMNS.flatMap(({ key }) => pairOf(report, prior, key) ?? []);
    const total = pairs.find(({ cell }) => cell.column.key === 'total');
    const wrong = pairs.filter((pair) => !agrees(pair));
    if (!total) yield notChecked(SUBJECT, 'cell-blank');
    else if (wrong.length === 0) yield passed(SUBJECT, total.cell.span);
    const first = wrong.includes(total as Pair) ? total : wrong[0];
    if (!first || !total) return;
    const isTotal = first === total;
    yield failed(SUBJECT, {
      messageId: isTotal ? 'total' : 'columns',
      severity: isTotal ? 'error' : 'warning',
      span: first.cell.span,
      data: dataOf(first, prior),
      related: wrong.flatMap(({ from }) => toNumber(prior, from)),
      fixes: [setCells(wrong.map(({ cell, before }) => ({ cell, value: before.units })))],
    });
  },
});

interface Pair {
  readonly cell: Cell;
  readonly from: CellId;
  readonly now: { readonly units: number; readonly scale: number };
  readonly before: { readonly units: number; readonly scale: number };
}

function pairOf(report: Report, prior: ReportSummary, column: string): Pair | undefined {
  const cell = cellIn(report, cellId('requests', 'carriedIn', column));
  const from = cellId('requests', 'carriedOut', column);
  const before = numberIn(prior, from)?.value;
  if (!cell || typeof cell.value !== 'object' || !before || before.scale > 0) return undefined;
  return { cell, from, now: cell.value, before };
}

const agrees = ({ now, before }: Pair): boolean => compareDecimals(now, before) === 0;

function dataOf({ cell, now, before }: Pair, { year = 0 }: ReportSummary) {
  const difference = now.units - before.units;
  return {
    place: cellName(cell),
    now: shown(cell),
    before: formatDecimal(before),
    last: year,
    difference: difference > 0 ? `多 ${difference}` : `少 ${-difference}`,
  };
}
