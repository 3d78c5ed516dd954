interface Entry<V> {
  readonly value: V;
  /** The last version that asked for it. */
  version: number;
}

/** So many texts that nobody asks for any more are not worth clearing away. */
const FEW = 64;

/**
 * What was made from each text of one version of a draft, kept for the next: most of a draft stays as it is from one
 * edit to the other, wherever it moves. What versions no longer ask for is forgotten once it is more than what they do.
 */
export class Recall<V> {
  readonly #entries = new Map<string, Entry<V>>();
  #version = 0;
  /** How many entries this version asked for. */
  #asked = 0;

  /** What `text` was made into before; else it is made now, from a copy of the text. */
  of(text: string, make: (text: string) => V): V {
    let entry = this.#entries.get(text);
    if (!entry) {
      // Under its own copy: the slice that was asked for would keep the version it was cut from.
      const own = detached(text);
      entry = { value: make(own), version: -1 };
      this.#entries.set(own, entry);
    }
    if (entry.version !== this.#version) {
      entry.version = this.#version;
      this.#asked++;
    }
    return entry.value;
  }

  /** A new version begins. */
  turn(): void {
    if (this.#entries.size > this.#asked * 2 + FEW) {
      for (const [text, { version }] of this.#entries) if (version !== this.#version) this.#entries.delete(text);
    }
    this.#version++;
    this.#asked = 0;
  }
}

/** A slice keeps the whole draft in memory that it was cut from; a slice of this joined text keeps little more than itself. */
export const detached = (text: string): string => ` ${text}`.slice(1);
