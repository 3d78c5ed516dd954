import type { Cell } from './grid.ts';

/** What is said of the cell at hand, with its fixes, beside it. */
export interface Card {
  /** @param refused why something could not be written into it */
  show(cell: Cell, refused?: string): void;
  hide(): void;
  /** Goes to its first button. @returns false when it has none */
  enter(): boolean;
  contains(target: EventTarget | null): boolean;
}

/** @param entryOf the list's entry of a finding: what it says and its buttons are taken from there */
export function createCard(entryOf: (id: string) => HTMLElement | undefined, back: () => void): Card {
  const card = document.createElement('div');
  card.id = 'card';
  card.hidden = true;
  card.setAttribute('role', 'group');
  document.body.append(card);

  const buttons = (): HTMLElement[] => [...card.querySelectorAll<HTMLElement>('button')];

  function paragraph(text: string, role?: string): HTMLElement {
    const said = document.createElement('p');
    said.textContent = text;
    if (role) said.setAttribute('role', role);
    return said;
  }

  card.addEventListener('keydown', (event) => {
    event.stopPropagation();
    const all = buttons();
    const at = all.indexOf(document.activeElement as HTMLElement);
    if (event.key === 'Escape') back();
    else if (event.key === 'ArrowDown') all[Math.min(at + 1, all.length - 1)]?.focus();
    else if (event.key === 'ArrowUp') all[Math.max(at - 1, 0)]?.focus();
    else return;
    event.preventDefault();
  });

  return {
    show(cell, refused) {
      const entries = (cell.dataset.problems ?? '').split(' ').flatMap((id) => (id ? (entryOf(id) ?? []) : []));
      card.replaceChildren(
        ...(refused ? [paragraph(refused, 'alert')] : []),
        ...entries.flatMap((entry) => [
          paragraph(entry.querySelector('.text')?.textContent ?? ''),
          ...[...entry.querySelectorAll('.fix')].map((fix) => fix.cloneNode(true)),
        ]),
      );
      card.hidden = card.childElementCount === 0;
      const box = cell.getBoundingClientRect();
      card.style.left = `${Math.max(0, Math.min(box.left, document.documentElement.clientWidth - card.offsetWidth - 4)) + window.scrollX}px`;
      card.style.top = `${box.bottom + window.scrollY + 4}px`;
    },
    hide() {
      card.hidden = true;
    },
    enter() {
      const [first] = card.hidden ? [] : buttons();
      first?.focus();
      return first !== undefined;
    },
    contains: (target) => target instanceof Node && card.contains(target),
  };
}
