/** A value made on first use: tables that most runs never need cost nothing at start-up. */
export function lazily<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
