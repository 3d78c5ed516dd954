// Runs the workbench's server and makes sure that nothing of it stays behind, however the program that wanted it ends.
// That program holds the other end of this process's standard input. When it closes (on purpose, by Ctrl+C, in a
// crash), the server and all that it started (extension host, language server) are ended and the folder is removed.
//   node guard.mjs <folder to remove> <program> [argument…]
import { spawn, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

const [folder, program, ...args] = process.argv.slice(2);
const windows = process.platform === 'win32';
const server = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'] });
const ended = new Promise((resolve) => {
  server.once('exit', resolve);
  server.once('error', resolve);
});

/** To the whole process group, which this process leads; Windows has no groups but knows a process's children. */
function end(signal) {
  try {
    if (windows) spawnSync('taskkill', ['/pid', String(server.pid), '/T', '/F'], { stdio: 'ignore' });
    else process.kill(-process.pid, signal);
  } catch {
    // Everything has gone already.
  }
}

let closing = false;
async function close() {
  if (closing) return;
  closing = true;
  end('SIGTERM');
  await Promise.race([ended, delay(4000)]);
  await delay(200);
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  } finally {
    end('SIGKILL');
    process.exit();
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void close());
process.stdin.on('end', () => void close()).on('close', () => void close());
process.stdin.resume();
void ended.then(close);
