/** Around the difference so much of what is the same is quoted. */
const AROUND = 4;
/** Two texts of this length are read at a glance. */
const SHORT = 16;

const shortened = (text: string, from: number, to: number): string =>
  `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`;

/** Full-width and half-width marks are the same here: where they stand for each other all would differ. */
const isSame = (one = '', other = ''): boolean => one === other || one.normalize('NFKC') === other.normalize('NFKC');

/**
 * Two texts as they are quoted beside each other. Of long ones only the difference is quoted, so that nobody has to
 * compare 36 characters to find one.
 */
export function differing(found: string, expected: string): { readonly found: string; readonly expected: string } {
  if (Math.max(found.length, expected.length) <= SHORT) return { found, expected };
  let head = 0;
  while (head < Math.min(found.length, expected.length) && isSame(found[head], expected[head])) head++;
  let tail = 0;
  const most = Math.min(found.length, expected.length) - head;
  while (tail < most && isSame(found[found.length - 1 - tail], expected[expected.length - 1 - tail])) tail++;
  const from = Math.max(0, head - AROUND);
  const until = (text: string): number => Math.min(text.length, text.length - tail + AROUND);
  return {
    found: shortened(found, from, until(found)),
    expected: shortened(expected, from, until(expected)),
  };
}
