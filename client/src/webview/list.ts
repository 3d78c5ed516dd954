/** The list of what was found: which entries are shown, and in which order. The choice survives an update. */
export interface List {
  /** The list was drawn anew. */
  apply(): void;
  /** Shows entries of one kind, and goes there. */
  show(kind: string): void;
}

export function createList(root: HTMLElement): List {
  let shown = 'all';
  let sorted = 'severity';

  function apply(): void {
    const inputs = [...root.querySelectorAll<HTMLInputElement>('input[name=show]')];
    // What there is none of any more is no choice any more.
    if (!inputs.some(({ value }) => value === shown)) shown = 'all';
    for (const input of inputs) input.checked = input.value === shown;
    const sort = root.querySelector<HTMLSelectElement>('select[name=sort]');
    if (sort) sort.value = sorted;
    let any = false;
    for (const entry of root.querySelectorAll<HTMLElement>('[data-has]')) {
      entry.hidden = shown !== 'all' && !(entry.dataset.has ?? '').split(' ').includes(shown);
      any ||= !entry.hidden;
    }
    const inOrder = root.querySelector<HTMLDetailsElement>('details.in-order');
    if (inOrder && shown === 'passed') inOrder.open = true;
    const nothing = root.querySelector<HTMLElement>('.nothing');
    if (nothing) nothing.hidden = any;
    order();
  }

  function order(): void {
    const list = root.querySelector('ul.problems');
    if (!list) return;
    const keyOf = ({ dataset }: HTMLElement): number[] => {
      const [rank, at] = [Number(dataset.rank), Number(dataset.at)];
      return sorted === 'severity' ? [rank, at] : [at, rank];
    };
    const entries = [...list.querySelectorAll<HTMLElement>(':scope > li')].map((entry) => ({
      entry,
      key: keyOf(entry),
    }));
    entries.sort((a, b) => (a.key[0] ?? 0) - (b.key[0] ?? 0) || (a.key[1] ?? 0) - (b.key[1] ?? 0));
    list.append(...entries.map(({ entry }) => entry));
  }

  root.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.name === 'show') shown = target.value;
    else if (target instanceof HTMLSelectElement && target.name === 'sort') sorted = target.value;
    else return;
    apply();
  });

  return {
    apply,
    show(kind) {
      shown = kind;
      apply();
      const heading = root.querySelector<HTMLElement>('#list');
      heading?.scrollIntoView({ block: 'start' });
      heading?.focus({ preventScroll: true });
    },
  };
}
