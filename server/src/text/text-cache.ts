/** A cached value with its text. The text is a copy, so that it does not keep an older version of a draft alive. */
interface Entry<V> {
  readonly text: string;
  readonly value: V;
}

/**
 * A cache keyed by text alone, for pieces of a draft. It keeps what the current version and the last one used: most
 * pieces stay the same from one edit to the next, wherever they move.
 */
export class TextCache<V> {
  #last = new Map<string, Entry<V>>();
  #current = new Map<string, Entry<V>>();

  /** @param make must follow from its text alone. */
  get(text: string, make: (text: string) => V): V {
    let entry = this.#current.get(text);
    if (entry) return entry.value;
    entry = this.#last.get(text);
    if (!entry) {
      const own = detached(text);
      entry = { text: own, value: make(own) };
    }
    this.#current.set(entry.text, entry);
    return entry.value;
  }

  /** A new version of the draft begins. */
  nextVersion(): void {
    this.#last = this.#current;
    this.#current = new Map();
  }
}

/** A slice keeps the whole draft alive in V8. A slice of a joined copy keeps little more than itself. */
const detached = (text: string): string => ` ${text}`.slice(1);
