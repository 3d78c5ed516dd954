/**
 * Memoises a function of an object for the object's lifetime. The object must be read-only, and the answer must follow
 * from it alone.
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
