import type { ChunkContent } from './chunk-content.ts';
import { movedRun, type Run } from './runs.ts';

/** What a stretch of table lines says, and where it stands. */
export interface ReadChunk {
  readonly content: ChunkContent;
  /** Where the text that the content was read from begins in the draft. */
  readonly from: number;
  readonly section: number;
}

/** With offsets in the draft. */
export const placedRuns = ({ content, from }: ReadChunk): Run[] => content.runs.map((run) => movedRun(run, from));

/** All runs of a draft: tables are looked for in the whole of it, whatever headings stand between. */
export class Stream {
  readonly chunks: readonly ReadChunk[];
  /** With offsets in the text of their chunks. */
  readonly runs: readonly Run[];
  /** For each run, which chunk it stands in. */
  readonly #chunkOf: Int32Array;

  constructor(chunks: readonly ReadChunk[]) {
    const runs: Run[] = [];
    const chunkOf = new Int32Array(chunks.reduce((sum, { content }) => sum + content.runs.length, 0));
    for (const [index, { content }] of chunks.entries()) {
      chunkOf.fill(index, runs.length, runs.length + content.runs.length);
      // One by one: a spread of a hostile draft's hundred thousands would overflow the stack.
      for (const run of content.runs) runs.push(run);
    }
    this.chunks = chunks;
    this.runs = runs;
    this.#chunkOf = chunkOf;
  }

  chunkAt(run: number): ReadChunk | undefined {
    return this.chunks[this.#chunkOf[run] ?? -1];
  }

  /** A run with offsets in the draft. */
  placed(at: number): Run | undefined {
    const run = this.runs[at];
    return run && movedRun(run, this.chunkAt(at)?.from ?? 0);
  }

  /** The runs from one on that stand in its chunk, with offsets in the draft. */
  restOfChunk(at: number): Run[] {
    const from = this.chunkAt(at)?.from ?? 0;
    let end = at;
    while (end < this.runs.length && this.#chunkOf[end] === this.#chunkOf[at]) end++;
    return this.runs.slice(at, end).map((run) => movedRun(run, from));
  }
}
