import { type CellId, cellId, type Equation, type FormTable } from '../forms/index.ts';
import type { Cell, Report, Table, TableRow } from '../report/report.ts';
import { addDecimals, compareDecimals, type Decimal, whole } from '../text/decimal.ts';
import type { Span } from '../text/span.ts';
import { equationName } from './place.ts';
import { rowNumbers, type TableView, tablesOf } from './rows.ts';
import type { NotCheckedReason } from './rule.ts';

/**
 * What the tables' sums say, worked out once for all rules that speak of them. A wrong number breaks a row total, a
 * column total and perhaps the balance at the same time; the reader wants to hear of the number, not of three sums.
 */
export interface Evaluated {
  readonly equation: Equation;
  /** 勾稽关系 in the words of the form. */
  readonly name: string;
  readonly status: 'holds' | 'broken' | 'unknown';
  readonly left: number;
  readonly right: number;
  readonly reason: NotCheckedReason | undefined;
  /** Where the total stands; its table's place when that cell could not be read. */
  readonly place: Span;
}

/** A cell, and the one value that makes every broken equation it stands in hold without breaking another. */
export interface Candidate {
  readonly cell: Cell;
  readonly value: number;
}

/** One cause: the broken equations that one change would mend, and the cells of which any one may be the wrong one. */
export interface Cause {
  readonly broken: readonly Evaluated[];
  /** Empty when no single cell explains the broken equation. */
  readonly candidates: readonly Candidate[];
}

export interface Arithmetic {
  readonly evaluated: readonly Evaluated[];
  readonly causes: readonly Cause[];
}

const cache = new WeakMap<Report, Arithmetic>();

export function arithmeticOf(report: Report): Arithmetic {
  let result = cache.get(report);
  if (!result) {
    const evaluated: Evaluated[] = [];
    for (const view of tablesOf(report)) evaluate(view, evaluated);
    result = { evaluated, causes: findCauses(report, evaluated) };
    cache.set(report, result);
  }
  return result;
}

/** An equation with the numbers of its cells: those of a row after those of the row before. */
interface Planned {
  readonly equation: Equation;
  readonly name: string;
  readonly left: readonly number[];
  readonly right: readonly number[];
}

/** What of a table's sums is the same in every draft. */
interface Plan {
  /** Of the widest block. */
  readonly width: number;
  readonly cells: number;
  readonly firstRow: number;
  readonly equations: readonly Planned[];
  readonly uses: Uses;
}

const plans = new WeakMap<FormTable, Plan>();

function planOf({ form, equations }: Table): Plan {
  let plan = plans.get(form);
  if (!plan) {
    plan = makePlan(form, equations);
    plans.set(form, plan);
  }
  return plan;
}

function makePlan(form: FormTable, equations: readonly Equation[]): Plan {
  const width = Math.max(...form.blocks.map(({ columns }) => columns.length));
  const numbers = new Map<CellId, number>();
  let next = 0;
  for (const { rows, columns } of form.blocks) {
    for (const { key } of rows) {
      for (const [at, column] of columns.entries()) numbers.set(cellId(form.id, key, column.key), next + at);
      next += width;
    }
  }
  const numbersOf = (ids: readonly CellId[]): number[] => ids.flatMap((id) => numbers.get(id) ?? []);
  const [firstRow = 0] = rowNumbers(form).values();
  return {
    width,
    cells: next,
    firstRow,
    equations: equations.map((equation) => ({
      equation,
      name: equationName(form, equation),
      left: numbersOf(equation.left),
      right: numbersOf(equation.right),
    })),
    uses: equationsByCell(equations),
  };
}

/** Of one table at a time. NaN where a cell holds no number that may be added: a blank is never taken for 0. */
let values = new Float64Array(0);

function evaluate({ table, rows }: TableView, evaluated: Evaluated[]): void {
  if (table.equations.length === 0) return;
  const { width, cells, firstRow, equations } = planOf(table);
  if (values.length < cells) values = new Float64Array(cells);
  values.fill(Number.NaN);
  const found: TableRow[] = [];
  for (const { row, number } of rows) {
    if (row.cells.length === 0) continue;
    found[number - firstRow] = row;
    let at = (number - firstRow) * width;
    // A negative count is table/negative's finding; the sums that it breaks would say the same again.
    for (const { value } of row.cells) {
      values[at++] = typeof value === 'object' && value.units >= 0 ? value.units / 10 ** value.scale : Number.NaN;
    }
  }
  for (const planned of equations) {
    const { equation, name } = planned;
    const left = sumOf(planned.left);
    const right = sumOf(planned.right);
    const total = planned.right[0] ?? 0;
    const place = found[Math.floor(total / width)]?.cells[total % width]?.span ?? table.span;
    if (Number.isNaN(left + right)) {
      const reason = whyUnknown(table, equation.left) ?? whyUnknown(table, equation.right);
      evaluated.push({ equation, name, status: 'unknown', left: 0, right: 0, reason, place });
    } else {
      const status = left === right ? 'holds' : 'broken';
      evaluated.push({ equation, name, status, left, right, reason: undefined, place });
    }
  }
}

