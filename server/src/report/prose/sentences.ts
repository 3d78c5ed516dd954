import { type Sentence, sentencesOf } from '../../text/sentences.ts';
import type { ProseContent } from './prose-content.ts';

const find = ({ text }: ProseContent): readonly Sentence[] => sentencesOf(text);

/** The sentences of a paragraph, found once for all who read it sentence by sentence. */
export const sentencesIn = (content: ProseContent): readonly Sentence[] => content.note(find);
