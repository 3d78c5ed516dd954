/** Runs inside the webview: what is entered goes to the draft, what is chosen is shown there. No network, no storage. */
import type { ViewCellChange, ViewEdit } from '../../../server/src/lsp/protocol.ts';
import { layOver, readBlock } from './block.ts';
import { createCard } from './card.ts';
import { createEntry } from './entry.ts';
import * as grid from './grid.ts';
import { createList } from './list.ts';
import type { ToEditor, ToView } from './messages.ts';

declare function acquireVsCodeApi(): { postMessage(message: ToEditor): void };

const api = acquireVsCodeApi();
const root = document.querySelector('main') ?? document.body;
const live = document.querySelector('#said');

/** What is drawn, and the version of the document that its offsets belong to. */
let drawn = '';
let version = -1;
/** While the mouse is pressed nothing is drawn anew: a click on what is gone at its release would be lost. */
let pressed = false;
const waiting: ToView[] = [];
/** What was entered and has not been answered. */
const pending = new Map<number, readonly ViewCellChange[]>();
let edits = 0;

const list = createList(root);
const card = createCard(
  (id) => root.querySelector<HTMLElement>(`li[data-id="${CSS.escape(id)}"]`) ?? undefined,
  () => grid.goTo(current()),
);
const entry = createEntry({
  entered: (cell, text) => enter([{ cell: cell.dataset.cell ?? '', text }]),
  typed(cell, text) {
    card.hide();
    const table = cell.closest('table');
    if (table) grid.drawSums(table, { cell, text });
  },
  leave(cell, key, back) {
    const here = grid.cellNamed(root, cell.dataset.cell ?? '') ?? cell;
    const arrow = key === 'Enter' ? (back ? 'ArrowUp' : 'ArrowDown') : key;
    const next = key === 'Tab' ? grid.following(root, here, back) : grid.neighbour(here, arrow);
    grid.goTo(next ?? here);
  },
});

/** The cell that has, or had last, the focus. */
let last = '';
const current = (): grid.Cell | undefined => grid.cellNamed(root, last);

const cellOf = (target: EventTarget | null): grid.Cell | undefined =>
  target instanceof Element ? (target.closest<grid.Cell>('td[data-cell]') ?? undefined) : undefined;

const say = (text: string): void => {
  if (live) live.textContent = text;
};

function send(edit: ViewEdit, changes: readonly ViewCellChange[] = []): void {
  pending.set(++edits, changes);
  api.postMessage({ type: 'edit', number: edits, edit });
}

/** Writes numbers into cells: at once in the view, and by the server into the draft. */
function enter(cells: readonly { readonly cell: string; readonly text: string }[]): void {
  const changes = cells.flatMap(({ cell: id, text }): ViewCellChange[] => {
    const cell = grid.cellNamed(root, id);
    return cell && grid.isWritable(cell) ? [{ cell: id, was: grid.textOf(cell), text: plain(text) }] : [];
  });
  if (changes.length === 0) return;
  send({ cells: changes }, changes);
  showPending();
}

/** Where the draft has no place for a number, the cell says so. */
function begin(cell: grid.Cell, text?: string): void {
  if (grid.isWritable(cell)) entry.open(cell, text);
  else card.show(cell, cell.title);
}

/** As the draft will have it, so that the next change of the cell knows what is there. */
const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

function showPending(): void {
  for (const { cell: id, text } of [...pending.values()].flat()) {
    const cell = grid.cellNamed(root, id);
    if (!cell) continue;
    grid.setText(cell, text);
    cell.classList.add('pending');
  }
  for (const table of root.querySelectorAll('table')) grid.drawSums(table);
}

function place(element: Element | null | undefined): { start: number; end: number } | undefined {
  const { start, end } = element instanceof HTMLElement ? element.dataset : {};
  return start === undefined || end === undefined ? undefined : { start: Number(start), end: Number(end) };
}

function reveal(element: Element | null | undefined, focus: boolean): void {
  const at = place(element);
  if (at) api.postMessage({ type: 'reveal', version, focus, ...at });
}

function update(body: string): void {
  if (body === drawn && pending.size === 0) return;
  drawn = body;
  draw();
}

/** The draft has the focus while it undoes something; what had it before is given it back. */
let owed: string | undefined;

function focusOn(key: string): void {
  const element = root.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
  element?.focus({ preventScroll: true });
  owed = element && document.activeElement !== element ? key : undefined;
}

function draw(): void {
  const scroll = window.scrollY;
  const key = (document.activeElement instanceof HTMLElement && document.activeElement.dataset.key) || owed;
  const inCard = card.contains(document.activeElement);
  root.innerHTML = drawn; // made by the server, draft text escaped; scripts in it would not run
  grid.makeStops(root);
  list.apply();
  showPending();
  const cell = entry.cell?.dataset.cell;
  if (cell !== undefined) entry.moveTo(grid.cellNamed(root, cell));
  else if (inCard) grid.goTo(current());
  else if (key) focusOn(key);
  window.scrollTo(0, scroll);
}

