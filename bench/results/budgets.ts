import { NULL_EXTENSION, OURS_EXTENSION } from '../activation/run.ts';
import { AUTOCORRECT_CLI, AUTOCORRECT_ONE, NOTHING, OURS_CLI, OURS_ONE } from '../cli/run.ts';
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
  const share = (name: string) => {
    const engine = named(engines, name);
    return median(engine?.longMbPerSecond ?? []) / median(engine?.mbPerSecond ?? []);
  };
  return [
    atLeast('engine, reports/s', speed('nianbao'), speed('autocorrect-node'), 4, 'autocorrect-node'),
    atLeast('engine, reports/s', speed('nianbao'), speed('markdownlint'), 10, 'markdownlint'),
    atLeast(
      'engine, share of its MB/s kept on a text 100 times as long',
      share('nianbao'),
      share('baseline'),
      1,
      'the share that the bare baseline keeps',
    ),
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
  const time = (name: string, task: 'five' | 'many' | 'folder') => median(named(commandLines, name)?.[task] ?? []);
  return [
    atMost('command line, five files, ms', time(OURS_CLI, 'five'), time(NOTHING, 'five'), 2, '`node -e 0`'),
    atMost(
      'command line, 200 files on one thread, ms',
      time(OURS_ONE, 'many'),
      time(AUTOCORRECT_ONE, 'many'),
      1,
      'autocorrect on one thread',
    ),
    atMost(
      'command line, large folder on all cores, ms',
      time(OURS_CLI, 'folder'),
      time(AUTOCORRECT_CLI, 'folder'),
      1,
      'autocorrect with all its threads',
    ),
  ];
}
