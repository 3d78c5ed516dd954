import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../server/src/check/lint.ts';
import { alarms, check, lineAt } from '../../support/check.ts';
import { type Draft, draft } from '../../support/draft.ts';
import { LAYOUTS } from '../../support/layouts.ts';
import { TABLE_FAULTS, type TableFault } from '../../support/table-faults.ts';

// Single slips in the tables of a right report: each is told at its place, as a warning or an error, and nothing that
// follows from it is told beside it.

const NAMES = ['pipe-rows', 'pipe-cells', 'tab-rows', 'cell-lines', 'markdown'];

/** A blank has no characters of its own: with a pipe a line it stands between lines. */
const NEAR = 2;

function isAt({ text, cellAt }: Draft, { span }: Problem, place: TableFault['at']): boolean {
  if (place === undefined) return true;
  const [from, to] = [lineAt(text, span.start) - NEAR, lineAt(text, span.end) + NEAR];
  const within = (offset: number): boolean => lineAt(text, offset) >= from && lineAt(text, offset) <= to;
  if (typeof place === 'string') return within(cellAt(place).start);
  return [...text.matchAll(new RegExp(place.words, 'g'))].some(({ index }) => within(index));
}

describe.each(LAYOUTS.filter(({ name }) => NAMES.includes(name)))('$name', (layout) => {
  const base = { seed: 41, size: 'large' as const, layout };
  const right = draft(base);

  it('the right report raises no alarm', () => {
    expect(alarms(check(right))).toEqual([]);
  });

  it.each(Object.entries(TABLE_FAULTS))('%s', (_, { rules, plant, at, most = 1 }) => {
    const faulty = draft({ ...base, ...plant(right) });
    const told = alarms(check(faulty));
    const said = told.map(({ rule, message }) => `${rule} ${message}`).join('\n');
    expect(told.filter((each) => rules.includes(each.rule) && isAt(faulty, each, at)).length, said).toBeGreaterThan(0);
    expect(told.length, said).toBeLessThanOrEqual(most);
  });
});

it('there are more than forty of them', () => {
  expect(Object.keys(TABLE_FAULTS).length).toBeGreaterThan(40);
});