function showCursor(offset: number): void {
  for (const old of root.querySelectorAll('.current')) old.classList.remove('current');
  for (const cell of grid.cellsIn(root)) {
    const at = place(cell);
    if (!at || offset < at.start || offset > at.end) continue;
    cell.classList.add('current');
    if (document.activeElement === document.body) cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    return;
  }
}

function answered({ number, refused, cell: id }: Extract<ToView, { type: 'answer' }>): void {
  pending.delete(number);
  draw();
  if (refused === undefined) return;
  say(refused);
  const cell = grid.cellNamed(root, id ?? last);
  if (!cell) return;
  grid.goTo(cell);
  card.show(cell, refused);
}

function receive(message: ToView): void {
  if (message.type === 'update') {
    version = message.version;
    update(message.body);
  } else if (message.type === 'cursor') showCursor(message.offset);
  else if (message.type === 'answer') answered(message);
  else {
    document.body.classList.toggle('stale', message.state !== 'checked');
    const state = root.querySelector<HTMLElement>('.state');
    const text = message.state === 'checked' ? '' : (state?.dataset[message.state] ?? '');
    if (state) state.textContent = text;
  }
}

function pressedButton(button: HTMLElement): void {
  const { show, table, fill, problem, fix } = button.dataset;
  if (show) list.show(show);
  else if (table && (fill === 'totals' || fill === 'rest')) send({ table, fill });
  else if (problem && fix) send({ fingerprint: problem, fix });
  else reveal(button, true);
}

document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest('button') : null;
  if (button) pressedButton(button);
});
document.addEventListener('dblclick', ({ target }) => {
  const cell = cellOf(target);
  if (cell) begin(cell);
});
root.addEventListener('focusin', ({ target }) => {
  const cell = cellOf(target);
  if (!cell) return card.hide();
  last = cell.dataset.cell ?? '';
  card.show(cell);
  reveal(cell, false);
});
root.addEventListener('focusout', ({ relatedTarget }) => {
  if (!card.contains(relatedTarget)) card.hide();
});

function takeBack(cell: grid.Cell, type: 'undo' | 'redo'): void {
  owed = cell.dataset.key;
  api.postMessage({ type });
}

/** Keys on a cell. @returns was it one of them? */
function cellKey(cell: grid.Cell, event: KeyboardEvent): boolean {
  const { key, shiftKey, altKey } = event;
  const control = event.ctrlKey || event.metaKey;
  if ((control && key === '.') || (altKey && key === 'ArrowDown')) return card.enter();
  if (control && key === 'Enter') reveal(cell, true);
  else if (control && key.toLowerCase() === 'z') takeBack(cell, shiftKey ? 'redo' : 'undo');
  else if (control && key.toLowerCase() === 'y') takeBack(cell, 'redo');
  else if (control || altKey) return false;
  else if (key.startsWith('Arrow')) grid.goTo(grid.neighbour(cell, key));
  else if (key === 'Tab') return grid.goTo(grid.following(root, cell, shiftKey));
  else if (key === 'Enter' || key === 'F2') begin(cell);
  else if (key === 'Delete' || key === 'Backspace') enter([{ cell: cell.dataset.cell ?? '', text: '' }]);
  else if (key === '=' && grid.sumOf(cell) !== undefined) {
    enter([{ cell: cell.dataset.cell ?? '', text: grid.sumOf(cell) ?? '' }]);
  } else if (key === 'Escape') {
    card.hide();
    cell.closest('section')?.querySelector<HTMLElement>('.tools button')?.focus();
  } else if (key.length === 1 || key === 'Process') {
    begin(cell, ''); // the key itself goes into the field, which has the focus now
    return false;
  } else return false;
  return true;
}

document.addEventListener('keydown', (event) => {
  const cell = cellOf(event.target);
  if (!cell || !cellKey(cell, event)) return;
  event.preventDefault();
  event.stopPropagation();
});
document.addEventListener('copy', (event) => {
  const cell = cellOf(document.activeElement);
  if (!cell) return;
  event.clipboardData?.setData('text/plain', grid.textOf(cell));
  event.preventDefault();
});
document.addEventListener('paste', (event) => {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  const cell = entry.cell ?? cellOf(document.activeElement);
  const table = cell?.closest('table');
  if (!cell || !table || (entry.cell && !/[\t\n]/.test(text.trimEnd()))) return;
  event.preventDefault();
  entry.cancel();
  const { cells, outside } = layOver(grid.rowsOf(table), grid.placeOf(cell), readBlock(text));
  enter(cells);
  if (outside > 0)
    say((root.querySelector<HTMLElement>('.how-to')?.dataset.outside ?? '').replace('{0}', `${outside}`));
});

const release = (): void => {
  // The click comes after the release of the button.
  setTimeout(() => {
    pressed = false;
    for (const message of waiting.splice(0)) receive(message);
  });
};
document.addEventListener('pointerdown', () => {
  pressed = true;
});
for (const end of ['pointerup', 'pointercancel']) window.addEventListener(end, release);
window.addEventListener('focus', () => {
  if (owed !== undefined && document.activeElement === document.body) focusOn(owed);
});
window.addEventListener('message', ({ data }: MessageEvent<ToView>) => {
  if (pressed) waiting.push(data);
  else receive(data);
});
api.postMessage({ type: 'ready' });
