import type { LayoutId } from './cells/index.ts';
import type { Run } from './runs.ts';

/** The runs of a stretch of table lines. */
export interface ReadChunk {
  readonly section: number;
  readonly layout: LayoutId;
  readonly runs: readonly Run[];
}

/** All runs of a draft: tables are looked for in the whole of it, whatever headings stand between. */
export class Stream {
  readonly runs: readonly Run[];
  readonly chunks: readonly ReadChunk[];
  /** For each run, which chunk it stands in. */
  readonly #chunkOf: Int32Array;

  constructor(chunks: readonly ReadChunk[]) {
    const runs: Run[] = [];
    const chunkOf = new Int32Array(chunks.reduce((sum, chunk) => sum + chunk.runs.length, 0));
    for (const [index, chunk] of chunks.entries()) {
      chunkOf.fill(index, runs.length, runs.length + chunk.runs.length);
      // One by one: a spread of a hostile draft's hundred thousands would overflow the stack.
      for (const run of chunk.runs) runs.push(run);
    }
    this.runs = runs;
    this.chunks = chunks;
    this.#chunkOf = chunkOf;
  }

  /** The runs from one on that stand in its chunk. */
  restOfChunk(run: number): readonly Run[] {
    const chunk = this.#chunkOf[run];
    let end = run;
    while (end < this.runs.length && this.#chunkOf[end] === chunk) end++;
    return this.runs.slice(run, end);
  }

  chunkAt(run: number): ReadChunk | undefined {
    return this.chunks[this.#chunkOf[run] ?? 0];
  }
}
