import { cellName } from '../facts/names.ts';
import type { CellId } from '../forms/index.ts';
import type { Cell, Table } from '../report/report.ts';
import type { Locale } from '../rules/rule.ts';
import { fillText, setCell } from '../rules/support/cell-fix.ts';
import { inOrder, numbersIn, sumOfParts } from '../rules/support/totals.ts';
import type { Edit } from '../text/span.ts';
import { say } from './words.ts';

/** Edits on a table that write numbers. Each says what it will write, so that the user can refuse any one of them. */
export interface NotedEdit extends Edit {
  readonly note: string;
}

/** The blank cells that may be 0: those that no sum says must be something else. */
export function fillableBlanks(table: Table): Cell[] {
  const blanks = table.rows.flatMap(({ cells }) => cells.filter(({ value }) => value === 'blank'));
  const open = new Set(blanks.map(({ id }) => id));
  const values = new Map([...numbersIn(table), ...blanks.map(({ id }) => [id, 0] as const)]);
  for (const equation of table.equations) {
    const ids = [...equation.left, ...equation.right];
    if (!ids.some((id) => open.has(id))) continue;
    const [left, right] = [sumOfParts(values, equation.left), sumOfParts(values, equation.right)];
    if (left !== undefined && right !== undefined && left !== right) for (const id of ids) open.delete(id);
  }
  return blanks.filter(({ id }) => open.has(id));
}

export const fillBlanks = (table: Table, locale: Locale): NotedEdit[] =>
  fillableBlanks(table).map((cell) => ({
    span: cell.span,
    newText: fillText(cell, '0'),
    note: say(locale, `在${cellName(cell)}填入 0`, `Fill ${cellName(cell)} with 0`),
  }));

/**
 * Every total that is not the sum of its parts, set to that sum. Columns come before rows, so that the last total of
 * all is made of the new ones. Where a part is blank or unreadable its total stays.
 */
export function recomputeTotals(table: Table, locale: Locale): NotedEdit[] {
  const values = new Map(numbersIn(table));
  const edits: NotedEdit[] = [];
  const changed = new Set<CellId>();
  for (const equation of inOrder(table.equations)) {
    const [id] = equation.right;
    const cell = id && table.cells.get(id);
    const wanted = sumOfParts(values, equation.left);
    if (!cell || wanted === undefined || values.get(cell.id) === wanted || changed.has(cell.id)) continue;
    if (cell.value === 'not-a-number') continue;
    values.set(cell.id, wanted);
    changed.add(cell.id);
    const { title, edits: own } = setCell(cell, String(wanted));
    edits.push(...own.map((edit) => ({ ...edit, note: title[locale] })));
  }
  return edits;
}
