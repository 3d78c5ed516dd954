// What a rule has looked at, noted by the report.
import { constants } from 'node:buffer';
import { expect, it } from 'vitest';
import { EVERYWHERE } from '../../server/src/report/sight.ts';

it('everywhere reaches behind the longest text, and is a small integer as all positions are', () => {
  expect(EVERYWHERE.end).toBeGreaterThan(constants.MAX_STRING_LENGTH);
  expect(EVERYWHERE.end).toBeLessThan(2 ** 30);
});
