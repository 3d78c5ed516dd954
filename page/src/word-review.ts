import { fixEdits, lint } from '../../server/src/index.ts';
import { type Reviewed, remarkOn, reviewWord, type WordDraft } from '../../server/src/word/bundle.ts';
import type { DraftFacts } from './check.ts';

/** The document as it was opened, each finding a comment in it, each safe fix a tracked change. */
export function reviewed(word: WordDraft, { locale, fileName }: DraftFacts): Reviewed {
  const options = { locale, ...(fileName !== undefined && { fileName }) };
  return reviewWord(word, {
    remarks: lint(word.text, options).problems.map((problem) => remarkOn(problem, locale, 'track')),
    edits: fixEdits(word.text, options),
    changes: 'track',
    date: `${new Date().toISOString().slice(0, 19)}Z`,
  });
}
