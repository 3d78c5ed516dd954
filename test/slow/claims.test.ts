import { expect, it } from 'vitest';
import { tally } from '../facts/claims/generated.ts';

it('reports no true sentence of ten thousand, every false number that it checks, and prints what it did not check', () => {
  const { alarms, missed, found, falseOnes, unchecked, numbers, sentences } = tally(100_000, 12_000);
  const reasons = [...unchecked].map(([reason, count]) => `${reason} ${((count / numbers) * 100).toFixed(1)} %`);
  process.stdout.write(
    `${sentences} sentences, ${found} of ${falseOnes} false ones told; not checked: ${reasons.join(', ')}\n`,
  );
  expect(alarms.slice(0, 5)).toEqual([]);
  expect(missed.slice(0, 5)).toEqual([]);
});
