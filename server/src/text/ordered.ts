/**
 * How many of `length` ordered items satisfy `holds`, which must be true of a prefix and of nothing behind it. This is
 * also the index of the first item that does not satisfy it. Binary search.
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
