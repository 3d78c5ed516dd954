import { type CellId, cellId, type Equation, equationsOf, type FormTable } from '../forms/index.ts';
import { reportFact } from '../report/fact.ts';
import { cellIn } from '../report/find.ts';
import type { Cell, Report, TableRow } from '../report/report.ts';
import { addDecimals, compareDecimals, type Decimal, whole } from '../text/decimal.ts';
import { once } from '../text/once.ts';
import type { Span } from '../text/span.ts';
import { equationName } from './names.ts';
import { openTotals } from './open-totals.ts';
import { type TableView, tablesOf } from './rows.ts';

/** Why a sum cannot be computed. */
export type Unreadable = 'row-missing' | 'row-unreadable' | 'cell-blank' | 'cell-not-a-number' | 'not-filled-in';

/**
 * The results of the tables' equations, computed once for all rules that report them. A wrong number breaks a row
 * total, a column total and perhaps the balance at the same time. The reader wants to hear of the number, not of three
 * sums.
 */
export interface Evaluated {
  readonly equation: Equation;
  /** 勾稽关系 in the words of the form. */
  readonly name: string;
  readonly status: 'holds' | 'broken' | 'unknown';
  readonly left: number;
  readonly right: number;
  readonly reason: Unreadable | undefined;
  /** Where the total stands; its table's place when that cell could not be read. */
  readonly place: Span;
}

/** A cell, and the one value that makes every broken equation it stands in hold without breaking another. */
export interface Candidate {
  readonly cell: Cell;
  readonly value: number;
}

/**
 * One cause: the broken equations that one change would repair, and the cells of which any one may be the wrong one.
 */
export interface Cause {
  readonly broken: readonly Evaluated[];
  /** Empty when no single cell explains the broken equation. */
  readonly candidates: readonly Candidate[];
}

export interface Arithmetic {
  readonly evaluated: readonly Evaluated[];
  readonly causes: readonly Cause[];
  /** Totals of 0 whose parts are not 0, where this shows a table that is being filled and no slip. */
  readonly open: readonly Evaluated[];
}

export const arithmeticOf = reportFact((report): Arithmetic => {
  const all = tablesOf(report).flatMap((view) => (view.table.equations.length === 0 ? [] : addUp(view)));
  const open = openTotals(all.flatMap(({ evaluated }) => evaluated));
  const sums = open.length === 0 ? all : all.map((each) => withoutOpen(each, open));
  return {
    evaluated: sums.flatMap(({ evaluated }) => evaluated),
    causes: findCauses(sums.filter(({ anyBroken }) => anyBroken)),
    open,
  };
});

/** An equation with the numbers of its cells: those of a row after those of the row before. */
interface Planned {
  readonly equation: Equation;
  readonly name: string;
  readonly left: readonly number[];
  readonly right: readonly number[];
}

/** The part of a table's equations that is the same in every draft. */
interface Plan {
  /** Of the widest block. */
  readonly width: number;
  readonly rows: number;
  readonly equations: readonly Planned[];
  /** By the number of a cell: the equations that it stands in, and on which side. */
  readonly uses: readonly (readonly Use[])[];
}

interface Use {
  readonly equation: number;
  readonly inRight: boolean;
}

const planOf = once((form: FormTable): Plan => {
  const width = Math.max(...form.blocks.map(({ columns }) => columns.length));
  const numbers = new Map<CellId, number>();
  let count = 0;
  for (const { rows, columns } of form.blocks) {
    for (const { key } of rows) {
      for (const [at, column] of columns.entries()) numbers.set(cellId(form.id, key, column.key), count * width + at);
      count++;
    }
  }
  const numbersOf = (ids: readonly CellId[]): number[] => ids.flatMap((id) => numbers.get(id) ?? []);
  const planned = equationsOf(form).map((equation) => ({
    equation,
    name: equationName(form, equation),
    left: numbersOf(equation.left),
    right: numbersOf(equation.right),
  }));
  const uses = Array.from({ length: count * width }, (): Use[] => []);
  for (const [equation, { left, right }] of planned.entries()) {
    for (const cell of left) uses[cell]?.push({ equation, inRight: false });
    for (const cell of right) uses[cell]?.push({ equation, inRight: true });
  }
  return { width, rows: count, equations: planned, uses };
});

/** One table's sums. */
interface Sums extends Rows {
  /** In the order of the plan. */
  readonly evaluated: readonly Evaluated[];
  readonly anyBroken: boolean;
}

interface Rows {
  readonly plan: Plan;
  /** By the place of the row in the form. */
  readonly rows: readonly (TableRow | undefined)[];
}

