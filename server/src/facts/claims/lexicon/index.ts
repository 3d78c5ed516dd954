import { CASE_WORDS } from './cases.ts';
import { DISCLOSURE_WORDS } from './disclosure.ts';
import { PLAIN_WORDS } from './plain.ts';
import { REQUEST_WORDS } from './requests.ts';
import { SCOPE_WORDS } from './scope.ts';
import { type Word, wordsOf } from './word.ts';

/** All words that claims are read with. A form that stands in two lists has the meaning of the first. */
export const LEXICON: readonly Word[] = wordsOf([
  ...REQUEST_WORDS,
  ...CASE_WORDS,
  ...DISCLOSURE_WORDS,
  ...SCOPE_WORDS,
  ...PLAIN_WORDS,
]);

export type { Examples, Word, WordKind } from './word.ts';
