import { REQUESTS, type ServerFigures, type SizeFigures } from '../lsp/figures.ts';
import { AUTOCORRECT, FLOOR, FLOOR_PUSH, OURS, OURS_PUSH } from '../lsp/servers.ts';
import { median, most, quantile, show } from '../stats.ts';
import { atMost, type Budget, fact } from './budgets.ts';
import { named } from './figures.ts';

const KB10 = 10 * 1024;
const MB1 = 1024 * 1024;
const MB5 = 5 * MB1;

const EDITS_WANTED = 2_000;
const STALE_ALLOWED = 3;

export function serverBudgets(servers: readonly ServerFigures[]): Budget[] {
  const ours = named(servers, OURS);
  const floor = named(servers, FLOOR);
  if (!ours || !floor) return [];
  const autocorrect = named(servers, AUTOCORRECT);
  const push = [named(servers, OURS_PUSH), named(servers, FLOOR_PUSH)] as const;
  return [
    ...editBudgets('edit → complete diagnostics', ours, floor, autocorrect),
    ...burstBudgets('burst of 100 edits', ours, floor),
    ...(push[0] && push[1]
      ? [
          ...editBudgets('edit → complete diagnostics, pushed', push[0], push[1], autocorrect),
          ...burstBudgets('burst of 100 edits, pushed', push[0], push[1]),
        ]
      : []),
    ...sizeBudgets(ours, floor),
    ...startBudgets(ours, floor),
    ...requestBudgets(ours, floor),
  ];
}

function editBudgets(
  what: string,
  ours: ServerFigures,
  floor: ServerFigures,
  autocorrect: ServerFigures | undefined,
): Budget[] {
  const of = (share: number, server: ServerFigures | undefined) => quantile(server?.edits ?? [], share);
  const n = ours.edits.length;
  return [
    // Too few make the percentiles below rough; that is no fault of what was measured.
    fact(`${what}, edits pooled`, `≥ ${EDITS_WANTED}`, String(n), n >= EDITS_WANTED || undefined),
    atMost(`${what}, p50 ms`, of(0.5, ours), of(0.5, floor), 3, 'the floor'),
    atMost(`${what}, p50 ms`, of(0.5, ours), of(0.5, autocorrect), 0.75, 'autocorrect'),
    atMost(`${what}, p95 ms`, of(0.95, ours), of(0.95, autocorrect), 1, 'autocorrect'),
    atMost(`${what}, p99 ms`, of(0.99, ours), of(0.99, floor), 2, 'the floor'),
  ];
}

function burstBudgets(what: string, ours: ServerFigures, floor: ServerFigures): Budget[] {
  const { finished, stale, emptied } = ours.burst;
  const isKnown = finished.length > 0;
  return [
    atMost(`${what}, finished, ms`, median(finished), median(floor.burst.finished), 1, 'the floor'),
    fact(
      `${what}, stale messages`,
      `≤ ${STALE_ALLOWED}`,
      isKnown ? `at most ${most(stale)}` : 'not measured',
      isKnown ? most(stale) <= STALE_ALLOWED : undefined,
    ),
    fact(
      `${what}, versioned, never clear-then-fill`,
      'both',
      isKnown ? `${ours.versioned ? 'versioned' : 'no version'}, ${most(emptied)} emptied` : 'not measured',
      isKnown ? ours.versioned && most(emptied) === 0 : undefined,
    ),
  ];
}

function sizeBudgets(ours: ServerFigures, floor: ServerFigures): Budget[] {
  const p50 = (server: ServerFigures, bytes: number) => median(server.sizes[bytes]?.edits ?? []);
  const peak = (server: ServerFigures, bytes: number) => median(server.sizes[bytes]?.peakMB ?? []);
  return [
    atMost('1 MB document, edit p50 ms', p50(ours, MB1), p50(floor, MB1), 3, 'the floor'),
    completeness(ours.sizes[MB1]),
    atMost('5 MB document, edit p50 ms', p50(ours, MB5), p50(ours, MB1), 6, 'the figure at 1 MB'),
    atMost('peak RSS at 10 KB, MB', peak(ours, KB10), peak(floor, KB10), 1.25, 'the floor'),
    atMost('peak RSS at 5 MB, MB', peak(ours, MB5), peak(floor, MB5), 3, 'the floor'),
  ];
}

function completeness(size: SizeFigures | undefined): Budget {
  const what = '1 MB document, findings complete, or the list says that it is cut';
  const limit = 'all that the engine finds, the same after edits';
  if (!size || size.edits.length === 0 || size.expected === undefined)
    return fact(what, limit, 'not measured', undefined);
  const { findings, findingsAfter, expected, cap } = size;
  const measured = `${findings} of ${expected}, ${findingsAfter} after edits${cap ? `; “${cap}”` : ''}`;
  return fact(what, limit, measured, findings === findingsAfter && (findings === expected || cap !== undefined));
}

function startBudgets(ours: ServerFigures, floor: ServerFigures): Budget[] {
  const { initialize, firstDiagnostics } = ours.start;
  return [
    atMost(
      'spawn → initialize, ms',
      median(initialize),
      median(floor.start.initialize),
      1.15,
      'the bundled null server',
    ),
    atMost(
      'spawn → first diagnostics, ms',
      median(firstDiagnostics),
      median(floor.start.firstDiagnostics),
      1.3,
      'the bundled null server',
    ),
  ];
}

function requestBudgets(ours: ServerFigures, floor: ServerFigures): Budget[] {
  const reference = quantile(floor.requests.codeAction, 0.95);
  return REQUESTS.map((kind) => {
    const figure = quantile(ours.requests[kind], 0.95);
    if (ours.requests[kind].length > 0)
      return atMost(`${kind}, p95 ms`, figure, reference, 3, 'the floor’s code action');
    return fact(
      `${kind}, p95 ms`,
      `≤ 3 × the floor’s code action`,
      `not offered (floor: ${show(reference)})`,
      undefined,
    );
  });
}
