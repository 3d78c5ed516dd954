/** Runs inside the webview: clicks and keys lead to the text, the text's cursor leads here. No network, no storage. */

declare function acquireVsCodeApi(): { postMessage(message: ToEditor): void };

export type ToEditor =
  | { readonly type: 'ready' }
  | { readonly type: 'reveal'; readonly version: number; readonly start: number; readonly end: number };

export type ToView =
  | { readonly type: 'update'; readonly version: number; readonly body: string }
  | { readonly type: 'cursor'; readonly offset: number };

const api = acquireVsCodeApi();
const root = document.querySelector('main') ?? document.body;

/** What the reader chose to see survives an update. */
let shown = 'all';
/** What is drawn, and the version of the document that its offsets belong to. */
let drawn = '';
let version = -1;
/** While the mouse is pressed nothing is drawn anew: a click on what is gone at its release would be lost. */
let pressed = false;
const waiting: ToView[] = [];

const placeOf = (element: Element | null | undefined): { start: number; end: number } | undefined => {
  const { start, end } = element instanceof HTMLElement ? element.dataset : {};
  return start === undefined || end === undefined ? undefined : { start: Number(start), end: Number(end) };
};

function reveal(element: Element | null | undefined): boolean {
  const place = placeOf(element);
  if (place) api.postMessage({ type: 'reveal', version, ...place });
  return place !== undefined;
}

/** What keys can stand on, in the order of the page. */
const stops = () => [...root.querySelectorAll<HTMLElement>('input, [data-start]')];

function update(body: string): void {
  if (body === drawn) return;
  drawn = body;
  const scroll = window.scrollY;
  const focused = stops().indexOf(document.activeElement as HTMLElement);
  root.innerHTML = drawn; // made by the server, draft text escaped; scripts in it would not run
  for (const input of root.querySelectorAll<HTMLInputElement>('input[name=show]'))
    input.checked = input.value === shown;
  for (const table of root.querySelectorAll('table')) {
    const first = table.querySelector<HTMLElement>('td.failed, td[data-start]');
    if (first) first.tabIndex = 0; // one tab stop a table; arrows move inside
  }
  applyFilter();
  if (focused >= 0) stops()[focused]?.focus({ preventScroll: true });
  window.scrollTo(0, scroll);
}

function applyFilter(): void {
  let any = false;
  for (const section of root.querySelectorAll<HTMLElement>('section.checks')) {
    let inSection = false;
    for (const check of section.querySelectorAll<HTMLElement>('li.check')) {
      const has = (check.dataset.has ?? '').split(' ');
      check.hidden = shown !== 'all' && !has.includes(shown);
      inSection ||= !check.hidden;
    }
    section.hidden = !inSection;
    any ||= inSection;
  }
  const nothing = root.querySelector<HTMLElement>('.nothing');
  if (nothing) nothing.hidden = any;
}

function showCursor(offset: number): void {
  for (const old of root.querySelectorAll('.current')) old.classList.remove('current');
  for (const cell of root.querySelectorAll('td[data-start]')) {
    const place = placeOf(cell);
    if (!place || offset < place.start || offset > place.end) continue;
    cell.classList.add('current');
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    return;
  }
}

/** Arrow keys go to the next value cell in that direction, over merged heads. */
function move(from: HTMLElement, key: string): void {
  const rows = [...(from.closest('table')?.rows ?? [])];
  const box = from.getBoundingClientRect();
  const cells = rows.flatMap((row) => [...row.querySelectorAll<HTMLElement>('td[data-start]')]);
  const ahead = cells.filter((cell) => {
    const other = cell.getBoundingClientRect();
    if (key === 'ArrowLeft') return other.top === box.top && other.left < box.left;
    if (key === 'ArrowRight') return other.top === box.top && other.left > box.left;
    const sameColumn = other.left < box.right && other.right > box.left;
    return sameColumn && (key === 'ArrowUp' ? other.top < box.top : other.top > box.top);
  });
  const next = key === 'ArrowLeft' || key === 'ArrowUp' ? ahead.at(-1) : ahead[0];
  if (!next) return;
  from.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}

function receive(message: ToView): void {
  if (message.type === 'update') {
    version = message.version;
    update(message.body);
  } else showCursor(message.offset);
}

root.addEventListener('click', ({ target }) => {
  if (target instanceof Element) reveal(target.closest('[data-start]'));
});
const release = (): void => {
  // The click comes after the release of the button.
  setTimeout(() => {
    pressed = false;
    for (const message of waiting.splice(0)) receive(message);
  });
};
root.addEventListener('pointerdown', () => {
  pressed = true;
});
for (const end of ['pointerup', 'pointercancel']) window.addEventListener(end, release);
root.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLInputElement) || target.name !== 'show') return;
  shown = target.value;
  applyFilter();
});
root.addEventListener('keydown', (event) => {
  const { key, target } = event;
  if (!(target instanceof HTMLElement) || !target.dataset.start) return;
  if (key === 'Enter' || key === ' ') {
    if (reveal(target)) event.preventDefault();
  } else if (key.startsWith('Arrow') && target instanceof HTMLTableCellElement) {
    event.preventDefault();
    move(target, key);
  }
});
window.addEventListener('message', ({ data }: MessageEvent<ToView>) => {
  if (pressed) waiting.push(data);
  else receive(data);
});
api.postMessage({ type: 'ready' });
