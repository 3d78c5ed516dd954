/** A value made when it is first asked for: tables that most runs never look into cost nothing at the start. */
export function lazily<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
