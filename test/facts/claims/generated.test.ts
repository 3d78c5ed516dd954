import { expect, it } from 'vitest';
import { tally } from './generated.ts';

it('reports no true sentence of the grammar, and every false number that it checks', () => {
  const { alarms, missed, found, falseOnes } = tally(1, 2000);
  expect(alarms.slice(0, 5)).toEqual([]);
  expect(missed.slice(0, 5)).toEqual([]);
  expect(found / falseOnes).toBeGreaterThan(0.9);
});