const cellAt = ({ plan: { width }, rows }: Rows, cell: number): Cell | undefined =>
  rows[Math.floor(cell / width)]?.cells[cell % width];

/** Of one table at a time. NaN where a cell holds no number that may be added: a blank is never taken for 0. */
let values = new Float64Array(0);

function addUp({ table, rows }: TableView): Sums {
  const plan = planOf(table.form);
  const { width } = plan;
  if (values.length < plan.rows * width) values = new Float64Array(plan.rows * width);
  values.fill(Number.NaN);
  const found = new Array<TableRow | undefined>(plan.rows).fill(undefined);
  for (const { row, index } of rows) {
    found[index] = row;
    let at = index * width;
    // A negative count is table/negative's finding; the sums that it breaks would say the same again.
    for (const { value } of row.cells) {
      values[at++] = typeof value === 'object' && value.units >= 0 ? asNumber(value) : Number.NaN;
    }
  }
  const known = { plan, rows: found };
  const evaluated: Evaluated[] = [];
  let anyBroken = false;
  for (const planned of plan.equations) {
    const { equation, name } = planned;
    const left = sumOf(planned.left);
    const right = sumOf(planned.right);
    const place = cellAt(known, planned.right[0] ?? 0)?.span ?? table.span;
    if (Number.isNaN(left + right)) {
      const reason = whyUnknown(known, planned.left) ?? whyUnknown(known, planned.right);
      evaluated.push({ equation, name, status: 'unknown', left: 0, right: 0, reason, place });
    } else {
      const status = left === right ? 'holds' : 'broken';
      if (left !== right) anyBroken = true;
      evaluated.push({ equation, name, status, left, right, reason: undefined, place });
    }
  }
  return { plan, rows: found, evaluated, anyBroken };
}

/** A sum that contains a total which is still to be computed cannot be checked yet. */
function withoutOpen(sums: Sums, open: readonly Evaluated[]): Sums {
  const totals = new Set(open.flatMap(({ equation }) => equation.right));
  const waits = ({ equation: { left, right } }: Evaluated): boolean => [...left, ...right].some((id) => totals.has(id));
  const evaluated = sums.evaluated.map(
    (each): Evaluated =>
      waits(each) ? { ...each, status: 'unknown', left: 0, right: 0, reason: 'not-filled-in' } : each,
  );
  return { ...sums, evaluated, anyBroken: evaluated.some(({ status }) => status === 'broken') };
}

/** Nearly all numbers are whole, and a power costs more than everything else. */
const asNumber = ({ units, scale }: Decimal): number => (scale === 0 ? units : units / 10 ** scale);

function sumOf(cells: readonly number[]): number {
  let sum = 0;
  for (const cell of cells) sum += values[cell] ?? Number.NaN;
  return sum;
}

/** Of the first cell that cannot be added. */
function whyUnknown(found: Rows, cells: readonly number[]): Unreadable | undefined {
  const number = cells.find((cell) => Number.isNaN(values[cell]));
  if (number === undefined) return undefined;
  const cell = cellAt(found, number);
  if (!cell) return found.rows[Math.floor(number / found.plan.width)]?.torn ? 'row-unreadable' : 'row-missing';
  return cell.value === 'blank' || cell.value === 'placeholder' ? 'cell-blank' : 'cell-not-a-number';
}

export function partsOf(report: Report, ids: readonly CellId[]): Cell[] {
  const cells: Cell[] = [];
  for (const id of ids) {
    const cell = cellIn(report, id);
    if (cell) cells.push(cell);
  }
  return cells;
}

/** Exact, for the amounts with decimals of table 2; the counts of tables 3 and 4 are whole. */
export const sumOfCells = (cells: readonly Cell[]): Decimal =>
  addDecimals(cells.flatMap((cell) => (typeof cell.value === 'object' ? cell.value : [])));

export const isValue = (cell: Cell | undefined, value: number): boolean =>
  cell !== undefined && typeof cell.value === 'object' && compareDecimals(cell.value, whole(value)) === 0;

/** Whether every equation that holds now still holds with other values in these cells. */
function keepsSums(report: Report, changes: readonly Candidate[]): boolean {
  const more = new Map(changes.map(({ cell, value }) => [cell.id, value - numberIn(cell)]));
  const shift = (ids: readonly CellId[]): number => ids.reduce((sum, id) => sum + (more.get(id) ?? 0), 0);
  return arithmeticOf(report).evaluated.every(
    ({ equation, status, left, right }) =>
      status !== 'holds' || left + shift(equation.left) === right + shift(equation.right),
  );
}

