import { type Cell, goTo, isWritable, textOf } from './grid.ts';

/** The field in which a number is entered. It lies over its cell, so that a table drawn anew takes nothing away from it. */
export interface Entry {
  readonly cell: Cell | undefined;
  /** @param text replaces what is there; without it that is edited */
  open(cell: Cell, text?: string): void;
  /** Hands over what was entered. */
  close(): void;
  /** Gives it up. */
  cancel(): void;
  /** The table was drawn anew. */
  moveTo(cell: Cell | undefined): void;
}

export interface EntryEvents {
  /** Something else is to be written. */
  entered(cell: Cell, text: string): void;
  typed(cell: Cell, text: string): void;
  /** Enter, Tab and arrows: where to go from the cell. */
  leave(cell: Cell, key: string, back: boolean): void;
}

export function createEntry({ entered, typed, leave }: EntryEvents): Entry {
  const input = document.createElement('input');
  input.id = 'entry';
  input.type = 'text';
  input.inputMode = 'decimal';
  input.autocomplete = 'off';
  input.hidden = true;
  document.body.append(input);
  let cell: Cell | undefined;
  let was = '';
  /** Typing began it: arrows go on to the next cell. Else they move in the number. */
  let isFresh = false;

  function place(): void {
    if (!cell) return;
    const box = cell.getBoundingClientRect();
    input.style.left = `${box.left + window.scrollX}px`;
    input.style.top = `${box.top + window.scrollY}px`;
    input.style.width = `${Math.max(box.width, 56)}px`;
    input.style.height = `${box.height}px`;
  }

  function end(): { cell: Cell; text: string } | undefined {
    if (!cell) return undefined;
    const ended = { cell, text: input.value.trim() };
    cell = undefined;
    input.hidden = true;
    return ended;
  }

  function close(): void {
    const ended = end();
    if (ended && ended.text !== was) entered(ended.cell, ended.text);
  }

  function cancel(): void {
    const ended = end();
    if (!ended) return;
    typed(ended.cell, was);
    goTo(ended.cell);
  }

  input.addEventListener('input', () => {
    if (cell) typed(cell, input.value);
  });
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    const { key, shiftKey, isComposing } = event;
    event.stopPropagation();
    if (isComposing || !cell) return;
    const isVertical = key === 'ArrowUp' || key === 'ArrowDown';
    const isAway = key === 'Enter' || key === 'Tab' || isVertical || (isFresh && key.startsWith('Arrow'));
    if (key === 'Escape') cancel();
    else if (isAway) {
      const from = cell;
      close();
      leave(from, key, shiftKey);
    } else return;
    event.preventDefault();
  });
  window.addEventListener('resize', place);

  return {
    get cell() {
      return cell;
    },
    open(next, text) {
      close();
      if (!isWritable(next)) return;
      cell = next;
      was = textOf(next);
      isFresh = text !== undefined;
      input.value = text ?? was;
      input.setAttribute('aria-label', next.dataset.name ?? '');
      input.hidden = false;
      place();
      input.focus();
      if (!isFresh) input.select();
    },
    close,
    cancel,
    moveTo(next) {
      if (!cell) return;
      if (!next) end();
      else {
        cell = next;
        place();
      }
    },
  };
}
