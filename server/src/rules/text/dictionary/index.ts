import { FORMS } from '../../../forms/index.ts';
import { lazily } from '../../../text/lazily.ts';
import { Dictionary } from '../../../text/near-miss/dictionary.ts';
import { Lexicon, type Phrase } from '../../../text/near-miss/lexicon.ts';
import { WordSlips } from '../../../text/near-miss/word-slips.ts';
import { rarePairs } from '../../../text/near-miss/words.ts';
import { FORMS_AND_NOTICES } from './forms.ts';
import type { PhraseGroup } from './group.ts';
import { LAW } from './law.ts';
import { OFFICE } from './office.ts';
import { OPENNESS } from './openness.ts';
import { PLATFORMS } from './platforms.ts';
import { POLITICS } from './politics.ts';
import { WORDS } from './words.ts';

/** In the order in which they are asked for the source of a phrase. */
export const GROUPS: readonly PhraseGroup[] = [
  ...FORMS_AND_NOTICES,
  ...LAW,
  ...POLITICS,
  ...OPENNESS,
  ...PLATFORMS,
  ...OFFICE,
];

const phrasesOf = ({ phrases }: PhraseGroup): string[] => phrases.trim().split(/\s+/);

const SHORTEST_LABEL = 4;

/** 保护第三方合法权益 of 4.保护第三方合法权益: what a row is called, without its number and what stands in brackets. */
function* labelsOf(form: (typeof FORMS)[keyof typeof FORMS]): Iterable<string> {
  for (const table of Object.values(form.tables)) {
    for (const { rows } of table.blocks) {
      for (const { label } of rows) {
        for (const piece of label.match(/[\u4e00-\u9fff]+/g) ?? []) if (piece.length >= SHORTEST_LABEL) yield piece;
      }
    }
  }
}

function* allPhrases(): Iterable<Phrase> {
  for (const form of Object.values(FORMS)) for (const text of labelsOf(form)) yield { text, isFixed: true };
  for (const group of GROUPS) {
    for (const text of phrasesOf(group)) yield { text, isFixed: FORMS_AND_NOTICES.includes(group) };
  }
}

/** All that is compared with a text, made when the first paragraph is read. */
export const reportDictionary = lazily(
  () => new Dictionary(new Lexicon(allPhrases()), new WordSlips(WORDS.trim().split(/\s+/), rarePairs())),
);

/** The law, notice or document whose words a phrase is. */
export const sourceOf = (phrase: string): string | undefined =>
  GROUPS.find((group) => group.source !== undefined && phrasesOf(group).includes(phrase))?.source;
