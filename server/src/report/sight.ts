import { type Span, span } from '../text/span.ts';

/** Parts of a report that change as a whole: one bit each. */
export const PART = {
  format: 1 << 0,
  title: 1 << 1,
  issuer: 1 << 2,
  signature: 1 << 3,
  year: 1 << 4,
  yearEvidence: 1 << 5,
  form: 1 << 6,
  prose: 1 << 7,
  boilerplate: 1 << 8,
  sections: 1 << 9,
  tables: 1 << 10,
  unread: 1 << 11,
  ignoreComments: 1 << 12,
} as const;

/**
 * What somebody looked at who worked something out from a report. As long as nothing of it changes, the same comes out:
 * so a rule need not say what it depends on, and cannot be wrong about it.
 */
export class Sight {
  /** Bits of `PART`. */
  parts = 0;
  /** Of the text. */
  readonly stretches: Span[] = [];
  /** Numbers of lookups, whose finds were asked for and not the prose as a whole. */
  readonly lookups: number[] = [];

  add({ parts, stretches, lookups }: Sight): void {
    this.parts |= parts;
    for (const stretch of stretches) this.stretches.push(stretch);
    for (const number of lookups) this.lookups.push(number);
  }
}

/** Of whoever looks at this moment; everything here runs to its end before anything else does. */
let current: Sight | undefined;

/**
 * Longer than any string can be. Never infinity: one position that is no small integer, and V8 keeps all positions of
 * all spans as boxed numbers.
 */
export const EVERYWHERE: Span = span(0, 2 ** 30 - 1);

export function seePart(part: number): void {
  if (current) current.parts |= part;
}
export const seeStretch = (stretch: Span): void => void current?.stretches.push(stretch);
export const seeLookup = (number: number): void => void current?.lookups.push(number);

/** Notes what `look` looks at, for nobody but who asks. */
export function watch<T>(look: () => T): { readonly result: T; readonly sight: Sight } {
  const outer = current;
  const sight = new Sight();
  current = sight;
  try {
    return { result: look(), sight };
  } finally {
    current = outer;
  }
}

/** What is worked out from a report, kept with it: who asks for it again has looked at what it was worked out from. */
export class ReportNotes<Report> {
  readonly #notes = new Map<object, { readonly result: unknown; readonly sight: Sight }>();

  /** @param make names the note, so it must be a constant; `report` must be the one that the notes belong to. */
  of<R>(make: (report: Report) => R, report: Report): R {
    let note = this.#notes.get(make);
    if (!note) {
      note = watch(() => make(report));
      this.#notes.set(make, note);
    }
    current?.add(note.sight);
    return note.result as R;
  }
}
