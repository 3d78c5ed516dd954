import { type MessagePort, workerData } from 'node:worker_threads';
import { FileCheck } from './file-check.ts';
import { READY, toSent, type WorkerAnswer, type WorkerJob, type WorkerTask } from './threads.ts';

async function* nothing(): AsyncGenerator<Uint8Array> {}

/** The worker's side: one file after the other, each answered by itself. */
export async function serveFiles(port: MessagePort): Promise<void> {
  const { options, cwd }: WorkerTask = workerData;
  const files = new FileCheck(options, cwd, await import('../index.ts'), nothing());
  let last = Promise.resolve();
  port.postMessage(READY);
  port.on('message', ({ index, found }: WorkerJob) => {
    last = last.then(async () => {
      const { file, said } = await files.one(found);
      const answer: WorkerAnswer = { index, outcome: { file: toSent(file), said } };
      port.postMessage(answer);
    });
  });
}
