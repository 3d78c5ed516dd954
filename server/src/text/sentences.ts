/** Half-open offsets of a sentence in its paragraph, its end mark included. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
}

/** Cut a paragraph at 。！？； and their half-width twins. A full stop between digits is a decimal point. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 0x3002 && code < 0xff01) continue;
    const ends =
      code === 0x3002 ||
      code === 0xff01 ||
      code === 0xff1f ||
      code === 0xff1b ||
      code === 0x3b ||
      code === 0x21 ||
      code === 0x3f;
    if (!ends) continue;
    sentences.push({ start, end: at + 1 });
    start = at + 1;
  }
  if (start < text.length) sentences.push({ start, end: text.length });
  return sentences;
}

export const sentenceAt = (sentences: readonly Sentence[], at: number): Sentence | undefined =>
  sentences.find(({ start, end }) => at >= start && at < end);
