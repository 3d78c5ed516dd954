/** Make a failing input as short as it can be by leaving pieces out, as long as it fails in the same way. */
export function minimised(text: string, fails: (text: string) => boolean, tries = 1500): string {
  let shortest = text;
  let left = tries;
  for (let size = Math.ceil(text.length / 2); size >= 1 && left > 0; ) {
    let shortened = false;
    for (let at = 0; at < shortest.length && left > 0; left--) {
      const candidate = shortest.slice(0, at) + shortest.slice(at + size);
      if (fails(candidate)) {
        shortest = candidate;
        shortened = true;
      } else at += size;
    }
    if (size === 1 && !shortened) break;
    size = size === 1 ? 1 : Math.floor(size / 2);
  }
  return shortest;
}
