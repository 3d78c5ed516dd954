import type { ServerFigures, SizeFigures } from '../lsp/figures.ts';
import { FLOOR, OURS } from '../lsp/servers.ts';
import { median, most, quantile, show } from '../stats.ts';
import { atMost, type Budget, fact } from './budgets.ts';
import { named } from './figures.ts';

const KB10 = 10 * 1024;
const KB100 = 100 * 1024;
const MB1 = 1024 * 1024;

const STALE_ALLOWED = 3;

/** Milliseconds of one frame: what is shown within it is not felt. */
const FRAME = 16;
/** Of a code action, whose fixes are tried on a copy first. */
const TRIED = 30;

export function serverBudgets(servers: readonly ServerFigures[]): Budget[] {
  const ours = named(servers, OURS);
  const floor = named(servers, FLOOR);
  if (!ours || !floor) return [];
  return [
    ...editBudgets(ours),
    ...burstBudgets('burst of 100 edits', ours),
    ...sizeBudgets(ours, floor),
    atMost(
      'spawn → first diagnostics, ms',
      median(ours.start.firstDiagnostics),
      median(floor.start.firstDiagnostics),
      1.4,
      'the bundled null server',
    ),
    within('code action with tried fixes, p95 ms', quantile(ours.requests.codeAction, 0.95), TRIED),
  ];
}

const within = (what: string, figure: number, limit: number): Budget =>
  fact(
    what,
    `≤ ${limit}`,
    Number.isNaN(figure) ? 'not measured' : show(figure),
    Number.isNaN(figure) ? undefined : figure <= limit,
  );

/** The worst of the reports, of 10 KB and of 100 KB. */
function editBudgets(ours: ServerFigures): Budget[] {
  const samples = [ours.edits, ours.sizes[KB10]?.edits ?? [], ours.sizes[KB100]?.edits ?? []];
  const worst = (share: number) => Math.max(...samples.map((edits) => quantile(edits, share)));
  return [
    within('edit → complete diagnostics, up to 100 KB, p95 ms', worst(0.95), FRAME),
    within('edit → complete diagnostics, up to 100 KB, p99 ms', worst(0.99), FRAME),
  ];
}

function burstBudgets(what: string, ours: ServerFigures): Budget[] {
  const { finished, stale, emptied } = ours.burst;
  const isKnown = finished.length > 0;
  return [
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
  const p95 = ({ sizes }: ServerFigures) => quantile(sizes[MB1]?.edits ?? [], 0.95);
  const peak = ({ sizes }: ServerFigures) => median(sizes[KB10]?.peakMB ?? []);
  return [
    atMost('1 MB document, edit p95 ms', p95(ours), p95(floor), 3, 'the floor'),
    completeness(ours.sizes[MB1]),
    atMost('peak RSS at 10 KB, MB', peak(ours), peak(floor), 1.3, 'the floor'),
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
