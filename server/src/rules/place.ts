import type { Equation, FormColumn, FormRow, TableId } from '../forms/index.ts';
import type { Cell, Report } from '../report/report.ts';
import { formatDecimal } from '../text/decimal.ts';

/** How messages name a place: in the words that the official form prints. */

const rowNames = new WeakMap<FormRow, string>();

/** 「（七）总计」; a row with a long bracket keeps only its beginning: 「（二）部分公开」. */
export function rowName(row: FormRow): string {
  let name = rowNames.get(row);
  if (name === undefined) {
    name = `「${row.label.replace(/(?<=^（.）[^（]{2,8})（.*$/, '')}」`;
    rowNames.set(row, name);
  }
  return name;
}

/** 自然人列; in the review table the group is part of the name: 行政复议「尚未审结」. */
export function columnName(table: TableId, column: FormColumn): string {
  return table === 'review' ? `${(column.under ?? []).join('')}「${column.label}」` : `${column.label}列`;
}

/** By row and column of the form, so that 200 cells of every draft share their names. */
const cellNames = new WeakMap<FormRow, WeakMap<FormColumn, string>>();

/** 「（七）总计」自然人列 */
export function cellName({ id, row, column }: Cell): string {
  let inRow = cellNames.get(row);
  if (!inRow) {
    inRow = new WeakMap();
    cellNames.set(row, inRow);
  }
  let name = inRow.get(column);
  if (name === undefined) {
    const table = id.slice(0, id.indexOf('/')) as TableId;
    name = table === 'review' ? columnName(table, column) : `${rowName(row)}${columnName(table, column)}`;
    inRow.set(column, name);
  }
  return name;
}

/** What a cell holds, as a message says it. */
export const shown = (cell: Cell): string =>
  typeof cell.value === 'object' && !cell.suffix ? formatDecimal(cell.value) : cell.raw.trim() || '空';

const equationNames = new WeakMap<Equation, string>();

/** 勾稽关系 in the words of the form. */
export function equationName(report: Report, equation: Equation): string {
  const known = equationNames.get(equation);
  if (known !== undefined) return known;
  const total = equation.right[0];
  const cell = total && report.cell(total);
  if (!cell) return equation.id;
  const name = nameBy(cell, equation.kind);
  equationNames.set(equation, name);
  return name;
}

function nameBy({ row, column }: Cell, kind: Equation['kind']): string {
  if (kind === 'row-total') return `${rowName(row)}行：各列之和＝总计`;
  if (kind === 'result-total') return `${column.label}列：各项结果之和＝（七）总计`;
  if (kind === 'balance') return `${column.label}列：一＋二＝（七）总计＋四`;
  return `${(column.under ?? []).join('')}：维持＋纠正＋其他结果＋尚未审结＝总计`;
}
