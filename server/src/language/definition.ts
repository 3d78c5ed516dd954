import type { LocationLink, Position } from 'vscode-languageserver-types';
import { rowIn } from '../report/find.ts';
import type { Cell, Report } from '../report/report.ts';
import type { Span } from '../text/span.ts';
import { bindingAt } from './bindings.ts';
import type { DraftView } from './draft-view.ts';
import { cellAt } from './places.ts';
import { toRange } from './ranges.ts';

/**
 * From a number in prose, or from 未收到…, to the cells that it speaks of. A cell is its own definition, so that editors
 * offer its references there.
 */
export function definition({ document, report }: DraftView, position: Position): LocationLink[] {
  const offset = document.offsetAt(position);
  const cell = cellAt(report, offset)?.cell;
  const { span, cells } = (cell ? { span: cell.span, cells: [cell] } : bindingAt(report, offset)) ?? { cells: [] };
  if (!span) return [];
  return cells.map((target) => ({
    originSelectionRange: toRange(document, span),
    targetUri: document.uri,
    targetRange: toRange(document, rowOf(report, target)),
    targetSelectionRange: toRange(document, target.span),
  }));
}

/** The row around a cell; a row read from several places may not reach round it, and the cell alone does then. */
function rowOf(report: Report, cell: Cell): Span {
  for (const table of Object.values(report.tables)) {
    const row = table.cells.get(cell.id) === cell ? rowIn(table, cell.row.key) : undefined;
    if (row && row.span.start <= cell.span.start && cell.span.end <= row.span.end) return row.span;
  }
  return cell.span;
}
