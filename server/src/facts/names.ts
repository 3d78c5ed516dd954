import type { CellId, Equation, FormColumn, FormRow, FormTable, TableId } from '../forms/index.ts';
import { planOf } from '../forms/plan.ts';
import type { Cell } from '../report/report.ts';
import { formatDecimal } from '../text/decimal.ts';
import { once } from '../text/once.ts';

/** How messages name a place: in the words of the official form. */

/** 「（七）总计」; a row with a long bracket keeps only its beginning: 「（二）部分公开」. */
export const rowName = once((row: FormRow) => `「${row.label.replace(/(?<=^（.）[^（]{2,8})（.*$/, '')}」`);

/** 自然人列; in the review table the group is part of the name: 行政复议「尚未审结」. */
function columnName(table: TableId, column: FormColumn): string {
  return table === 'review' ? `${(column.under ?? []).join('')}「${column.label}」` : `${column.label}列`;
}

/** 「（七）总计」自然人列 */
export const placeName = (table: TableId, row: FormRow, column: FormColumn): string =>
  table === 'review' ? columnName(table, column) : `${rowName(row)}${columnName(table, column)}`;

export const cellName = ({ id, row, column }: Cell): string =>
  placeName(id.slice(0, id.indexOf('/')) as TableId, row, column);

/** 「（七）总计」行; a row without a label is the only one of its table. */
export const rowTitle = (row: FormRow): string => (row.label ? `${rowName(row)}行` : '数据行');

/** 「四、结转下年度继续办理」总计, by its id, in the words of a form. */
export function cellNameIn(form: FormTable, id: CellId): string {
  const plan = planOf(form);
  const place = plan.places.get(id);
  const row = place && plan.rows[place.row];
  const column = place && row?.cells[place.column]?.column;
  return row && column ? placeName(form.id, row.row, column) : id;
}

/** What a cell holds, as a message says it. */
export const shown = (cell: Cell): string =>
  typeof cell.value === 'object' && !cell.suffix ? formatDecimal(cell.value) : cell.raw.trim() || '空';

/** 勾稽关系 in the words of the form. */
export function equationName(form: FormTable, { id, kind, right }: Equation): string {
  const [, rowKey, columnKey] = right[0]?.split('/') ?? [];
  for (const { rows, columns } of form.blocks) {
    const row = rows.find(({ key }) => key === rowKey);
    const column = columns.find(({ key }) => key === columnKey);
    if (row && column) return nameBy(row, column, kind);
  }
  return id;
}

function nameBy(row: FormRow, column: FormColumn, kind: Equation['kind']): string {
  if (kind === 'row-total') return `${rowName(row)}行：各列之和＝总计`;
  if (kind === 'result-total') return `${column.label}列：各项结果之和＝（七）总计`;
  if (kind === 'balance') return `${column.label}列：一＋二＝（七）总计＋四`;
  return `${(column.under ?? []).join('')}：维持＋纠正＋其他结果＋尚未审结＝总计`;
}
