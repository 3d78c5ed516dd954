import { BLANK, DIGIT, ODD, PIPE, TAB } from '../../../text/characters.ts';
import { endsAtPipes, type Lines } from '../../lines/lines.ts';
import type { Cells } from './cells.ts';
import { html } from './html.ts';
import type { Layout, LayoutId } from './layout.ts';
import { lonePipes } from './lone-pipes.ts';
import { joinNotes } from './notes.ts';
import { pdfColumns } from './pdf-columns.ts';
import { pipeRuns } from './pipe-runs.ts';
import { isDelimiterRow, markdown, pipeCells, pipeRows } from './pipes.ts';
import { numbersAtEnd } from './row-end.ts';
import { spaceRows } from './spaces.ts';
import { cellLines, tabRows } from './tabs.ts';

export { Cells, type RawCell, shownText } from './cells.ts';
export type { Layout, LayoutId } from './layout.ts';

/** Five numbers in a line: no layout with one cell a line has that. */
const NUMBER_ROW = 5;
/** So many blanks before a number keep it in its column. */
const COLUMN_GAP = 3;
/** Anchored, so that a long cell is looked at once. */
const TWO_FIELDS = /^[|\s]*[^|\s][^|]*\|[|\s]*[^|\s]/;
const LONE_PIPES = /^\|[|\s]*$/;

/** Which layout a stretch of table lines has, by what most of its lines look like. */
export function chooseLayout(text: string, lines: Lines): Layout {
  let filled = 0;
  let piped = 0;
  let pipedRows = 0;
  let tabbedRows = 0;
  let spacedRows = 0;
  let numberRows = 0;
  let columns = 0;
  let lone = 0;
  for (let index = 0; index < lines.length; index++) {
    if (lines.isEmpty(index)) continue;
    filled++;
    if (endsAtPipes(text, lines, index)) return pipeRuns;
    const chars = lines.chars(index);
    if ((chars & (PIPE | BLANK | ODD)) === 0) continue;
    const raw = text.slice(lines.from(index), lines.to(index));
    if (chars & PIPE) {
      if (isDelimiterRow(text, lines, index)) return markdown;
      piped++;
      if (LONE_PIPES.test(raw)) lone++;
      else if (TWO_FIELDS.test(raw)) pipedRows++;
    } else if (chars & TAB) tabbedRows++;
    else if ((chars & DIGIT) !== 0) {
      const { numbers, gap } = numbersAtEnd(raw);
      if (numbers >= NUMBER_ROW) numberRows++;
      else if (/[0-9０-９]\s+[0-9０-９]/.test(raw) || /[^\s\d]\s+\d[\d.]*$/.test(raw)) spacedRows++;
      if (gap >= COLUMN_GAP) columns++;
    }
  }
  if (lone * 3 > filled && pipedRows === 0) return lonePipes;
  if (piped * 2 > filled) return pipedRows * 3 > piped ? pipeRows : pipeCells;
  if (tabbedRows * 4 > filled) return tabRows;
  if (numberRows === 0 && spacedRows * 8 <= filled) return cellLines;
  return columns * 2 > numberRows + spacedRows ? pdfColumns : spaceRows;
}

export const readCells = (text: string, lines: Lines): { layout: Layout; cells: Cells } => {
  const layout = chooseLayout(text, lines);
  return { layout, cells: joinNotes(text, layout.read(text, lines)) };
};

const LAYOUTS: readonly Layout[] = [
  pipeRows,
  pipeCells,
  lonePipes,
  pipeRuns,
  markdown,
  tabRows,
  cellLines,
  spaceRows,
  pdfColumns,
  html,
];

/** The layout to write a table in, so that an inserted one looks like the draft's own. */
export const layoutById = (id: LayoutId): Layout => LAYOUTS.find((layout) => layout.id === id) ?? tabRows;
