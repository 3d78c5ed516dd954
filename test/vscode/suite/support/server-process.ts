import { execFileSync } from 'node:child_process';

/** The language servers that run below this extension host, as process ids. */
export function serverProcesses(): number[] {
  const list = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
  return list.split('\n').flatMap((line) => {
    const [pid, parent, ...args] = line.trim().split(/\s+/);
    return Number(parent) === process.pid && /[\\/]dist[\\/]server\.c?js/.test(args.join(' ')) ? [Number(pid)] : [];
  });
}
