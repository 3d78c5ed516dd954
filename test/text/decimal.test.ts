import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDecimals,
  compareDecimals,
  type Decimal,
  formatDecimal,
  isWhole,
  parseDecimal,
} from '../../server/src/text/decimal.ts';

const parsed = (text: string): Decimal => {
  const value = parseDecimal(text);
  if (!value) throw new Error(`no number: ${text}`);
  return value;
};

describe('exact decimals', () => {
  it.each([
    ['0', '0'],
    ['3119', '3119'],
    ['+123', '123'],
    ['-8', '-8'],
    ['1,234', '1234'],
    ['96171.6', '96171.6'],
    ['0.04', '0.04'],
    ['-0.5', '-0.5'],
  ])('reads %s as %s', (text, expected) => {
    expect(formatDecimal(parsed(text))).toBe(expected);
  });

  it.each(['', '1,23', '1.', '.5', '一', '1 2', '1e3', '99999999999999999999'])('reads no number in %j', (text) => {
    expect(parseDecimal(text)).toBeUndefined();
  });

  it('adds without the errors of binary fractions', () => {
    expect(formatDecimal(addDecimals(['0.1', '0.2'].map(parsed)))).toBe('0.3');
    expect(compareDecimals(addDecimals(['1.10', '2.205'].map(parsed)), parsed('3.305'))).toBe(0);
  });

  it('compares across scales', () => {
    expect(compareDecimals(parsed('1.50'), parsed('1.5'))).toBe(0);
    expect(compareDecimals(parsed('1.49'), parsed('1.5'))).toBeLessThan(0);
    expect(isWhole(parsed('2.00'))).toBe(true);
    expect(isWhole(parsed('2.01'))).toBe(false);
  });

  it('agrees with whole-number arithmetic', () => {
    const cents = fc.integer({ min: -1_000_000, max: 1_000_000 });
    fc.assert(
      fc.property(fc.array(cents, { maxLength: 12 }), (numbers) => {
        const sum = addDecimals(numbers.map((units) => ({ units, scale: 2 })));
        expect(sum.units).toBe(numbers.reduce((total, units) => total + units, 0));
      }),
    );
  });
});
