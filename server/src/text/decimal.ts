/**
 * Exact decimals. A float sum of 万元 broke valid accounts in other tools (0.1 + 0.2), so a number is kept as an integer
 * and the count of its decimal places: 96171.6 is { units: 961716, scale: 1 }.
 */
export interface Decimal {
  readonly units: number;
  readonly scale: number;
}

const LONGEST = 15; // digits that a double holds exactly

/** Whether there are only half-width digits from `start` to `end`. */
export function isWholeNumber(text: string, start = 0, end = text.length): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x30 || code > 0x39) return false;
  }
  return end > start;
}

/** Reads 3119, +123, -8, 96171.6, 1,234. Full-width digits must be folded before. */
export function parseDecimal(text: string): Decimal | undefined {
  if (isWholeNumber(text)) return text.length > LONGEST ? undefined : whole(Number(text));
  const match = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) return undefined;
  const digits = (match[2] ?? '').replaceAll(',', '');
  const fraction = match[3] ?? '';
  if (digits.length + fraction.length > LONGEST) return undefined;
  const units = Number(digits + fraction);
  return { units: match[1] === '-' ? -units : units, scale: fraction.length };
}

export const isWhole = (value: Decimal): boolean => value.units % 10 ** value.scale === 0;

const atScale = (value: Decimal, scale: number): number => value.units * 10 ** (scale - value.scale);

export function addDecimals(values: readonly Decimal[]): Decimal {
  const scale = values.reduce((most, value) => Math.max(most, value.scale), 0);
  return { units: values.reduce((sum, value) => sum + atScale(value, scale), 0), scale };
}

/** Negative, zero or positive, like a sort comparator. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale);
  return atScale(a, scale) - atScale(b, scale);
}

export function formatDecimal({ units, scale }: Decimal): string {
  if (scale === 0) return String(units);
  const digits = String(Math.abs(units)).padStart(scale + 1, '0');
  const text = `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return units < 0 ? `-${text}` : text;
}

export const whole = (units: number): Decimal => ({ units, scale: 0 });
