/** What was worked out from a thing, kept with the thing itself, so that it goes with it. */
export class Notes {
  readonly #notes = new Map<object, unknown>();

  /** @param make names the note, so it must be a constant; `thing` must be the one that the notes belong to. */
  of<T, R>(make: (thing: T) => R, thing: T): R {
    const known = this.#notes.get(make);
    if (known !== undefined || this.#notes.has(make)) return known as R;
    const made = make(thing);
    this.#notes.set(make, made);
    return made;
  }
}
