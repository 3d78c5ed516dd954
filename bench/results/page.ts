import { execFileSync } from 'node:child_process';
import { cpus, platform, release, totalmem } from 'node:os';
import type { Reports } from '../documents.ts';
import { bytesOf } from '../documents.ts';
import { root } from '../paths.ts';
import type { Peers } from '../peers.ts';
import type { Plan } from '../plan.ts';
import { showBytes, sum } from '../stats.ts';
import { budgetsOf } from './budgets.ts';
import type { Figures } from './figures.ts';
import { activationTable, budgetTable, cliTable, engineTable, serverTables, table } from './tables.ts';

/** To be asked before anything is built: a run takes a while, and work goes on. */
export function commitAtHand(): string {
  try {
    const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: 'pipe' }).trim();
    return `${git('rev-parse', '--short', 'HEAD')}${git('status', '--porcelain', '--', 'server', 'client') ? ', changed' : ''}`;
  } catch {
    return 'not under version control';
  }
}

/** What the figures cannot tell about their run. */
interface Run {
  readonly commit: string;
  readonly minutes: number;
}

function machine(plan: Plan, peers: Peers, { kind, texts }: Reports, { commit, minutes }: Run): string {
  const [processor] = cpus();
  return table(
    ['', ''],
    [
      ['date', new Date().toISOString().slice(0, 16).replace('T', ' ')],
      ['processor', `${processor?.model.trim() ?? 'unknown'}, ${cpus().length} cores`],
      ['memory', `${Math.round(totalmem() / 2 ** 30)} GB`],
      ['system', `${platform()} ${release()}`],
      ['Node', process.version],
      ['commit', commit],
      ['peers', peers.versions.join(', ')],
      ...(peers.missing.length > 0 ? [['left out (could not be installed)', peers.missing.join(', ')]] : []),
      ['documents', `${texts.length} ${kind}, ${showBytes(sum(texts.map(bytesOf)))} together`],
      ['run', `${plan.quick ? 'quick' : 'full'}, ${plan.parts.join(' + ')}, ${minutes.toFixed(1)} minutes`],
    ],
  );
}

const HEAD = `# Benchmark results

Written by \`npm run bench\`; what is measured and how stands in [README.md](README.md). Figures in brackets are ratios to the reference of the table, taken in the same run with all candidates in turns.`;

const QUICK = `**A quick run**: few rounds, nothing above 1 MB. It shows that the harness works and which way a figure goes, no more.`;

export function pageOf(plan: Plan, peers: Peers, reports: Reports, figures: Figures, run: Run): string {
  const { servers, engines, commandLines, activations } = figures;
  const notes = [...servers, ...engines, ...commandLines, ...activations].flatMap(({ name, notes }) =>
    notes.map((note) => `- ${name}: ${note.replaceAll(/\s+/g, ' ').replaceAll(root, '')}`),
  );
  const sections = [
    HEAD,
    ...(plan.quick ? [QUICK] : []),
    machine(plan, peers, reports, run),
    '## Budgets',
    budgetTable(budgetsOf(figures)),
    ...(servers.length > 0 ? ['## Servers', ...serverTables(servers)] : []),
    ...(engines.length > 0 ? ['## Engines in process', engineTable(figures)] : []),
    ...(commandLines.length > 0 ? ['## Command lines', cliTable(figures, plan.cli.folderFiles)] : []),
    ...(activations.length > 0 ? ['## Activation on a file that is no report', activationTable(figures)] : []),
    ...(notes.length > 0 ? ['## What could not be measured', [...new Set(notes)].join('\n')] : []),
  ];
  return `${sections.join('\n\n')}\n`;
}
