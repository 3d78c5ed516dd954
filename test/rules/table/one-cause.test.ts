import { describe, expect, it } from 'vitest';
import { cellId, REQUESTS_IN_FORCE } from '../../../server/src/forms/index.ts';
import { alarms, check, only } from '../../support/check.ts';
import { draft } from '../../support/draft.ts';
import { LAYOUTS } from '../../support/layouts.ts';

/** One slip of one hand is one finding, however many rows it touches. */
const [block] = REQUESTS_IN_FORCE.blocks;
const rows = block?.rows.map(({ key }) => key) ?? [];
const columns = block?.columns.map(({ key }) => key) ?? [];
const at = (row: string, column: string) => cellId('requests', row, column);
const right = draft({ seed: 41 });
const said = (row: string, column: string | undefined): string =>
  column === undefined ? '' : (right.printed.get(at(row, column)) ?? '');

const moved = (row: string, by: 1 | -1) =>
  Object.fromEntries(columns.map((column, index) => [at(row, column), said(row, columns[index - by])]));

const FAULTS = {
  'a column lost': { faults: { dropCells: rows.map((row) => at(row, 'natural')) } },
  'a row moved one column to the right': { cells: moved('new', 1) },
  'a row moved one column to the left': { cells: moved('new', -1) },
  'the totals moved one column to the right': { cells: moved('resultTotal', 1) },
  'a label lost': { faults: { labels: { 'denied.inquiry': '' } } },
  'totals left blank': { cells: Object.fromEntries(rows.map((row) => [at(row, 'total'), ''])) },
};

const NAMES = ['pipe-rows', 'pipe-cells', 'tab-rows', 'cell-lines', 'markdown'];

describe.each(LAYOUTS.filter(({ name }) => NAMES.includes(name)))('$name', (layout) => {
  it.each(Object.entries(FAULTS))('%s', (_, fault) => {
    const problem = only(alarms(check(draft({ seed: 41, layout, ...fault }))));
    expect(['table/cell-count', 'table/empty-cell']).toContain(problem.rule);
  });
});
