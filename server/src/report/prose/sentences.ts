import { type Sentence, sentencesOf } from '../../text/sentences.ts';
import { paragraphFact } from '../fact.ts';

/** The sentences of a paragraph, computed once for all rules that read sentence by sentence. */
export const sentencesIn = paragraphFact(({ text }): readonly Sentence[] => sentencesOf(text));
