import type { CellId, Equation } from '../forms/index.ts';
import type { Cell, Report, Table } from '../report/report.ts';
import { addDecimals, compareDecimals, type Decimal, whole } from '../text/decimal.ts';
import type { Span } from '../text/span.ts';
import type { NotCheckedReason } from './rule.ts';

/**
 * What the tables' sums say, worked out once for all rules that speak of them. A wrong number breaks a row total, a
 * column total and perhaps the balance at the same time; the reader wants to hear of the number, not of three sums.
 */
export interface Evaluated {
  readonly equation: Equation;
  readonly status: 'holds' | 'broken' | 'unknown';
  readonly left: number;
  readonly right: number;
  readonly reason?: NotCheckedReason;
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
    const evaluated = Object.values(report.tables).flatMap((table) => table.equations.map((e) => evaluate(table, e)));
    result = { evaluated, causes: findCauses(report, evaluated) };
    cache.set(report, result);
  }
  return result;
}

function evaluate(table: Table, equation: Equation): Evaluated {
  const left = sumOf(table, equation.left);
  const right = sumOf(table, equation.right);
  if (typeof left === 'string' || typeof right === 'string') {
    return {
      equation,
      status: 'unknown',
      left: 0,
      right: 0,
      reason: typeof left === 'string' ? left : (right as NotCheckedReason),
    };
  }
  return { equation, status: left === right ? 'holds' : 'broken', left, right };
}

/** A blank or unreadable part makes the sum unknown: it is never taken for 0. */
function sumOf(table: Table, ids: readonly CellId[]): number | NotCheckedReason {
  let sum = 0;
  for (const id of ids) {
    const cell = table.cell(id);
    if (!cell) return rowReason(table, id);
    if (typeof cell.value !== 'object') return cell.value === 'not-a-number' ? 'cell-not-a-number' : 'cell-blank';
    // A negative count is table/negative's finding; the sums that it breaks would say the same again.
    if (cell.value.units < 0) return 'cell-not-a-number';
    sum += cell.value.units / 10 ** cell.value.scale;
  }
  return sum;
}

const rowReason = (table: Table, id: CellId): NotCheckedReason =>
  table.row(id.split('/')[1] ?? '')?.torn ? 'row-unreadable' : 'row-missing';

/** Where an equation's total stands; its table's place when the cell could not be read. */
export function totalSpan(report: Report, equation: Equation): Span | undefined {
  const total = equation.right[0];
  return (total && report.cell(total)?.span) ?? report.tables[equation.table]?.span;
}

export const partsOf = (report: Report, ids: readonly CellId[]): Cell[] => ids.flatMap((id) => report.cell(id) ?? []);

/** Exact, for the amounts with decimals of table 2; the counts of tables 3 and 4 are whole. */
export const sumOfCells = (cells: readonly Cell[]): Decimal =>
  addDecimals(cells.flatMap((cell) => (typeof cell.value === 'object' ? cell.value : [])));

export const isValue = (cell: Cell | undefined, value: number): boolean =>
  cell !== undefined && typeof cell.value === 'object' && compareDecimals(cell.value, whole(value)) === 0;

function findCauses(report: Report, evaluated: readonly Evaluated[]): Cause[] {
  const broken = evaluated.filter(({ status }) => status === 'broken');
  if (broken.length === 0) return [];
  const uses = equationsByCell(evaluated);
  const groups = groupCandidates(broken, consistentCandidates(report, broken, uses));
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

type Uses = ReadonlyMap<CellId, readonly Evaluated[]>;

function equationsByCell(evaluated: readonly Evaluated[]): Uses {
  const uses = new Map<CellId, Evaluated[]>();
  for (const each of evaluated) {
    for (const id of [...each.equation.left, ...each.equation.right]) {
      const known = uses.get(id);
      if (known) known.push(each);
      else uses.set(id, [each]);
    }
  }
  return uses;
}

/** Every cell of a broken equation for which one and the same new value satisfies all its equations. */
function consistentCandidates(report: Report, broken: readonly Evaluated[], uses: Uses): Candidate[] {
  const ids = new Set(broken.flatMap(({ equation }) => [...equation.left, ...equation.right]));
  const candidates: Candidate[] = [];
  for (const id of ids) {
    const cell = report.cell(id);
    if (!cell || typeof cell.value !== 'object') continue;
    const now = cell.value.units / 10 ** cell.value.scale;
    const wanted = new Set(
      (uses.get(id) ?? [])
        .filter(({ status }) => status !== 'unknown')
        .map(({ equation, left, right }) => now + (equation.right.includes(id) ? left - right : right - left)),
    );
    const [value] = wanted;
    if (wanted.size === 1 && value !== undefined && value >= 0) candidates.push({ cell, value });
  }
  return candidates;
}

/** Candidates that mend the same equations are two explanations of one cause; the widest cause comes first. */
function groupCandidates(broken: readonly Evaluated[], candidates: readonly Candidate[]): Cause[] {
  const groups = new Map<string, { broken: Evaluated[]; candidates: Candidate[] }>();
  for (const candidate of candidates) {
    const mended = broken.filter(({ equation }) => [...equation.left, ...equation.right].includes(candidate.cell.id));
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
