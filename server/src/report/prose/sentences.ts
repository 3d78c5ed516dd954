import { type Sentence, sentencesOf } from '../../text/sentences.ts';
import { paragraphFact } from '../fact.ts';

/** The sentences of a paragraph, found once for all who read it sentence by sentence. */
export const sentencesIn = paragraphFact(({ text }): readonly Sentence[] => sentencesOf(text));
