import { type MessagePort, workerData } from 'node:worker_threads';
import { fileWork, formatterFor, type TaskOutcome, type WorkSettings } from './file-work.ts';
import type { Task } from './task.ts';
import { READY, type WorkerAnswer, type WorkerJob } from './threads.ts';

async function* nothing(): AsyncGenerator<Uint8Array> {}

/** The worker's side: one file after the other, each answered by itself. */
export async function serveFiles(port: MessagePort): Promise<void> {
  const settings: WorkSettings = workerData;
  const engine = await import('../index.ts');
  const work = fileWork(settings, engine, await formatterFor(settings, engine), nothing());
  let last = Promise.resolve();
  port.postMessage(READY);
  port.on('message', ({ index, task }: WorkerJob<Task>) => {
    last = last.then(async () => {
      const answer: WorkerAnswer<TaskOutcome> = { index, outcome: await work.one(task) };
      port.postMessage(answer);
    });
  });
}
