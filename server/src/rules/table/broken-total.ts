import { arithmeticOf, type Cause, changesFor, type Evaluated, partsOf } from '../../facts/arithmetic.ts';
import { cellName, rowName, shown } from '../../facts/names.ts';
import { FORM_NOTICES } from '../../forms/index.ts';
import { cellIn } from '../../report/find.ts';
import type { Cell, Report } from '../../report/report.ts';
import { defineRule, failed, notChecked, type Outcome, passed, type Related } from '../rule.ts';
import { setCell, setCells } from '../support/cell-fix.ts';
import { isBegun, totalling } from '../support/unfinished.ts';

/** With more cells than this to choose from, all addends of one sum, naming them would explain nothing. */
const MOST_EXPLANATIONS = 3;

type Message = 'total' | 'cell' | 'either' | 'open';

/**
 * Row totals, （七）总计 and the review totals equal the sum of their parts. When several sums fail because of one
 * number, that number is named; when two numbers could be it, both are offered.
 */
export default defineRule({
  meta: {
    id: 'table/broken-total',
    title: { zh: '总计与各项之和不符', en: 'A total does not equal the sum of its parts' },
    severity: 'error',
    basis: `${FORM_NOTICES}所附格式的表三、表四`,
    fix: 'suggestion',
    messages: {
      total: {
        zh: '{place}为 {listed}，各项之和为 {sum}，{more} {difference}。',
        en: '{place} is {listed}, but its parts add up to {sum}: {difference} too {moreEn}.',
      },
      cell: {
        zh: '{place}为 {listed}，与相关的合计都对不上；改为 {wanted} 后 {count} 处合计全部成立。',
        en: '{place} is {listed} and fits none of its sums; with {wanted} all {count} of them hold.',
      },
      either: {
        zh: '{equation}不成立（{left} 对 {right}）。可能有误的是以下之一：{candidates}。',
        en: '{equation} fails ({left} against {right}). One of these may be wrong: {candidates}.',
      },
      open: {
        zh: '{table}的合计还没有填：{count} 处为 0，各项之和不为 0，首先是{place}。',
        en: '{table} is not totalled yet: {count} totals are 0 though their parts are not, the first of them {place}.',
      },
    },
  },
  check(report) {
    const { evaluated, causes, open } = arithmeticOf(report);
    const outcomes: Outcome<Message>[] = open.length > 0 ? sayOpen(report, open) : [];
    for (const { equation, name, status, reason, place } of evaluated) {
      if (equation.kind === 'balance' || status === 'broken') continue;
      outcomes.push(status === 'holds' ? passed(name, place) : notChecked(name, reason ?? 'cell-blank', place));
    }
    for (const cause of causes) {
      const explained = explain(report, cause);
      if (explained) outcomes.push(explained);
    }
    return outcomes;
  },
});

/** One finding a table, however many of its totals wait. */
function sayOpen(report: Report, open: readonly Evaluated[]): Outcome<Message>[] {
  return Object.values(report.tables).flatMap((table) => {
    const own = open.filter(({ equation }) => equation.table === table.id);
    const cell = partsOf(report, own[0]?.equation.right ?? [])[0];
    if (!cell) return [];
    return failed(`${table.form.title}已合计`, {
      messageId: 'open',
      span: cell.span,
      severity: isBegun(report) ? 'information' : 'error',
      data: { table: table.form.title, count: own.length, place: cellName(cell) },
      fixes: totalling(table),
    });
  });
}

/** One finding a cause; the other sums that it breaks count as failed too, through the finding's own subject. */
function explain(report: Report, cause: Cause): Outcome<Message> | undefined {
  const first = cause.broken.find(({ equation }) => equation.kind !== 'balance');
  const totalId = first?.equation.right[0];
  const total = totalId && cellIn(report, totalId);
  if (!first || !total) return undefined;
  const subject = first.name;
  const [only, ...others] = cause.candidates;
  if (only && others.length === 0 && (cause.broken.length > 1 || only.cell.id !== total.id)) {
    return failed(subject, {
      messageId: 'cell',
      span: only.cell.span,
      data: { place: cellName(only.cell), listed: shown(only.cell), wanted: only.value, count: cause.broken.length },
      related: cause.broken.flatMap((each) => relatedOf(report, each)),
      fixes: [setCell(only.cell, `${only.value}`, true)],
    });
  }
  if (others.length > 0 && others.length < MOST_EXPLANATIONS) {
    return failed(subject, {
      messageId: 'either',
      span: total.span,
      data: {
        equation: subject,
        left: first.left,
        right: first.right,
        candidates: cause.candidates
          .map(({ cell, value }) => `${cellName(cell)}（${shown(cell)}→${value}）`)
          .join('，或'),
      },
      related: relatedOf(report, first),
      fixes: cause.candidates.map(({ cell, value }) => setCell(cell, `${value}`)),
    });
  }
  const difference = first.left - first.right;
  const changes = changesFor(report, total, first.left);
  return failed(subject, {
    messageId: 'total',
    span: total.span,
    data: {
      place: first.equation.kind === 'row-total' ? `${rowName(total.row)}行的总计` : cellName(total),
      listed: first.right,
      sum: first.left,
      more: difference > 0 ? '少' : '多',
      moreEn: difference > 0 ? 'few' : 'many',
      difference: Math.abs(difference),
    },
    related: relatedOf(report, first),
    fixes: changes ? [setCells(changes, repairsBalance(report, first))] : [],
  });
}

/** The addends: zeros say nothing, so they are left out where others explain the sum. */
function relatedOf(report: Report, { equation }: Evaluated): Related[] {
  const parts = partsOf(report, equation.left);
  const filled = parts.filter((cell) => !isZero(cell));
  return (filled.length > 0 ? filled : parts).map((cell) => ({
    span: cell.span,
    message: { zh: `${cellName(cell)}为 ${shown(cell)}`, en: `${cellName(cell)} is ${shown(cell)}` },
  }));
}

const isZero = ({ value, suffix }: Cell): boolean =>
  typeof value === 'object' && value.units === 0 && value.scale === 0 && !suffix;

/** Setting the total to its sum is the preferred fix only if it also fixes the balance of its column. */
function repairsBalance(report: Report, { equation, left, right }: Evaluated): boolean {
  const total = equation.right[0];
  if (!total) return false;
  const balance = arithmeticOf(report).evaluated.find(
    (each) => each.equation.kind === 'balance' && each.equation.right[0] === total,
  );
  return !balance || (balance.status === 'broken' && balance.right - right + left === balance.left);
}
