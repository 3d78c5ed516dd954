/** The two-byte area of GB 2312: level one and two, 6763 characters, all of them right in a simplified text. */
export function simplifiedCharacters(): ReadonlySet<string> {
  const decoder = new TextDecoder('gb2312');
  const found = new Set<string>();
  for (let high = 0xb0; high <= 0xf7; high++) {
    for (let low = 0xa1; low <= 0xfe; low++) {
      const character = decoder.decode(new Uint8Array([high, low]));
      if (/^[\u4e00-\u9fff]$/.test(character)) found.add(character);
    }
  }
  return found;
}
