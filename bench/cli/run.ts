import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dist } from '../paths.ts';
import type { Peers } from '../peers.ts';
import type { Plan } from '../plan.ts';
import { endedChildrenCpuMs } from '../processes.ts';

type Times = Readonly<Record<Task, number[]>>;

/** Milliseconds of whole programs, one per run: of the clock, and of all processors. */
export interface CliFigures {
  readonly name: string;
  readonly wall: Times;
  readonly cpu: Times;
  readonly notes: string[];
}

export type Task = 'five' | 'many' | 'folder';

interface Candidate {
  readonly figures: CliFigures;
  /** The command for a task; undefined where the candidate has no part in it. */
  readonly commands: Partial<Record<Task, readonly string[]>>;
}

export const NOTHING = 'node -e 0';
export const OURS_CLI = 'nianbao-lint';
export const OURS_ONE = 'nianbao-lint, one thread';
export const AUTOCORRECT_CLI = 'autocorrect';
export const AUTOCORRECT_ONE = 'autocorrect, one thread';
export const MARKDOWNLINT_CLI = 'markdownlint-cli2';
export const MANY = 200;

const node = (file: string, ...rest: string[]): string[] => [process.execPath, file, ...rest];

const run = ([program = '', ...args]: readonly string[], cwd?: string) =>
  spawnSync(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 29, timeout: 300_000 });

const newTimes = (): Times => ({ five: [], many: [], folder: [] });

/** Can our command line be told how many threads to use? */
const threadOption = (): readonly string[] | undefined =>
  run(node(dist('cli.js'), '--help'))
    .stdout.toString()
    .includes('--threads')
    ? ['--threads', '1']
    : undefined;

function candidatesOf(peers: Peers, five: string[], many: string[], folder: string): Candidate[] {
  const candidate = (name: string, commands: Candidate['commands']): Candidate => ({
    figures: { name, wall: newTimes(), cpu: newTimes(), notes: [] },
    commands,
  });
  const ours = node(dist('cli.js'), '--format', 'json');
  const one = threadOption();
  const list = [
    candidate(NOTHING, { five: [process.execPath, '-e', '0'] }),
    candidate(OURS_CLI, { five: [...ours, ...five], many: [...ours, ...many], folder: [...ours, folder] }),
    candidate(OURS_ONE, { many: [...ours, ...(one ?? []), ...many], folder: [...ours, ...(one ?? []), folder] }),
  ];
  const autocorrect = peers.file('autocorrect', 'autocorrect-node/cli.js');
  if (autocorrect) {
    const all = node(autocorrect, '--lint', '--format', 'json');
    const alone = [...all, '--threads', '1'];
    list.push(
      candidate(AUTOCORRECT_CLI, { five: [...all, ...five], many: [...all, ...many], folder: [...all, folder] }),
    );
    list.push(candidate(AUTOCORRECT_ONE, { many: [...alone, ...many], folder: [...alone, folder] }));
  }
  const markdownlint = peers.file('markdownlint', 'markdownlint-cli2/markdownlint-cli2-bin.mjs');
  if (markdownlint) {
    const lint = node(markdownlint, '--no-globs');
    list.push(candidate(MARKDOWNLINT_CLI, { five: [...lint, ...five], many: [...lint, ...many] }));
  }
  return list;
}

/** All command lines, in turns. */
export function runCommandLines(
  plan: Plan['cli'],
  peers: Peers,
  texts: readonly string[],
  tell: (what: string) => void,
): CliFigures[] {
  const scratch = mkdtempSync(join(tmpdir(), 'nianbao-bench-'));
  try {
    const write = (name: string, count: number): string[] => {
      mkdirSync(join(scratch, name));
      return Array.from({ length: count }, (_, i) => {
        // Markdown's ending: the one that all of them look for.
        const file = join(scratch, name, `report${i}.md`);
        writeFileSync(file, texts[i % texts.length] ?? '');
        return file;
      });
    };
    const many = write('many', MANY);
    const folder = join(scratch, 'folder');
    write('folder', plan.folderFiles);
    const candidates = candidatesOf(peers, many.slice(0, texts.length), many, folder);
    const times: readonly (readonly [Task, number])[] = [
      ['five', plan.runs],
      ['many', plan.folderRuns],
      ['folder', plan.folderRuns],
    ];
    for (const [task, runs] of times) {
      // One run before the measured ones: files and programs come into the system's cache.
      for (let i = runs > 1 ? 0 : 1; i <= runs; i++) {
        tell(`command lines, ${task}, run ${i} of ${runs}`);
        for (const candidate of candidates) measure(candidate, task, i > 0, scratch);
      }
    }
    return candidates.map(({ figures }) => figures);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function measure({ figures, commands }: Candidate, task: Task, counts: boolean, cwd: string): void {
  const command = commands[task];
  if (!command) return;
  const before = endedChildrenCpuMs() ?? Number.NaN;
  const start = performance.now();
  const { status, error, stderr } = run(command, cwd);
  const ms = performance.now() - start;
  // 1 is what all of them say when something was found.
  if (error || status === null || status > 1) {
    const note = `${task}: ${error?.message ?? `exit status ${status} ${stderr.toString().slice(0, 200)}`}`;
    if (!figures.notes.includes(note)) figures.notes.push(note);
  } else if (counts) {
    figures.wall[task].push(ms);
    figures.cpu[task].push((endedChildrenCpuMs() ?? Number.NaN) - before);
  }
}
