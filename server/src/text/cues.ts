/** The lists that wait for something at one character. */
interface Bucket {
  /** Lists that this character alone makes possible. */
  readonly alone: number[];
  /** Longer cues that begin with it. */
  readonly longer: { readonly cue: string; readonly second: number; readonly list: number }[];
}

const CODE_UNITS = 0x10000;

/** Tells in one pass over a text which of many lists of cues have one in it. */
export class CueIndex {
  /** Code unit → number of its bucket; 0 for most. */
  readonly #bucketAt = new Uint16Array(CODE_UNITS);
  readonly #buckets: Bucket[] = [{ alone: [], longer: [] }];
  readonly #count: number;
  /** Lists without cues, of which nothing can be told. */
  readonly #always: readonly number[];

  /** @param lists cues, one character or longer; undefined where anything is possible. */
  constructor(lists: readonly (Iterable<string> | undefined)[]) {
    this.#count = lists.length;
    this.#always = lists.flatMap((cues, list) => (cues ? [] : [list]));
    for (const [list, cues] of lists.entries()) for (const cue of cues ?? []) this.#add(cue, list);
  }

  #add(cue: string, list: number): void {
    const unit = cue.charCodeAt(0);
    if (this.#bucketAt[unit] === 0) {
      this.#bucketAt[unit] = this.#buckets.length;
      this.#buckets.push({ alone: [], longer: [] });
    }
    const bucket = this.#buckets[this.#bucketAt[unit] ?? 0];
    if (cue.length === 1) bucket?.alone.push(list);
    else bucket?.longer.push({ cue, second: cue.charCodeAt(1), list });
  }

  /** The numbers of the lists with a cue in a text, and of those without cues, in order. */
  possible(text: string): number[] {
    const isPossible = new Uint8Array(this.#count);
    for (const list of this.#always) isPossible[list] = 1;
    const isDone = new Uint8Array(this.#buckets.length);
    for (let at = 0; at < text.length; at++) {
      const number = this.#bucketAt[text.charCodeAt(at)] ?? 0;
      if (number === 0 || isDone[number] === 1) continue;
      const bucket = this.#buckets[number];
      if (!bucket) continue;
      for (const list of bucket.alone) isPossible[list] = 1;
      if (bucket.longer.length === 0) isDone[number] = 1;
      const next = text.charCodeAt(at + 1);
      for (const { cue, second, list } of bucket.longer) {
        if (second === next && isPossible[list] === 0 && text.startsWith(cue, at)) isPossible[list] = 1;
      }
    }
    const possible: number[] = [];
    for (let list = 0; list < this.#count; list++) if (isPossible[list] === 1) possible.push(list);
    return possible;
  }
}
