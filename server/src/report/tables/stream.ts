import type { Lines } from '../lines/lines.ts';
import type { ChunkContent } from './chunk-content.ts';
import { type PlacedRun, placed, type Run } from './runs.ts';

/** What a stretch of table lines says, and where it stands. */
export interface ReadChunk {
  readonly content: ChunkContent;
  /** Where the text that the content was read from begins in the draft. */
  readonly from: number;
  readonly section: number;
}

/** What a stretch of table lines says, with the lines that it was read from, in offsets of its own text. */
export interface KnownChunk {
  readonly content: ChunkContent;
  readonly lines: Lines;
}

export const placedRuns = ({ content, from }: ReadChunk): PlacedRun[] => content.runs.map((run) => placed(run, from));

/** All runs of a draft: tables are looked for in the whole of it, whatever headings stand between. */
export class Stream {
  readonly chunks: readonly ReadChunk[];
  /** With offsets in the text of their chunks. */
  readonly runs: readonly Run[];
  /** For each run, which chunk it stands in. */
  readonly #chunkOf: Int32Array;

  private constructor(chunks: readonly ReadChunk[], runs: readonly Run[], chunkOf: Int32Array) {
    this.chunks = chunks;
    this.runs = runs;
    this.#chunkOf = chunkOf;
  }

  static of(chunks: readonly ReadChunk[]): Stream {
    const runs: Run[] = [];
    const chunkOf = new Int32Array(chunks.reduce((sum, { content }) => sum + content.runs.length, 0));
    for (const [index, { content }] of chunks.entries()) {
      chunkOf.fill(index, runs.length, runs.length + content.runs.length);
      // One by one: a spread of a hostile draft's hundred thousands would overflow the stack.
      for (const run of content.runs) runs.push(run);
    }
    return new Stream(chunks, runs, chunkOf);
  }

  /** The runs `from` to `to`, the latter excluded, as if they were all. */
  part(from: number, to: number): Stream {
    return new Stream(this.chunks, this.runs.slice(from, to), this.#chunkOf.subarray(from, to));
  }

  chunkAt(run: number): ReadChunk | undefined {
    return this.chunks[this.#chunkOf[run] ?? -1];
  }

  /** The run that stands at a place among all runs. */
  placed(run: Run, at: number): PlacedRun {
    return placed(run, this.chunkAt(at)?.from ?? 0);
  }

  /** The runs from one on that stand in its chunk, before another one. */
  restOfChunk(at: number, before = this.runs.length): PlacedRun[] {
    const from = this.chunkAt(at)?.from ?? 0;
    let end = at;
    while (end < before && this.#chunkOf[end] === this.#chunkOf[at]) end++;
    return this.runs.slice(at, end).map((run) => placed(run, from));
  }
}