function sumOf(cells: readonly number[]): number {
  let sum = 0;
  for (const cell of cells) sum += values[cell] ?? Number.NaN;
  return sum;
}

/** Of the first cell that cannot be added. */
function whyUnknown(table: Table, ids: readonly CellId[]): NotCheckedReason | undefined {
  for (const id of ids) {
    const cell = table.cell(id);
    if (!cell) return rowReason(table, id);
    if (typeof cell.value !== 'object') return cell.value === 'not-a-number' ? 'cell-not-a-number' : 'cell-blank';
    if (cell.value.units < 0) return 'cell-not-a-number';
  }
  return undefined;
}

const rowReason = (table: Table, id: CellId): NotCheckedReason =>
  table.row(id.split('/')[1] ?? '')?.torn ? 'row-unreadable' : 'row-missing';

export const partsOf = (report: Report, ids: readonly CellId[]): Cell[] => ids.flatMap((id) => report.cell(id) ?? []);

/** Exact, for the amounts with decimals of table 2; the counts of tables 3 and 4 are whole. */
export const sumOfCells = (cells: readonly Cell[]): Decimal =>
  addDecimals(cells.flatMap((cell) => (typeof cell.value === 'object' ? cell.value : [])));

export const isValue = (cell: Cell | undefined, value: number): boolean =>
  cell !== undefined && typeof cell.value === 'object' && compareDecimals(cell.value, whole(value)) === 0;

function findCauses(report: Report, evaluated: readonly Evaluated[]): Cause[] {
  const broken = evaluated.filter(({ status }) => status === 'broken');
  if (broken.length === 0) return [];
  const groups = groupCandidates(broken, consistentCandidates(report, broken, evaluated));
  const causes: Cause[] = [];
  const open = new Set(broken);
  for (const group of groups) {
    if (!group.broken.every((each) => open.has(each))) continue;
    causes.push(group);
    for (const each of group.broken) open.delete(each);
  }
  for (const each of open) causes.push({ broken: [each], candidates: [] });
  return withoutConsequences(causes);
}

type Uses = ReadonlyMap<CellId, readonly Equation[]>;

function equationsByCell(equations: readonly Equation[]): Uses {
  const uses = new Map<CellId, Equation[]>();
  for (const each of equations) {
    for (const id of [...each.left, ...each.right]) {
      const known = uses.get(id);
      if (known) known.push(each);
      else uses.set(id, [each]);
    }
  }
  return uses;
}

/** Every cell of a broken equation for which one and the same new value satisfies all its equations. */
function consistentCandidates(
  report: Report,
  broken: readonly Evaluated[],
  evaluated: readonly Evaluated[],
): Candidate[] {
  const resultOf = new Map(evaluated.map((each) => [each.equation, each]));
  const candidates: Candidate[] = [];
  const seen = new Set<CellId>();
  for (const { equation } of broken) {
    const table = report.tables[equation.table];
    if (!table) continue;
    const { uses } = planOf(table);
    for (const id of [...equation.left, ...equation.right]) {
      const cell = table.cell(id);
      if (seen.has(id) || !cell || typeof cell.value !== 'object') continue;
      seen.add(id);
      const now = cell.value.units / 10 ** cell.value.scale;
      const value = onlyValue(id, now, uses.get(id) ?? [], resultOf);
      if (value !== undefined && value >= 0) candidates.push({ cell, value });
    }
  }
  return candidates;
}

/** What a cell that holds `now` must hold for all its equations; undefined where they want different values. */
function onlyValue(
  id: CellId,
  now: number,
  equations: readonly Equation[],
  resultOf: ReadonlyMap<Equation, Evaluated>,
): number | undefined {
  let only: number | undefined;
  for (const equation of equations) {
    const result = resultOf.get(equation);
    if (!result || result.status === 'unknown') continue;
    const { left, right } = result;
    const wanted = now + (equation.right.includes(id) ? left - right : right - left);
    if (only !== undefined && only !== wanted) return undefined;
    only ??= wanted;
  }
  return only;
}

/** Candidates that mend the same equations are two explanations of one cause; the widest cause comes first. */
function groupCandidates(broken: readonly Evaluated[], candidates: readonly Candidate[]): Cause[] {
  const groups = new Map<string, { broken: Evaluated[]; candidates: Candidate[] }>();
  for (const candidate of candidates) {
    const { id } = candidate.cell;
    const mended = broken.filter(({ equation }) => equation.left.includes(id) || equation.right.includes(id));
    const key = mended.map(({ equation }) => equation.id).join(' ');
    const group = groups.get(key);
    if (group) group.candidates.push(candidate);
    else groups.set(key, { broken: mended, candidates: [candidate] });
  }
  return [...groups.values()].sort((a, b) => b.broken.length - a.broken.length);
}

/** A balance or row total that fails only because （七）总计 is wrong is a consequence: the right total mends it. */
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
