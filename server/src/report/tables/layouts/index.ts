import type { Lines } from '../../lines/lines.ts';
import { cellLines } from './cell-lines.ts';
import type { Cells } from './cells.ts';
import { html } from './html.ts';
import type { Layout } from './layout.ts';
import { lonePipes } from './lone-pipes.ts';
import { markdown } from './markdown.ts';
import { joinNotes } from './notes.ts';
import { pdfColumns } from './pdf-columns.ts';
import { pipeCells } from './pipe-cells.ts';
import { pipeRows } from './pipe-rows.ts';
import { pipeRuns } from './pipe-runs.ts';
import { spaceRows } from './space-rows.ts';
import { survey } from './survey.ts';
import { tabRows } from './tab-rows.ts';

export { Cells, type RawCell, shownText } from './cells.ts';
export type { Layout } from './layout.ts';

/** All layouts, in the order in which they are asked whether a stretch of lines is theirs. The last one takes any. */
export const LAYOUTS = [
  pipeRuns,
  markdown,
  lonePipes,
  pipeRows,
  pipeCells,
  tabRows,
  cellLines,
  pdfColumns,
  html,
  spaceRows,
] as const;

/** How a pasted table looks. */
export type LayoutId = (typeof LAYOUTS)[number]['id'];

const BY_ID: ReadonlyMap<string, Layout> = new Map(LAYOUTS.map((layout) => [layout.id, layout]));

/** What is known of a table's layout, and the way to write a table that looks like the draft's own. */
export const layoutById = (id: LayoutId): Layout => BY_ID.get(id) ?? tabRows;

/** Which layout a stretch of table lines has. */
function chooseLayout(text: string, lines: Lines): (typeof LAYOUTS)[number] {
  const seen = survey(text, lines);
  return LAYOUTS.find((layout) => layout.fits(seen)) ?? spaceRows;
}

export const readCells = (text: string, lines: Lines): { layout: (typeof LAYOUTS)[number]; cells: Cells } => {
  const layout = chooseLayout(text, lines);
  return { layout, cells: joinNotes(text, layout.read(text, lines)) };
};
