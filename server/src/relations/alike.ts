/** How many of the numbers stand in both lists. Both are in order, each number once. */
export function countShared(a: readonly number[], b: readonly number[]): number {
  let shared = 0;
  let j = 0;
  for (const value of a) {
    while (j < b.length && (b[j] ?? 0) < value) j++;
    if (b[j] === value) shared++;
  }
  return shared;
}

/** Which part of a section stands in the other one, too: 0 to 1. */
export const shareOf = (own: readonly number[], other: readonly number[]): number =>
  own.length === 0 ? 0 : countShared(own, other) / own.length;

/** Two bodies may well say so little in the same words. In shingles: characters but for four of each sentence. */
const FEWEST = { 1: 60, 5: 24 } as const;

/** Whether a section is long enough to call it copied. */
export const isLong = (shingles: readonly number[], section: 1 | 5): boolean => shingles.length >= FEWEST[section];
