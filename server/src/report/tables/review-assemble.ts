import { parseDecimal } from '../../text/decimal.ts';
import { fold } from '../../text/fold.ts';
import type { RawCell } from './layouts/index.ts';
import type { PlacedRun } from './runs.ts';

/**
 * A PDF whose text was copied column by column scatters the review table: four results here, their total further
 * down, head cells in between. The pieces are put together only when there is exactly one way to do it in which all
 * three totals hold; otherwise the table counts as unreadable. Nothing is guessed.
 */
export function assemble(text: string, runs: readonly PlacedRun[]): RawCell[] | undefined {
  const pieces = runs.map((run) => ({ run, cells: run.values.filter((value) => value.kind === 'value') }));
  if (pieces.reduce((sum, { cells }) => sum + cells.length, 0) !== GROUPS * GROUP_WIDTH) return undefined;
  const totals = pieces.filter(({ cells }) => cells.length === 1);
  const groups: Group[] = [];
  for (const { run, cells } of pieces) {
    if (cells.length === GROUP_WIDTH) groups.push({ key: run.key, cells });
    else if (cells.length === GROUP_WIDTH - 1) {
      const sum = sumOf(text, cells);
      const fitting = totals.filter((total) => sumOf(text, total.cells) === sum);
      const [only] = fitting;
      if (!only || fitting.length !== 1) return undefined;
      groups.push({ key: run.key, cells: [...cells, ...only.cells] });
    } else if (cells.length !== 1) return undefined;
  }
  if (groups.length !== GROUPS || !groups.every((group) => holds(text, group))) return undefined;
  return inFormOrder(groups).flatMap(({ cells }) => cells);
}

const GROUPS = 3;
const GROUP_WIDTH = 5;

interface Group {
  readonly key: string;
  readonly cells: readonly RawCell[];
}

function sumOf(text: string, cells: readonly RawCell[]): number {
  return cells.reduce(
    (sum, { start, end }) => sum + (parseDecimal(fold(text.slice(start, end)))?.units ?? Number.NaN),
    0,
  );
}

const holds = (text: string, { cells }: Group): boolean =>
  sumOf(text, cells.slice(0, -1)) === sumOf(text, cells.slice(-1));

/** 行政复议 is read first; of the other two the one whose head says 复议后起诉 comes last. */
function inFormOrder([review, ...litigation]: readonly Group[]): Group[] {
  const isAfterReview = ({ key }: Group): boolean => key.includes('复议后起诉');
  return [
    ...(review ? [review] : []),
    ...litigation.filter((group) => !isAfterReview(group)),
    ...litigation.filter(isAfterReview),
  ];
}
