/**
 * Where a sentence ends: 。！？ end one, ； separates sentences of a series; drafts write each in half width, too. For use
 * in a character class: `[${SENTENCE_END}]`, `[^${SENTENCE_END}]`. A half-width point is left out: it may be a decimal
 * point or belong to an ordinal.
 */
export const SENTENCE_END = '。！？；!?;';

/** The marks that close a statement: behind ； the same statement may go on. */
const FULL_STOP = '。！？!?';

/** Marks inside a sentence. A line or paragraph that ends in one continues. */
export const CLAUSE_END = '，、：,:';

/** Quotation marks and brackets that may close behind the end mark. */
const CLOSING = '"”’』」）)】》';

const ENDS_SENTENCE = new RegExp(`[${SENTENCE_END}…][${CLOSING}]?$`);
const ENDS_CLAUSE = new RegExp(`[${CLAUSE_END}]$`);
const ENDS = new Set(SENTENCE_END);
const STOPS = new Set(FULL_STOP);

export const isSentenceEnd = (character: string): boolean => ENDS.has(character);

export const isFullStop = (character: string): boolean => STOPS.has(character);

/**
 * Whether a line or paragraph ends with a complete sentence. …… ends one as well. The last two characters are enough.
 */
export const endsSentence = (text: string): boolean => ENDS_SENTENCE.test(text.slice(-2));

/** Whether it ends in a mark after which the sentence continues. */
export const endsClause = (text: string): boolean => ENDS_CLAUSE.test(text.slice(-1));

/** Half-open offsets of a sentence in its paragraph, its end mark included. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
}

/** Splits a paragraph behind the marks of SENTENCE_END. */
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
