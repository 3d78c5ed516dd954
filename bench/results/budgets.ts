import { NULL_EXTENSION, OURS_EXTENSION } from '../activation/run.ts';
import { AUTOCORRECT_CLI, AUTOCORRECT_ONE, MARKDOWNLINT_CLI, OURS_CLI, OURS_ONE, type Task } from '../cli/run.ts';
import { median, show } from '../stats.ts';
import { type Figures, named } from './figures.ts';
import { serverBudgets } from './server-budgets.ts';

/** One promise, what was measured, and whether it was kept. Undefined: it could not be measured in this run. */
export interface Budget {
  readonly what: string;
  readonly limit: string;
  readonly measured: string;
  readonly met: boolean | undefined;
}

/** `figure` is so many times `reference`, which must be at most `limit`. */
export function atMost(what: string, figure: number, reference: number, limit: number, than: string): Budget {
  const ratio = figure / reference;
  const isKnown = Number.isFinite(ratio);
  return {
    what,
    limit: `≤ ${limit} × ${than}`,
    measured: isKnown ? `${show(ratio)} × (${show(figure)} against ${show(reference)})` : 'not measured',
    met: isKnown ? ratio <= limit : undefined,
  };
}

export function atLeast(what: string, figure: number, reference: number, limit: number, than: string): Budget {
  const { measured, met } = atMost(what, reference, figure, 1 / limit, than);
  const ratio = figure / reference;
  return {
    what,
    limit: `≥ ${limit} × ${than}`,
    measured: met === undefined ? measured : `${show(ratio)} × (${show(figure)} against ${show(reference)})`,
    met,
  };
}

export const fact = (what: string, limit: string, measured: string, met: boolean | undefined): Budget => ({
  what,
  limit,
  measured,
  met,
});

export function budgetsOf(figures: Figures): Budget[] {
  return [
    ...(figures.engines.length > 0 ? engineBudgets(figures) : []),
    ...(figures.servers.length > 0 ? serverBudgets(figures.servers) : []),
    ...(figures.activations.length > 0 ? activationBudgets(figures) : []),
    ...(figures.commandLines.length > 0 ? cliBudgets(figures) : []),
  ];
}

function engineBudgets({ engines }: Figures): Budget[] {
  const speed = (name: string) => median(named(engines, name)?.reportsPerSecond ?? []);
  return [
    atLeast('engine, warm, reports/s', speed('nianbao'), speed('autocorrect-node'), 2, 'autocorrect-node'),
    atLeast('engine, warm, reports/s', speed('nianbao'), speed('markdownlint'), 8, 'markdownlint'),
  ];
}

function activationBudgets({ activations }: Figures): Budget[] {
  const time = (name: string) => median(named(activations, name)?.activate ?? []);
  const modules = named(activations, OURS_EXTENSION)?.modules || undefined;
  return [
    atMost(
      'activation on a file that is no report, ms',
      time(OURS_EXTENSION),
      time(NULL_EXTENSION),
      2,
      'a null extension',
    ),
    fact(
      'the language client is loaded only when a report is met',
      'no further module loaded',
      `${modules ?? '–'} loaded, ${named(activations, NULL_EXTENSION)?.modules ?? '–'} by the null extension`,
      modules === undefined ? undefined : modules <= (named(activations, NULL_EXTENSION)?.modules ?? 0),
    ),
  ];
}

function cliBudgets({ commandLines }: Figures): Budget[] {
  const wall = (name: string, task: Task) => median(named(commandLines, name)?.wall[task] ?? []);
  const cpu = (name: string, task: Task) => median(named(commandLines, name)?.cpu[task] ?? []);
  const five = cpu(OURS_CLI, 'five');
  return [
    atMost('command line, five files, CPU ms', five, cpu(AUTOCORRECT_CLI, 'five'), 1.75, 'autocorrect'),
    atMost('command line, five files, CPU ms', five, cpu(MARKDOWNLINT_CLI, 'five'), 0.2, 'markdownlint-cli2'),
    atMost(
      'command line, 200 files on one thread, CPU ms',
      cpu(OURS_ONE, 'many'),
      cpu(AUTOCORRECT_ONE, 'many'),
      2,
      'autocorrect on one thread',
    ),
    atMost(
      'command line, large folder on all cores, ms',
      wall(OURS_CLI, 'folder'),
      wall(AUTOCORRECT_CLI, 'folder'),
      1.25,
      'autocorrect with all its threads',
    ),
    fact(
      'command line, 5,000 reports of which 10 changed',
      '≤ 0.1 × autocorrect’s full run',
      'no cache yet',
      undefined,
    ),
  ];
}
