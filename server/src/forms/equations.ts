import { type CellId, cellId, type Equation, type FormTable } from './form.ts';
import { isResultItem } from './requests.ts';
import { REVIEW_GROUPS, REVIEW_ROW } from './review.ts';

/**
 * The equations of the requests table: every row's total (25 or 23), every column's （七）总计 (7) and every column's
 * balance 一 + 二 = （七）+ 四 (7), as the note printed in the table says. （三）–（六） have no rows of their own in the form, so
 * a draft's subtotals are never added.
 */
function requestsEquations(table: FormTable): Equation[] {
  const equations: Equation[] = [];
  for (const { rows, columns } of table.blocks) {
    const parts = columns.filter((column) => column.key !== 'total');
    for (const { key } of rows) {
      equations.push({
        id: `row-total/${key}`,
        kind: 'row-total',
        table: table.id,
        left: parts.map((column) => cellId(table.id, key, column.key)),
        right: [cellId(table.id, key, 'total')],
      });
    }
    for (const column of columns) {
      const at = (row: string): CellId => cellId(table.id, row, column.key);
      equations.push({
        id: `result-total/${column.key}`,
        kind: 'result-total',
        table: table.id,
        left: rows.filter(isResultItem).map((row) => at(row.key)),
        right: [at('resultTotal')],
      });
      equations.push({
        id: `balance/${column.key}`,
        kind: 'balance',
        table: table.id,
        left: [at('new'), at('carriedIn')],
        right: [at('resultTotal'), at('carriedOut')],
      });
    }
  }
  return equations;
}

/** The equations of a statutory table. The table of proactive disclosure has none. */
export function equationsOf(table: FormTable): readonly Equation[] {
  const known = equations.get(table) ?? toEquations(table);
  equations.set(table, known);
  return known;
}

const equations = new WeakMap<FormTable, readonly Equation[]>();

function toEquations(table: FormTable): readonly Equation[] {
  if (table.id === 'requests') return requestsEquations(table);
  return table.id === 'review' ? reviewEquations : [];
}

/** 维持 + 纠正 + 其他结果 + 尚未审结 = 总计, for review, direct litigation and litigation after review. */
const reviewEquations: readonly Equation[] = REVIEW_GROUPS.map(({ key }) => {
  const at = (column: string): CellId => cellId('review', REVIEW_ROW, `${key}.${column}`);
  return {
    id: `review-total/${key}`,
    kind: 'review-total',
    table: 'review',
    left: [at('upheld'), at('corrected'), at('otherResult'), at('pending')],
    right: [at('total')],
  };
});
