/**
 * Works something out once for each object and remembers the answer as long as the object lives. The object must be
 * read-only, and the answer must follow from it alone.
 */
export function once<K extends object, T>(make: (of: K) => T): (of: K) => T {
  const answers = new WeakMap<K, { readonly answer: T }>();
  return (of) => {
    let known = answers.get(of);
    if (!known) {
      known = { answer: make(of) };
      answers.set(of, known);
    }
    return known.answer;
  };
}
