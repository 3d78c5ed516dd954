import type { Location, Position } from 'vscode-languageserver-types';
import { bindingAt, mentionsOf } from './bindings.ts';
import type { DraftView } from './draft-view.ts';
import { cellAt } from './places.ts';
import { toRange } from './ranges.ts';

/** Where prose speaks of a cell; from a number in prose, wherever its cells are spoken of. The cell is the declaration. */
export function references({ document, report }: DraftView, position: Position, declaration: boolean): Location[] {
  const offset = document.offsetAt(position);
  const cell = cellAt(report, offset)?.cell;
  const cells = cell ? [cell] : (bindingAt(report, offset)?.cells ?? []);
  const places = [...mentionsOf(report, cells), ...(declaration ? cells.map(({ span }) => span) : [])];
  return places
    .sort((a, b) => a.start - b.start)
    .map((span) => ({ uri: document.uri, range: toRange(document, span) }));
}
