import type { Worker } from 'node:worker_threads';

/** One file to a worker … */
export interface WorkerJob<T> {
  readonly index: number;
  readonly task: T;
}

/** A worker's first word: it has started and read the rules. */
export const READY = 'ready';

/** … and its answer. */
export interface WorkerAnswer<O> {
  readonly index: number;
  readonly outcome: O;
}

/** What is done with each file; task and outcome can be sent from one thread to another. */
export interface Work<T, O> {
  one(task: T): Promise<O>;
  /** For a file whose thread has died. */
  lost(task: T): O;
}

/** Jobs that wait at a worker: the next file is there when one is done. */
const AHEAD = 4;

export interface Threads {
  /** How many workers beside this thread. */
  readonly workers: number;
  readonly start: () => Worker;
  readonly stopped: () => boolean;
}

/**
 * Work on files on several threads, this one among them. Outcomes come in the order of the files, whoever was quicker.
 * A worker that dies loses the one file it was at, and that is said; its other jobs go to the next.
 */
export async function* onThreads<T, O>(tasks: readonly T[], own: Work<T, O>, threads: Threads): AsyncGenerator<O> {
  const crew = new Crew(tasks, own, threads);
  let next = 0;
  do {
    for (let outcome = crew.take(next); outcome; outcome = crew.take(++next)) yield outcome;
  } while (await crew.goOn());
  // After Ctrl+C there may be gaps.
  yield* crew.rest();
}

/** A worker with the jobs it was given and has not answered, in their order. */
interface Hand<T> {
  readonly worker: Worker;
  readonly jobs: WorkerJob<T>[];
  ready: boolean;
}

/** The workers, what they have to do and what is done. */
class Crew<T, O> {
  readonly #own: Work<T, O>;
  readonly #threads: Threads;
  /** The last one is next. */
  readonly #queue: WorkerJob<T>[];
  readonly #done = new Map<number, O>();
  readonly #hands = new Set<Hand<T>>();
  #wake: () => void = () => {};

  constructor(tasks: readonly T[], own: Work<T, O>, threads: Threads) {
    this.#own = own;
    this.#threads = threads;
    this.#queue = tasks.map((task, index): WorkerJob<T> => ({ index, task })).reverse();
    for (let count = 0; count < threads.workers && this.#queue.length > 0; count++) this.#hire();
  }

  take(index: number): O | undefined {
    const outcome = this.#done.get(index);
    this.#done.delete(index);
    return outcome;
  }

  /** Does the next job on this thread, or waits for an answer. @returns false when there is nothing left to do */
  async goOn(): Promise<boolean> {
    const job = this.#threads.stopped() ? undefined : this.#queue.pop();
    if (job) {
      this.#done.set(job.index, await this.#own.one(job.task));
      // Answers of workers come in between.
      await new Promise(setImmediate);
    } else if (this.#hands.size > 0) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    } else return false;
    return true;
  }

  rest(): O[] {
    return [...this.#done].sort(([a], [b]) => a - b).map(([, outcome]) => outcome);
  }

  #hire(): void {
    const hand: Hand<T> = { worker: this.#threads.start(), jobs: [], ready: false };
    this.#hands.add(hand);
    hand.worker.on('message', (answer: WorkerAnswer<O> | typeof READY) => {
      hand.ready = true;
      if (answer === READY) return;
      hand.jobs.splice(0, 1);
      this.#done.set(answer.index, answer.outcome);
      this.#give(hand);
      this.#wake();
    });
    const lost = (): void => this.#lose(hand);
    hand.worker.once('error', lost).once('exit', lost);
    this.#give(hand);
  }

  #give(hand: Hand<T>): void {
    while (hand.jobs.length < AHEAD && !this.#threads.stopped()) {
      const job = this.#queue.pop();
      if (!job) break;
      hand.jobs.push(job);
      hand.worker.postMessage(job);
    }
    if (hand.jobs.length === 0) {
      this.#hands.delete(hand);
      void hand.worker.terminate();
    }
  }

  #lose(hand: Hand<T>): void {
    if (!this.#hands.delete(hand)) return;
    // Where no worker can start at all, no file is to blame, and this thread does everything.
    const culprit = hand.ready ? hand.jobs.shift() : undefined;
    if (culprit) this.#done.set(culprit.index, this.#own.lost(culprit.task));
    this.#queue.push(...hand.jobs.reverse());
    if (culprit && this.#queue.length > 0 && !this.#threads.stopped()) this.#hire();
    this.#wake();
  }
}

/** Below this a worker costs more than it brings: it warms up by itself, and on two cores V8 compiles for both at once. */
const WORTH_A_WORKER = 600;

/** How many threads to use for so many files when nothing was said. */
export const threadsFor = (files: number, cores: number): number =>
  files <= WORTH_A_WORKER ? 1 : Math.min(cores, 1 + Math.floor(files / WORTH_A_WORKER));
