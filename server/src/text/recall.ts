interface Entry<V> {
  readonly text: string;
  readonly value: V;
}

/**
 * What was made from each text of one version of a draft, kept for the next: most of a draft stays as it is from one
 * edit to the other, wherever it moves. What a version does not ask for is forgotten with it.
 */
export class Recall<V> {
  #current = new Map<string, Entry<V>>();
  #previous = new Map<string, Entry<V>>();

  /** What `text` was made into in this version or in the one before; else it is made now, from a copy of the text. */
  of(text: string, make: (text: string) => V): V {
    const known = this.#current.get(text);
    if (known) return known.value;
    const entry = this.#previous.get(text) ?? newEntry(detached(text), make);
    // Under its own copy: the slice that was asked for would keep the version it was cut from.
    this.#current.set(entry.text, entry);
    return entry.value;
  }

  /** A new version begins. */
  turn(): void {
    this.#previous = this.#current;
    this.#current = new Map();
  }
}

const newEntry = <V>(text: string, make: (text: string) => V): Entry<V> => ({ text, value: make(text) });

/** A slice keeps the whole draft in memory that it was cut from; a slice of this joined text keeps little more than itself. */
export const detached = (text: string): string => ` ${text}`.slice(1);
