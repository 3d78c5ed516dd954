/**
 * Of `length` things in order, how many `holds` is true of, when it is true of the first ones and of none after them:
 * so also the index of the first of which it is not.
 */
export function countWhile(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
