import { balancesOf, type Equation, sumsOf } from './sums.ts';

/** The tables of the form as grids of cells. */

export type Cell = HTMLTableCellElement;

export const cellsIn = (table: ParentNode): Cell[] => [...table.querySelectorAll<Cell>('td[data-cell]')];

export const cellNamed = (root: ParentNode, id: string): Cell | undefined =>
  root.querySelector<Cell>(`td[data-cell="${CSS.escape(id)}"]`) ?? undefined;

export const textOf = (cell: Cell): string => cell.querySelector('.number')?.textContent ?? '';

export function setText(cell: Cell, text: string): void {
  const number = cell.querySelector('.number');
  if (number) number.textContent = text;
}

export const isWritable = (cell: Cell): boolean => cell.ariaReadOnly !== 'true';

/** The ids of a table's value cells, row by row. */
export const rowsOf = (table: HTMLTableElement): string[][] =>
  [...table.rows].map((row) => cellsIn(row).map((cell) => cell.dataset.cell ?? '')).filter((row) => row.length > 0);

/** One tab stop a table: the cell that was left last, else what is wrong, else the first. */
export function makeStops(root: ParentNode): void {
  for (const table of root.querySelectorAll('table')) {
    const first = table.querySelector<Cell>('td[aria-invalid], td[data-cell]');
    if (first) first.tabIndex = 0;
  }
}

export function goTo(cell: Cell | undefined): boolean {
  if (!cell) return false;
  for (const other of cellsIn(cell.closest('table') ?? cell)) other.tabIndex = -1;
  cell.tabIndex = 0;
  cell.focus();
  return true;
}

/** The next cell in that direction, over merged heads. */
export function neighbour(from: Cell, key: string): Cell | undefined {
  const box = from.getBoundingClientRect();
  const ahead = cellsIn(from.closest('table') ?? from).filter((cell) => {
    const other = cell.getBoundingClientRect();
    const sameRow = cell.parentElement === from.parentElement;
    if (key === 'ArrowLeft') return sameRow && other.left < box.left;
    if (key === 'ArrowRight') return sameRow && other.left > box.left;
    const sameColumn = other.left < box.right - 1 && other.right > box.left + 1;
    return sameColumn && (key === 'ArrowUp' ? other.top < box.top : other.top > box.top);
  });
  return key === 'ArrowLeft' || key === 'ArrowUp' ? ahead.at(-1) : ahead[0];
}

/** The cell before or after in reading order, from one table to the next. */
export function following(root: ParentNode, from: Cell, back: boolean): Cell | undefined {
  const all = cellsIn(root);
  return all[all.indexOf(from) + (back ? -1 : 1)];
}

/** Where a cell stands among its table's rows and columns of values. */
export function placeOf(cell: Cell): [number, number] {
  const id = cell.dataset.cell ?? '';
  const table = cell.closest('table');
  const rows = table ? rowsOf(table) : [];
  const row = rows.findIndex((ids) => ids.includes(id));
  return [row, rows[row]?.indexOf(id) ?? 0];
}

/** Writes the sums beside the totals, and the balance below the table. @param typed what is being entered, and where */
export function drawSums(table: HTMLTableElement, typed?: { readonly cell: Cell; readonly text: string }): void {
  const cells = cellsIn(table);
  const equations: Equation[] = JSON.parse(table.dataset.equations ?? '[]');
  const texts = cells.map((cell) => (cell === typed?.cell ? typed.text : textOf(cell)));
  const sums = new Map(sumsOf(texts, equations).map((sum) => [sum.total, sum]));
  for (const [index, cell] of cells.entries()) {
    const place = cell.querySelector<HTMLElement>('.sum');
    if (!place) continue;
    const sum = sums.get(index);
    const isWorthSaying = sum && (sum.differs || sum.value !== 0 || texts[index] === '');
    // Drawn by the style: the cell's name says it to a screen reader.
    place.dataset.sum = isWorthSaying ? `Σ ${sum.value}` : '';
    place.classList.toggle('differs', sum?.differs === true);
  }
  drawBalances(table, balancesOf(texts, equations));
}

export const sumOf = (cell: Cell): string | undefined =>
  cell.querySelector<HTMLElement>('.sum')?.dataset.sum?.replace('Σ ', '') || undefined;

function drawBalances(table: HTMLTableElement, balances: ReturnType<typeof balancesOf>): void {
  table.querySelector('tr.balance')?.remove();
  if (balances.length === 0) return;
  const row = table.insertRow();
  row.className = 'balance';
  row.setAttribute('role', 'row');
  const width = [...(table.rows[0]?.cells ?? [])].reduce((sum, { colSpan }) => sum + colSpan, 0);
  const label = document.createElement('th');
  label.colSpan = width - balances.length;
  label.textContent = table.dataset.balance ?? '';
  row.append(label);
  for (const { left, right } of balances) {
    const cell = row.insertCell();
    cell.textContent = left === right ? `${left}=${right}` : `${left}≠${right}`;
    cell.classList.toggle('differs', left !== right);
  }
}
