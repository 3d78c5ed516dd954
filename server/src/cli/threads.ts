import type { Worker } from 'node:worker_threads';
import type { FileOutcome, FileWork } from './file-work.ts';
import type { Found } from './files.ts';

/** One file to a worker … */
export interface WorkerJob {
  readonly index: number;
  readonly found: Found;
}

/** A worker's first word: it has started and read the rules. */
export const READY = 'ready';

/** … and its answer. */
export interface WorkerAnswer {
  readonly index: number;
  readonly outcome: FileOutcome;
}

/** Jobs that wait at a worker: the next file is there when one is done. */
const AHEAD = 4;

export interface Threads {
  /** How many workers beside this thread. */
  readonly workers: number;
  readonly start: () => Worker;
  readonly stopped: () => boolean;
}

/** A worker with the jobs it was given and has not answered, in their order. */
interface Hand {
  readonly worker: Worker;
  readonly jobs: WorkerJob[];
  ready: boolean;
}

/**
 * Check files on several threads, this one among them. Outcomes come in the order of the files, whoever was quicker.
 * A worker that dies loses the one file it was at, and that is said; its other jobs go to the next.
 */
export async function* checkOnThreads(
  files: readonly Found[],
  own: FileWork,
  { workers, start, stopped }: Threads,
): AsyncGenerator<FileOutcome> {
  const queue = files.map((found, index): WorkerJob => ({ index, found })).reverse();
  const done = new Map<number, FileOutcome>();
  const hands = new Set<Hand>();
  let wake: () => void = () => {};

  function give(hand: Hand): void {
    while (hand.jobs.length < AHEAD && !stopped()) {
      const job = queue.pop();
      if (!job) break;
      hand.jobs.push(job);
      hand.worker.postMessage(job);
    }
    if (hand.jobs.length === 0) {
      hands.delete(hand);
      void hand.worker.terminate();
    }
  }

  function hire(): void {
    const hand: Hand = { worker: start(), jobs: [], ready: false };
    hands.add(hand);
    hand.worker.on('message', (answer: WorkerAnswer | typeof READY) => {
      hand.ready = true;
      if (answer === READY) return;
      hand.jobs.splice(0, 1);
      done.set(answer.index, answer.outcome);
      give(hand);
      wake();
    });
    const lost = (): void => {
      if (!hands.delete(hand)) return;
      // Where no worker can start at all, no file is to blame, and this thread does everything.
      const culprit = hand.ready ? hand.jobs.shift() : undefined;
      if (culprit) done.set(culprit.index, own.lost(culprit.found));
      queue.push(...hand.jobs.reverse());
      if (culprit && queue.length > 0 && !stopped()) hire();
      wake();
    };
    hand.worker.once('error', lost).once('exit', lost);
    give(hand);
  }

  for (let count = 0; count < workers && queue.length > 0; count++) hire();
  let next = 0;
  for (;;) {
    for (let outcome = done.get(next); outcome; outcome = done.get(++next)) {
      done.delete(next);
      yield outcome;
    }
    const job = stopped() ? undefined : queue.pop();
    if (job) {
      done.set(job.index, await own.one(job.found));
      // Answers of workers come in between.
      await new Promise(setImmediate);
    } else if (hands.size > 0) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    } else break;
  }
  // After Ctrl+C there may be gaps.
  for (const index of [...done.keys()].sort((a, b) => a - b)) {
    const outcome = done.get(index);
    if (outcome) yield outcome;
  }
}

/** Below this a worker takes longer to start than to help. */
const WORTH_A_WORKER = 100;

/** How many threads to use for so many files when nothing was said. */
export const threadsFor = (files: number, cores: number): number =>
  files <= WORTH_A_WORKER ? 1 : Math.min(cores, 1 + Math.floor(files / WORTH_A_WORKER));
