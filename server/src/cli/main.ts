import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { printableLines } from './formats/width.ts';
import { run } from './run.ts';

/** A reader that has seen enough (`| head`) is no failure: writing stops, the work and its exit status go on. */
function tolerant(stream: NodeJS.WriteStream): (chunk: string | Uint8Array) => void {
  let open = true;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    open = false;
    if (error.code === 'EPIPE') return;
    process.exitCode = 2;
    process.stderr.write(`nianbao-lint: 输出写不进去（${error.code}）/ output cannot be written (${error.code})\n`);
  });
  return (chunk) => {
    if (open) stream.write(chunk);
  };
}

function coloured(): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR) return false;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return process.stdout.isTTY === true && TERM !== 'dumb';
}

async function checkFiles(entry: string, checked: () => void): Promise<void> {
  const argv = process.argv.slice(2);
  // Without --fix nothing can be left half-done and the system's own Ctrl+C is the quickest. With it the file in hand is
  // finished first; waiting for standard input is no file in hand.
  let interrupted = false;
  if (argv.includes('--fix') && !argv.includes('-')) {
    process.once('SIGINT', () => {
      interrupted = true;
    });
  }
  const status = await run(argv, {
    cwd: process.cwd(),
    stdin: process.stdin,
    stdout: tolerant(process.stdout),
    stderr: tolerant(process.stderr),
    terminal: process.stdout.isTTY === true,
    colour: coloured(),
    stopped: () => interrupted,
    engine: () => import('../index.ts'),
    watched: process.stderr.isTTY === true && process.env.TERM !== 'dumb',
    threads: { cores: availableParallelism, start: (workerData) => new Worker(entry, { workerData }) },
    checked,
  });
  process.exitCode ??= status;
}

/**
 * The program, and each of its workers.
 * @param entry the file that was started
 * @param checked called at the end when reports were checked, and so most of the program was used
 */
export async function main(entry: string, checked: () => void): Promise<void> {
  try {
    if (!isMainThread && parentPort) return await (await import('./worker.ts')).serveFiles(parentPort);
    await checkFiles(entry, checked);
  } catch (error) {
    // A fault of the program itself: named as such, with what a maintainer needs and nothing of the draft.
    const trace = error instanceof Error ? error.stack : String(error);
    process.stderr.write(`nianbao-lint: 程序内部错误 / internal error\n${printableLines(trace ?? '')}\n`);
    process.exitCode = 2;
  }
}
