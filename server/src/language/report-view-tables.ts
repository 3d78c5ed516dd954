import type { Problem } from '../check/lint.ts';
import { placeName } from '../facts/names.ts';
import { type Grid, isPrinted, toGrid } from '../forms/grid.ts';
import { type CellId, type Equation, equationsOf, type FormTable, type TableId } from '../forms/index.ts';
import { planOf } from '../forms/plan.ts';
import { cellIn } from '../report/find.ts';
import type { Cell, Report } from '../report/report.ts';
import type { Severity } from '../rules/rule.ts';
import { overlaps, type Span } from '../text/span.ts';
import { isWritable, shownIn } from './cell-edits.ts';

/** A statutory table as the view draws it. */
export interface ViewTable {
  readonly id: TableId;
  readonly title: string;
  readonly found: boolean;
  readonly rows: readonly (readonly ViewCell[])[];
  readonly equations: readonly ViewEquation[];
}

/** What must hold between cells, which are given by their place among the table's value cells. */
export interface ViewEquation {
  readonly kind: Equation['kind'];
  readonly left: readonly number[];
  readonly right: readonly number[];
}

export interface ViewCell {
  readonly text: string;
  readonly colspan: number;
  readonly rowspan: number;
  /** Set on value cells. */
  readonly value?: ViewValue;
}

/** A level: what is wrong with the number. `contradicted`: the text says another one. `open`: not filled in yet. */
export type CellStatus = Severity | 'contradicted' | 'open' | 'not-checked' | 'passed';

export interface ViewValue {
  readonly id: CellId;
  /** In the words of the form: 「（七）总计」自然人列. */
  readonly name: string;
  readonly status: CellStatus;
  /** Where the value stands in the draft. */
  readonly span?: Span;
  /** Whether a number can be entered. */
  readonly writable: boolean;
  /** Of the view's problems those that are about this cell, by their place. */
  readonly problems: readonly number[];
}

/** @param problems in the view's order */
export function viewTables(report: Report, problems: readonly Problem[]): ViewTable[] {
  return report.form.sections.flatMap(({ table: id }) => {
    if (!id) return [];
    const table = report.tables[id];
    const form = table?.form ?? report.form.tables[id];
    const context: CellContext = { report, form, problems, unknown: unknownCells(report, form) };
    const grid = toGrid(form, (cell) => textOf(report, cell));
    return [
      {
        id,
        title: form.title,
        found: table !== undefined,
        rows: grid.map((_, row) => cellsOf(context, grid, row)),
        equations: equationsIn(form),
      },
    ];
  });
}

interface CellContext {
  readonly report: Report;
  readonly form: FormTable;
  readonly problems: readonly Problem[];
  readonly unknown: ReadonlySet<CellId>;
}

const textOf = (report: Report, id: CellId): string => {
  const cell = cellIn(report, id);
  return cell ? shownIn(cell) : '';
};

function cellsOf(context: CellContext, grid: Grid, row: number): ViewCell[] {
  return (grid[row] ?? []).flatMap((slot, column): ViewCell[] => {
    if (!isPrinted(slot)) return [];
    const size = sizeOf(grid, row, column);
    return [{ text: slot.text, ...size, ...(slot.cell && { value: valueAt(context, slot.cell) }) }];
  });
}

/** A merged cell reaches as far right and down as the places that it covers. */
function sizeOf(grid: Grid, row: number, column: number): Pick<ViewCell, 'colspan' | 'rowspan'> {
  let colspan = 1;
  while (grid[row]?.[column + colspan] === 'covered-left') colspan++;
  let rowspan = 1;
  while (grid[row + rowspan]?.[column] === 'covered-above') rowspan++;
  return { colspan, rowspan };
}

function valueAt({ report, form, problems, unknown }: CellContext, id: CellId): ViewValue {
  const cell = cellIn(report, id);
  const known = { id, name: nameOf(form, id), writable: isWritable(report, id) };
  if (!cell) return { ...known, status: known.writable ? 'open' : 'not-checked', problems: [] };
  const own = indexesOf(problems, (problem) => isAt(problem, cell.span));
  const others = indexesOf(problems, (problem) => contradicts(problem, cell.span));
  // One fix may fix two cells that are wrong together: it is offered at either.
  const mending = own.length === 0 ? [] : indexesOf(problems, (problem) => mends(problem, cell.span));
  const about = [...new Set([...own, ...others, ...mending])];
  const status = statusOf(cell, problems[own[0] ?? -1], others.length > 0, unknown);
  return { ...known, status, span: cell.span, problems: about };
}

/** @param worst what is wrong with the cell itself */
function statusOf(
  cell: Cell,
  worst: Problem | undefined,
  isContradicted: boolean,
  unknown: ReadonlySet<CellId>,
): CellStatus {
  if (worst && worst.severity !== 'hint' && cell.value !== 'blank') return worst.severity;
  if (cell.value === 'blank') return worst && worst.severity !== 'information' ? worst.severity : 'open';
  if (isContradicted) return 'contradicted';
  if (worst) return worst.severity;
  return unknown.has(cell.id) || typeof cell.value !== 'object' ? 'not-checked' : 'passed';
}

const indexesOf = (problems: readonly Problem[], is: (problem: Problem) => boolean): number[] =>
  problems.flatMap((problem, index) => (is(problem) ? index : []));

/** A finding about this very cell, not about the whole table around it. */
function isAt({ span }: Problem, cell: Span): boolean {
  if (cell.start === cell.end) return span.start <= cell.start && cell.end <= span.end;
  return overlaps(span, cell) && span.end - span.start <= (cell.end - cell.start) * 40;
}

/** A finding or a fix with more cells than these is about none of them in particular. */
const MOST_NAMED = 4;

const mends = ({ fixes }: Problem, cell: Span): boolean =>
  fixes.some(({ edits }) => edits.length <= MOST_NAMED && edits.some((edit) => overlaps(edit.span, cell)));

/** The prose says another number, and the finding names the cell. */
const contradicts = ({ rule, span, related }: Problem, cell: Span): boolean =>
  rule.startsWith('consistency/') &&
  !overlaps(span, cell) &&
  related.length <= MOST_NAMED &&
  related.some((each) => each.span.start === cell.start && each.span.end === cell.end);

function nameOf(form: FormTable, id: CellId): string {
  const [, key = '', column = ''] = id.split('/');
  const row = planOf(form).byKey.get(key);
  const found = row?.cells.find((cell) => cell.column.key === column);
  return row && found ? placeName(form.id, row.row, found.column) : id;
}

/** Cells of equations that could not be computed because another of their cells is blank or unreadable. */
function unknownCells(report: Report, form: FormTable): Set<CellId> {
  const unknown = new Set<CellId>();
  for (const { left, right } of report.tables[form.id]?.equations ?? []) {
    const ids = [...left, ...right];
    if (ids.some((id) => typeof cellIn(report, id)?.value !== 'object')) for (const id of ids) unknown.add(id);
  }
  return unknown;
}

function equationsIn(form: FormTable): ViewEquation[] {
  const ids = planOf(form).rows.flatMap(({ cells }) => cells.map(({ id }) => id));
  const at = new Map(ids.map((id, index) => [id, index]));
  const places = (cells: readonly CellId[]): number[] => cells.flatMap((id) => at.get(id) ?? []);
  return equationsOf(form).map(({ kind, left, right }) => ({ kind, left: places(left), right: places(right) }));
}
