import { Session } from 'node:inspector/promises';
import { fileURLToPath } from 'node:url';

/** How often the blocks of one script ran, by V8's own counters: no instrumentation, so that times stay true. */
export class Coverage {
  readonly #session = new Session();
  readonly #file: string;
  /** block → the highest bucket of counts that was seen */
  readonly #seen = new Map<string, number>();
  /** Blocks met, whether they ran or not. */
  readonly #blocks = new Set<string>();

  /** @param file the script whose blocks count. */
  constructor(file: string) {
    this.#file = file;
  }

  async start(): Promise<void> {
    this.#session.connect();
    await this.#session.post('Profiler.enable');
    await this.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }

  async stop(): Promise<void> {
    await this.#session.post('Profiler.stopPreciseCoverage');
    this.#session.disconnect();
  }

  get reached(): number {
    return this.#seen.size;
  }

  get known(): number {
    return this.#blocks.size;
  }

  /** What ran since the last question. @returns how many blocks were new, or ran far more often than ever before. */
  async news(): Promise<number> {
    const { result } = await this.#session.post('Profiler.takePreciseCoverage');
    let fresh = 0;
    for (const { url, functions } of result) {
      if (!url.startsWith('file:') || fileURLToPath(url) !== this.#file) continue;
      for (const { ranges } of functions) {
        for (const { startOffset, endOffset, count } of ranges) {
          const block = `${startOffset}-${endOffset}`;
          this.#blocks.add(block);
          if (count === 0) continue;
          const bucket = Math.floor(Math.log2(count) / 2);
          if (bucket <= (this.#seen.get(block) ?? -1)) continue;
          this.#seen.set(block, bucket);
          fresh++;
        }
      }
    }
    return fresh;
  }
}
