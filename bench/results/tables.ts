import { MANY, NOTHING } from '../cli/run.ts';
import type { ServerFigures } from '../lsp/figures.ts';
import { FLOOR } from '../lsp/servers.ts';
import { median, most, quantile, show, showBytes, showRatio } from '../stats.ts';
import type { Budget } from './budgets.ts';
import { type Figures, named } from './figures.ts';

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n');
}

const VERDICTS = { true: 'met', false: '**not met**', undefined: 'not measured' } as const;

export function budgetTable(budgets: readonly Budget[]): string {
  const rows = budgets.map(({ what, limit, measured, met }) => [what, limit, measured, VERDICTS[`${met}`]]);
  const count = (met: boolean | undefined) => budgets.filter((budget) => budget.met === met).length;
  const summary = `${count(true)} met, ${count(false)} not met, ${count(undefined)} not measured.`;
  return `${summary}\n\n${table(['budget', 'limit', 'measured', 'verdict'], rows)}`;
}

type Column = readonly [title: string, of: (server: ServerFigures) => readonly number[], share: number];

/** Rows of servers; each figure with how many times the floor's it is. */
function serverTable(servers: readonly ServerFigures[], columns: readonly Column[]): string {
  const floor = named(servers, FLOOR);
  const rows = servers.map((server) => [
    server.name,
    ...columns.map(([, of, share]) => {
      const figure = quantile(of(server), share);
      return server === floor || !floor ? show(figure) : showRatio(figure, quantile(of(floor), share));
    }),
  ]);
  return table(['server', ...columns.map(([title]) => title)], rows);
}

export function serverTables(servers: readonly ServerFigures[]): string[] {
  const full = servers.filter((server) => server.start.initialize.length > 0);
  const bursts = servers.map(({ name, model, versioned, burst: { finished, stale, emptied } }) => [
    name,
    showRatio(median(finished), median(named(servers, FLOOR)?.burst.finished ?? [])),
    show(median(stale)),
    show(most(stale)),
    show(most(emptied)),
    `${model}${versioned ? '' : ', no version'}`,
  ]);
  return [
    '### Start, ms (medians)',
    serverTable(full, [
      ['spawn → initialize', (server) => server.start.initialize, 0.5],
      ['spawn → first diagnostics', (server) => server.start.firstDiagnostics, 0.5],
    ]),
    '### Edit → complete diagnostics, ms (all reports and rounds pooled)',
    serverTable(servers, [
      ['p50', ({ edits }) => edits, 0.5],
      ['p95', ({ edits }) => edits, 0.95],
      ['p99', ({ edits }) => edits, 0.99],
      ['CPU ms/edit', ({ cpuPerEdit }) => cpuPerEdit, 0.5],
    ]),
    `Edits measured: ${servers.map(({ name, edits }) => `${name} ${edits.length}`).join(', ')}.`,
    '### Burst of edits without waiting',
    table(['server', 'last edit → its findings, ms', 'stale messages', 'at most', 'emptied', 'model'], bursts),
    '### Requests, warm, ms',
    serverTable(full, [
      ['code action p50', ({ requests }) => requests.codeAction, 0.5],
      ['p95', ({ requests }) => requests.codeAction, 0.95],
      ['hover p50', ({ requests }) => requests.hover, 0.5],
      ['p95', ({ requests }) => requests.hover, 0.95],
      ['completion p50', ({ requests }) => requests.completion, 0.5],
      ['p95', ({ requests }) => requests.completion, 0.95],
    ]),
    ...sizeTables(full),
  ];
}

function sizeTables(servers: readonly ServerFigures[]): string[] {
  const sizes = [...new Set(servers.flatMap((server) => Object.values(server.sizes).map(({ bytes }) => bytes)))];
  const columns = (of: (server: ServerFigures, bytes: number) => readonly number[]): Column[] =>
    sizes.map((bytes) => [showBytes(bytes), (server) => of(server, bytes), 0.5]);
  const findings = servers.map((server) => [
    server.name,
    ...sizes.map((bytes) => {
      const size = server.sizes[bytes];
      return size ? `${size.findings}${size.cap ? ' (cut, and says so)' : ''}` : '–';
    }),
  ]);
  return [
    '### Edit p50 against the size of the document, ms',
    serverTable(
      servers,
      columns((server, bytes) => server.sizes[bytes]?.edits ?? []),
    ),
    '![Latency against document size](latency.svg)',
    '### Open → first diagnostics, ms',
    serverTable(
      servers,
      columns((server, bytes) => server.sizes[bytes]?.open ?? []),
    ),
    '### Peak RSS, MB',
    serverTable(
      servers,
      columns((server, bytes) => server.sizes[bytes]?.peakMB ?? []),
    ),
    '### Findings in the list',
    table(['server', ...sizes.map(showBytes)], findings),
  ];
}

export function engineTable({ engines }: Figures): string {
  const ours = median(named(engines, 'nianbao')?.reportsPerSecond ?? []);
  const rows = engines.map((engine) => {
    const [short, long] = [median(engine.mbPerSecond), median(engine.longMbPerSecond)];
    const speed = median(engine.reportsPerSecond);
    return [
      engine.name,
      show(speed),
      `${show(ours / speed)}×`,
      show(short),
      show(long),
      show(long / short),
      `${engine.findings}`,
    ];
  });
  return table(['engine', 'reports/s', 'nianbao is', 'MB/s', 'MB/s × 100', 'share kept', 'findings'], rows);
}

export function cliTable({ commandLines }: Figures, folderFiles: number): string {
  const base = named(commandLines, NOTHING);
  const rows = commandLines.map(({ name, wall, cpu }) => [
    name,
    showRatio(median(wall.five), median(base?.wall.five ?? [])),
    showRatio(median(cpu.five), median(base?.cpu.five ?? [])),
    ...(['many', 'folder'] as const).flatMap((task) => [show(median(wall[task])), show(median(cpu[task]))]),
  ]);
  const tasks = ['five files', `${MANY} files`, `folder of ${folderFiles}`];
  return table(['command', ...tasks.flatMap((task) => [`${task}, ms`, 'CPU ms'])], rows);
}

export function activationTable({ activations }: Figures): string {
  const [base] = activations;
  const rows = activations.map(({ name, activate, process, modules }) => [
    name,
    showRatio(median(activate), median(base?.activate ?? [])),
    showRatio(median(process), median(base?.process ?? [])),
    String(modules),
  ]);
  return table(['extension', 'load and activate, ms', 'whole process, ms', 'modules'], rows);
}
