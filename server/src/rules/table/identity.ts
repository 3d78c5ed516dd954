import { arithmeticOf, type Cause, changesFor, type Evaluated, partsOf } from '../../facts/arithmetic.ts';
import { cellName, shown } from '../../facts/names.ts';
import { defineRule, failed, notChecked, passed } from '../rule.ts';
import { setCells } from '../support/cell-fix.ts';

/**
 * 一 + 二 = （七）总计 + 四 in every column: the note printed in the table. A balance that fails because a total is
 * wrong is left to table/broken-total.
 */
export default defineRule({
  meta: {
    id: 'table/identity',
    title: { zh: '勾稽关系不成立', en: 'The balance of a column does not hold' },
    severity: 'error',
    basis: '表三表头注记：第一项加第二项之和，等于第三项加第四项之和',
    fix: 'suggestion',
    messages: {
      unbalanced: {
        zh: '{column}列：新收与上年结转之和为 {left}，（七）总计与结转下年度之和为 {right}，相差 {difference}。',
        en: 'Column {column}: 一 + 二 = {left}, （七）总计 + 四 = {right}; they differ by {difference}.',
      },
    },
  },
  *check(report) {
    const { evaluated, causes } = arithmeticOf(report);
    for (const { equation, name, status, reason, place } of evaluated) {
      if (equation.kind !== 'balance' || status === 'broken') continue;
      yield status === 'holds' ? passed(name, place) : notChecked(name, reason ?? 'cell-blank', place);
    }
    for (const { broken, candidates } of causes) {
      const [balance] = broken;
      if (broken.length !== 1 || balance?.equation.kind !== 'balance' || follows(balance, causes)) continue;
      const cells = partsOf(report, [...balance.equation.left, ...balance.equation.right]);
      const out = cells.at(-1);
      if (!out) continue;
      const wanted = balance.left - balance.right + Number(shown(out));
      // 四 is computed from the rest when nothing else points to a cell.
      const proposals = candidates.length > 0 ? candidates : wanted >= 0 ? [{ cell: out, value: wanted }] : [];
      yield failed(balance.name, {
        messageId: 'unbalanced',
        span: (candidates[0]?.cell ?? out).span,
        data: {
          column: out.column.label,
          left: balance.left,
          right: balance.right,
          difference: Math.abs(balance.left - balance.right),
        },
        related: cells.map((cell) => ({
          span: cell.span,
          message: { zh: `${cellName(cell)}为 ${shown(cell)}`, en: `${cellName(cell)} is ${shown(cell)}` },
        })),
        fixes: proposals.flatMap(({ cell, value }) => {
          const changes = changesFor(report, cell, value);
          return changes ? [setCells(changes)] : [];
        }),
      });
    }
  },
});

/** The totals' balance fails by as much as those of the columns together: what fixes these fixes it, too. */
function follows({ equation, left, right }: Evaluated, causes: readonly Cause[]): boolean {
  if (!isOfTotals(equation)) return false;
  const columns = causes.flatMap(({ broken }) => {
    const [first] = broken;
    return broken.length === 1 && first?.equation.kind === 'balance' && !isOfTotals(first.equation) ? [first] : [];
  });
  const sum = columns.reduce((all, each) => all + each.left - each.right, 0);
  return columns.length > 0 && sum === left - right;
}

const isOfTotals = ({ id }: Evaluated['equation']): boolean => id === 'balance/total';
