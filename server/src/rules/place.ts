import type { Equation, FormColumn, FormRow, TableId } from '../forms/index.ts';
import type { Cell, Report } from '../report/report.ts';
import { formatDecimal } from '../text/decimal.ts';

/** How messages name a place: in the words that the official form prints. */

/** 「（七）总计」; a row with a long bracket keeps only its beginning: 「（二）部分公开」. */
export const rowName = (row: FormRow): string => `「${row.label.replace(/(?<=^（.）[^（]{2,8})（.*$/, '')}」`;

/** 自然人列; in the review table the group is part of the name: 行政复议「尚未审结」. */
export function columnName(table: TableId, column: FormColumn): string {
  return table === 'review' ? `${(column.under ?? []).join('')}「${column.label}」` : `${column.label}列`;
}

/** 「（七）总计」自然人列 */
export const cellName = (cell: Cell): string => {
  const table = cell.id.slice(0, cell.id.indexOf('/')) as TableId;
  return table === 'review' ? columnName(table, cell.column) : `${rowName(cell.row)}${columnName(table, cell.column)}`;
};

/** What a cell holds, as a message says it. */
export const shown = (cell: Cell): string =>
  typeof cell.value === 'object' && !cell.suffix ? formatDecimal(cell.value) : cell.raw.trim() || '空';

/** 勾稽关系 in the words of the form. */
export function equationName(report: Report, equation: Equation): string {
  const total = equation.right[0];
  const cell = total && report.cell(total);
  if (!cell) return equation.id;
  if (equation.kind === 'row-total') return `${rowName(cell.row)}行：各列之和＝总计`;
  if (equation.kind === 'result-total') return `${cell.column.label}列：各项结果之和＝（七）总计`;
  if (equation.kind === 'balance') return `${cell.column.label}列：一＋二＝（七）总计＋四`;
  return `${(cell.column.under ?? []).join('')}：维持＋纠正＋其他结果＋尚未审结＝总计`;
}
