/** Numbers as prose writes them: 3119, 1,234, full-width digits, 十二, 两千零五, 三万二千. */

const DIGITS = '零一二三四五六七八九';
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** Pattern source for such a number. Bounded, without backtracking. */
export const NUMBER_SOURCE =
  '(?:[0-9０-９]{1,3}(?:[,，][0-9０-９]{3}){1,3}|[0-9０-９]{1,9}|[零〇一二两三四五六七八九十百千万]{1,9})';

/** @returns undefined where the text is no number: 二〇二四 is the digits of a year, not two thousand and twenty-four. */
export function readNumeral(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/[,\s]/g, '');
  if (/^\d{1,15}$/.test(plain)) return Number(plain);
  return readChinese(plain.replaceAll('〇', '零').replaceAll('两', '二'));
}

function readChinese(text: string): number | undefined {
  const [high = '', low, ...more] = text.split('万');
  if (more.length > 0 || text === '') return undefined;
  if (low === undefined) return readBelowTenThousand(high);
  const upper = readBelowTenThousand(high);
  const lower = low === '' ? 0 : readBelowTenThousand(low);
  return upper === undefined || lower === undefined ? undefined : upper * 10_000 + lower;
}

function readBelowTenThousand(text: string): number | undefined {
  let sum = 0;
  let digit: number | undefined;
  let smallest = 10_000;
  for (const char of text) {
    const unit = UNITS[char];
    if (unit === undefined) {
      const value = DIGITS.indexOf(char);
      // Two digits in a row (一九) are no number in this notation.
      if (value < 0 || (digit !== undefined && digit !== 0)) return undefined;
      digit = value;
      continue;
    }
    if (unit >= smallest || (digit === 0 && unit !== 10)) return undefined;
    sum += (digit ?? (unit === 10 ? 1 : 0)) * unit;
    if (digit === undefined && unit !== 10) return undefined;
    smallest = unit;
    digit = undefined;
  }
  return text === '' ? undefined : sum + (digit ?? 0);
}