const numberIn = ({ value }: Cell): number => (typeof value === 'object' ? asNumber(value) : 0);

/**
 * What has to be written so that a cell says something else and every sum that holds now still holds: the cell alone,
 * or the cell and its row's total. Undefined when it takes more than that, for then the cell is not what is wrong.
 */
export function changesFor(report: Report, cell: Cell, value: number): readonly Candidate[] | undefined {
  const own = [{ cell, value }];
  if (keepsSums(report, own)) return own;
  const total = cellIn(report, cellId(tableOf(cell.id), cell.row.key, 'total'));
  if (!total || total.id === cell.id || typeof total.value !== 'object') return undefined;
  const both = [...own, { cell: total, value: numberIn(total) + value - numberIn(cell) }];
  return keepsSums(report, both) ? both : undefined;
}

const tableOf = (id: CellId): Equation['table'] => id.slice(0, id.indexOf('/')) as Equation['table'];

function findCauses(sums: readonly Sums[]): Cause[] {
  const open = new Set(sums.flatMap(({ evaluated }) => evaluated.filter(({ status }) => status === 'broken')));
  if (open.size === 0) return [];
  const causes: Cause[] = [];
  for (const group of groupsOf(sums.flatMap(explanationsIn))) {
    if (!group.broken.every((each) => open.has(each))) continue;
    causes.push(group);
    for (const each of group.broken) open.delete(each);
  }
  for (const each of open) causes.push({ broken: [each], candidates: [] });
  return withoutConsequences(causes);
}

/** A candidate cell with the broken equations that contain it. */
interface Explanation extends Candidate {
  readonly broken: readonly Evaluated[];
}

/** Every cell of a broken equation for which one and the same new value satisfies all its equations. */
function explanationsIn(sums: Sums): Explanation[] {
  const { plan, evaluated } = sums;
  const explanations: Explanation[] = [];
  const seen = new Set<number>();
  for (const [index, { left, right }] of plan.equations.entries()) {
    if (evaluated[index]?.status !== 'broken') continue;
    for (const number of [...left, ...right]) {
      const cell = seen.has(number) ? undefined : cellAt(sums, number);
      seen.add(number);
      const explanation = cell && explanationBy(cell, plan.uses[number] ?? [], evaluated);
      if (explanation) explanations.push(explanation);
    }
  }
  return explanations;
}

/** None where the equations of a cell want different values of it. */
function explanationBy(cell: Cell, uses: readonly Use[], evaluated: readonly Evaluated[]): Explanation | undefined {
  if (typeof cell.value !== 'object') return undefined;
  const now = asNumber(cell.value);
  const broken: Evaluated[] = [];
  let value: number | undefined;
  for (const { equation, inRight } of uses) {
    const each = evaluated[equation];
    if (!each || each.status === 'unknown') continue;
    const wanted = now + (inRight ? each.left - each.right : each.right - each.left);
    if (value !== undefined && value !== wanted) return undefined;
    value ??= wanted;
    if (each.status === 'broken') broken.push(each);
  }
  return value !== undefined && value >= 0 ? { cell, value, broken } : undefined;
}

/** Candidates that repair the same equations are two explanations of one cause; the widest cause comes first. */
function groupsOf(explanations: readonly Explanation[]): Cause[] {
  const groups = new Map<string, { broken: readonly Evaluated[]; candidates: Candidate[] }>();
  for (const { cell, value, broken } of explanations) {
    const key = broken.map(({ equation }) => equation.id).join(' ');
    const group = groups.get(key);
    if (group) group.candidates.push({ cell, value });
    else groups.set(key, { broken, candidates: [{ cell, value }] });
  }
  return [...groups.values()].sort((a, b) => b.broken.length - a.broken.length);
}

/** A balance or row total that fails only because （七）总计 is wrong is a consequence: the right total fixes it. */
function withoutConsequences(causes: readonly Cause[]): Cause[] {
  const shifts = new Map<CellId, number>();
  for (const { broken, candidates } of causes) {
    const [first] = broken;
    const total = first?.equation.right[0];
    if (candidates.length === 0 && first?.equation.kind === 'result-total' && total) {
      shifts.set(total, first.left - first.right);
    }
  }
  const shift = (ids: readonly CellId[]): number => ids.reduce((sum, id) => sum + (shifts.get(id) ?? 0), 0);
  return causes.filter(({ broken, candidates }) => {
    const [first] = broken;
    if (broken.length !== 1 || candidates.length > 0 || !first || first.equation.kind === 'result-total') return true;
    return first.left + shift(first.equation.left) !== first.right + shift(first.equation.right);
  });
}
