const DIGITS = '零一二三四五六七八九';
const UNITS = ['', '十', '百', '千'];

/** A counter as lists number with it: 十, 十一, 二十, 一百零一. Above 9999, and below 1, in Arabic digits. */
export function chineseNumeral(count: number): string {
  if (!Number.isInteger(count) || count < 1 || count > 9999) return String(count);
  const digits = [...String(count)].map(Number);
  let text = '';
  for (const [index, digit] of digits.entries()) {
    const unit = UNITS[digits.length - 1 - index] ?? '';
    if (digit > 0) text += `${DIGITS[digit] ?? ''}${unit}`;
    else if (digits.slice(index).some((rest) => rest > 0) && !text.endsWith('零')) text += '零';
  }
  return text.replace(/^一十/, '十');
}
