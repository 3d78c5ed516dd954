import type { CellId, FormTable, TableId } from '../forms/index.ts';
import { planOf } from '../forms/plan.ts';
import { cellIn, isPieced, rowIn } from '../report/find.ts';
import type { Cell, Report, TableRow } from '../report/report.ts';
import { formatOf } from '../report/source/index.ts';
import { type Layout, layoutById } from '../report/tables/layouts/index.ts';
import { kindOf } from '../report/tables/layouts/layout.ts';
import { OPEN_CELL } from '../report/tables/layouts/open-cell.ts';
import { skeletonRow } from '../rules/support/skeleton.ts';
import { fold } from '../text/fold.ts';
import { type Edit, sliceOf, span } from '../text/span.ts';

/** What somebody enters into a cell of the form. */
export interface CellChange {
  readonly cell: CellId;
  /** What the cell held when it was entered: whatever has come to be there since is not overwritten. */
  readonly was: string;
  readonly text: string;
}

/** Why nothing is written: another text stands there by now; the draft has no such place; it is nothing for a cell. */
export type Refusal = 'changed' | 'no-place' | 'not-a-number';

export type CellEdits = { readonly edits: readonly Edit[] } | { readonly refused: Refusal; readonly cell: CellId };

/** The edits of the draft that make its cells hold what was entered; all of them or none. */
export function cellEdits(report: Report, changes: readonly CellChange[]): CellEdits {
  const edits: Edit[] = [];
  const bare = new Map<TableRow, Map<CellId, string>>();
  for (const { cell: id, was, text } of changes) {
    const refuse = (refused: Refusal): CellEdits => ({ refused, cell: id });
    if (isPieced(report, tableOf(id))) return refuse('no-place');
    const cell = cellIn(report, id);
    if (!cell) {
      const row = bareRowOf(report, id);
      if (!row) return refuse('no-place');
      if (was !== '') return refuse('changed');
      const entered = toEntry(text);
      if (entered === undefined) return refuse('not-a-number');
      bare.set(row, (bare.get(row) ?? new Map<CellId, string>()).set(id, entered));
      continue;
    }
    if (shownIn(cell) !== was) return refuse('changed');
    const entered = toEntry(text);
    if (entered === undefined) return refuse('not-a-number');
    if (entered !== was) edits.push(...editOf(report, cell, entered));
  }
  for (const [row, entries] of bare) edits.push(...rowEdit(report, row, entries));
  return { edits };
}

/** Whether a cell of the form can be written, even if it has no place in the draft yet. */
export const isWritable = (report: Report, id: CellId): boolean =>
  !isPieced(report, tableOf(id)) && (cellIn(report, id) !== undefined || bareRowOf(report, id) !== undefined);

const tableOf = (id: CellId): TableId => id.slice(0, id.indexOf('/')) as TableId;

/** The row of a cell, when the draft has nothing but its label. */
function bareRowOf(report: Report, id: CellId): TableRow | undefined {
  const [table = '', key = ''] = id.split('/');
  const row = rowIn(report.tables[table as TableId], key);
  return row?.label && row.torn?.values.every((value) => sliceOf(report.text, value).trim() === '') ? row : undefined;
}

/** The numbers of a row behind its label, in the way of the draft's layout. */
function rowEdit(report: Report, row: TableRow, entries: ReadonlyMap<CellId, string>): readonly Edit[] {
  const [id] = entries.keys();
  const table = report.tables[(id?.split('/')[0] ?? '') as TableId];
  if (!table || !row.label) return [];
  const layout = layoutById(table.layout);
  const values =
    planOf(table.form)
      .byKey.get(row.row.key)
      ?.cells.map((cell) => entries.get(cell.id) || OPEN_CELL) ?? [];
  const { end } = row.label.span;
  const edit: Edit = {
    span: span(end, Math.max(end, ...(row.torn?.values ?? []).map((value) => value.end))),
    newText: `${gapAfterLabel(layout, table.form, row)}${values.join(layout.between)}`,
  };
  return [...formatOf(report).place(report.text, [edit])];
}

/** Where a line is a row the places that a wide label covers are written too. */
const gapAfterLabel = (layout: Layout, form: FormTable, { row }: TableRow): string =>
  (layout.showsMerged && /([\t| ]+)0(?:[\t| ]+0)*[\t| ]*$/.exec(skeletonRow(layout, form, row)[0] ?? '')?.[1]) ||
  layout.between;

/** What a cell of the form shows: what was written, and nothing where it only says that it is still to come. */
export const shownIn = ({ value, raw }: Cell): string => (value === 'blank' ? '' : raw.trim());

/** Longer than any number with its note. */
const LONGEST = 40;

/**
 * What was typed or pasted as a cell holds it: half-width, without the marks of thousands and without blanks, which
 * part cells in some layouts. Undefined for what could be read as anything but the cell's own content.
 */
export function toEntry(text: string): string | undefined {
  const entered = fold(text).replace(/\s/g, '');
  if (entered === '' || entered === OPEN_CELL) return '';
  const plain = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(entered) ? entered.replaceAll(',', '') : entered;
  if (plain.length > LONGEST || /[|<>&*\\]/.test(plain) || kindOf(plain) !== 'value') return undefined;
  return plain;
}

/** The unit that the draft writes behind a number stays when only the number was entered. */
const withUnit = ({ suffix, raw }: Cell, entered: string): string =>
  suffix !== undefined && /^(?:万元|元|件)$/.test(suffix) && /^[+-]?[\d.]+$/.test(entered)
    ? `${entered}${raw.trimEnd().slice(raw.trimEnd().search(/\s*(?:万元|元|件)$/))}`
    : entered;

/** In the draft's own layout. A cell that is emptied says that it is open: an empty one leaves a trace in few layouts. */
function editOf(report: Report, cell: Cell, entered: string): readonly Edit[] {
  const { span, raw } = cell;
  const text = entered === '' ? OPEN_CELL : withUnit(cell, entered);
  // What only blanks show keeps them around what is written: `|  |` becomes `| 0 |`.
  const padded = raw !== '' && raw.trim() === '' ? ` ${text} ` : text;
  const edit: Edit = { span, newText: padded };
  return [...formatOf(report).place(report.text, [edit])];
}
