const LEAST = 192;

/** The array itself, or one with its numbers and more room. */
export function withRoomFor(numbers: Int32Array<ArrayBuffer>, wanted: number): Int32Array<ArrayBuffer> {
  if (wanted <= numbers.length) return numbers;
  const larger = new Int32Array(Math.max(numbers.length * 2, wanted, LEAST));
  larger.set(numbers);
  return larger;
}
