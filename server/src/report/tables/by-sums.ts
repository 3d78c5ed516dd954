import { type CellId, equationsOf, type FormTable } from '../../forms/index.ts';
import { planOf, type TablePlan } from '../../forms/plan.ts';
import { type Span, span } from '../../text/span.ts';
import type { Label, Table, TableRow } from '../report.ts';
import type { RawCell } from './layouts/index.ts';
import { toTable } from './read-table.ts';
import type { PlacedRun } from './runs.ts';
import { placedRuns, type Stream } from './stream.ts';
import { toCells } from './table.ts';

/**
 * A table whose copy kept all labels and all numbers, each in the form's order, and not which belongs to which. A copy
 * takes the rows in blocks, and a block's numbers row by row or column by column. Where exactly one way to cut the
 * numbers into such blocks makes every sum of the form hold, that is the reading; where two do, none is. Nothing is
 * guessed: sums that two rows could exchange are why the labels have to stand in order.
 */
export function readBySums(text: string, { chunks }: Stream, form: FormTable): Table | undefined {
  const own = chunks.filter(({ section, content }) => section === form.section && content.runs.length > 0);
  const layout = own[0]?.content.layout;
  const plan = planOf(form);
  const width = plan.rows[0]?.cells.length ?? 0;
  const isGrid = plan.rows.every(({ label, cells }) => label !== '' && cells.length === width);
  if (!layout || !isGrid || equationsOf(form).length === 0) return undefined;
  const runs = own.flatMap(placedRuns);
  const values = runs.flatMap((run) => run.values.filter(({ kind }) => kind === 'value'));
  if (values.length !== plan.rows.length * width) return undefined;
  const labels = labelsInOrder(text, runs, plan);
  const placing = labels && onlyPlacing(numbersIn(text, values), plan, form);
  if (!placing) return undefined;
  const rows = plan.rows.flatMap((row, index): TableRow[] => {
    const label = labels[index];
    const places = placing.slice(index * width, (index + 1) * width).flatMap((at) => values[at] ?? []);
    if (!label) return [];
    const place = around([label.span, ...places]);
    return [{ row: row.row, label, groups: [], span: place, cells: toCells(text, row, places), torn: undefined }];
  });
  const place = around(runs.flatMap((run) => [...run.labels, ...run.values]));
  return toTable(form, layout, { span: place, rows, missingRows: [], extraRows: [], heads: [] });
}

const around = (places: readonly Span[]): Span =>
  places.reduce(({ start, end }, each) => span(Math.min(start, each.start), Math.max(end, each.end)), {
    start: places[0]?.start ?? 0,
    end: places[0]?.end ?? 0,
  });

/** NaN for what is no plain number. */
const numbersIn = (text: string, values: readonly RawCell[]): number[] =>
  values.map(({ start, end }) => {
    const raw = text.slice(start, end);
    return /^\d{1,9}$/.test(raw) ? Number(raw) : Number.NaN;
  });

/** The label of every row, one behind the other in the draft as in the form; undefined when it is not so. */
function labelsInOrder(text: string, runs: readonly PlacedRun[], plan: TablePlan): Label[] | undefined {
  const cells = runs.flatMap(({ labels, parts }) => labels.map((cell, at) => ({ cell, part: parts[at] ?? '' })));
  const ends: number[] = [];
  let whole = '';
  for (const { part } of cells) {
    whole += part;
    ends.push(whole.length);
  }
  const labels: Label[] = [];
  let from = 0;
  let cell = 0;
  for (const { row, label } of plan.rows) {
    const start = whole.indexOf(label, from);
    if (start < 0) return undefined;
    from = start + label.length;
    while ((ends[cell] ?? from) <= start) cell++;
    const first = cells[cell]?.cell;
    while ((ends[cell] ?? from) < from) cell++;
    const last = cells[cell]?.cell;
    if (!first || !last) return undefined;
    const place = span(first.start, last.end);
    labels.push({ span: place, raw: text.slice(place.start, place.end), expected: row.label, match: 'split' });
  }
  return labels;
}

/** More ways than this to begin are a table in which nearly any order adds up. */
const MOST_WAYS = 64;

/** For each cell, row by row, which number it holds; undefined when no placing fits, or more than one. */
function onlyPlacing(numbers: readonly number[], { rows }: TablePlan, form: FormTable): number[] | undefined {
  const width = rows[0]?.cells.length ?? 0;
  const count = rows.length;
  // By how many rows are placed: the ways so far, by what their cells say.
  const ways: Map<string, number[]>[] = Array.from({ length: count + 1 }, () => new Map());
  ways[0]?.set('', []);
  for (let done = 0; done < count; done++) {
    const begun = ways[done] ?? new Map<string, number[]>();
    if (begun.size > MOST_WAYS) return undefined;
    if (begun.size === 0) continue;
    for (let height = 1; done + height <= count; height++) {
      const block = blockAt(numbers, done * width, height, width);
      if (!block) continue;
      const said = block.map((at) => numbers[at]).join(' ');
      for (const [key, way] of begun) ways[done + height]?.set(`${key}${said} `, [...way, ...block]);
    }
  }
  const all = [...(ways[count]?.values() ?? [])];
  if (all.length > MOST_WAYS) return undefined;
  const fitting = all.filter((way) =>
    holds(
      way.map((at) => numbers[at] ?? Number.NaN),
      rows,
      form,
    ),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** A block copied column by column, as numbers of its cells row by row; undefined when a row of it does not add up. */
function blockAt(numbers: readonly number[], from: number, height: number, width: number): number[] | undefined {
  const block: number[] = [];
  for (let row = 0; row < height; row++) {
    let sum = 0;
    for (let column = 0; column < width; column++) {
      const at = from + column * height + row;
      block.push(at);
      const number = numbers[at] ?? Number.NaN;
      sum += column === width - 1 ? -number : number;
    }
    if (sum !== 0) return undefined;
  }
  return block;
}

function holds(said: readonly number[], rows: TablePlan['rows'], form: FormTable): boolean {
  const values = new Map(rows.flatMap(({ cells }) => cells).map(({ id }, at) => [id, said[at] ?? Number.NaN]));
  const sum = (ids: readonly CellId[]): number => ids.reduce((all, id) => all + (values.get(id) ?? Number.NaN), 0);
  return equationsOf(form).every(({ left, right }) => sum(left) === sum(right));
}
