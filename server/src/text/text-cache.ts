/** What was made from a text, with the text: a copy of its own, so that it keeps no older version of a draft alive. */
interface Entry<V> {
  readonly text: string;
  readonly value: V;
}

/**
 * What was made from pieces of a draft, by their text alone. It keeps what the version at hand and the last one used:
 * most pieces stay as they are from one edit to the next, wherever they move.
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

/** V8 keeps the whole draft alive for a slice of it; a joined text that is sliced keeps little more than itself. */
const detached = (text: string): string => ` ${text}`.slice(1);
