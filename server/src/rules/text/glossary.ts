import { lazily } from '../../text/lazily.ts';
import { MODIFIERS } from './glossary/modifiers.ts';
import { DIGITAL_NOUNS } from './glossary/nouns-digital.ts';
import { WORK_NOUNS } from './glossary/nouns-work.ts';
import { NOUN_PHRASES } from './glossary/phrases.ts';
import { VERBS } from './glossary/verbs.ts';

/**
 * Words of office English that turn up in drafts, and the Chinese that an official document would use. A word with two
 * translations that differ by context (form, application, program) is left out: no proposal is better than a wrong one.
 */

/** Lower-case dictionary form → Chinese. */
export type Glossary = ReadonlyMap<string, string>;

/** Drafts write one-stop, one stop and One‑Stop alike. */
const spoken = (word: string): string =>
  word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u2010-\u2015-]+/g, ' ')
    .replace(/’/g, "'")
    .trim();

const bySpoken = (...lists: readonly Readonly<Record<string, string>>[]): Glossary =>
  new Map(lists.flatMap((list) => Object.entries(list).map(([word, chinese]) => [spoken(word), chinese] as const)));

/** Made for the first foreign word that is met: most drafts have none. */
const glossary = lazily(() => {
  const nouns = bySpoken(WORK_NOUNS, DIGITAL_NOUNS, NOUN_PHRASES);
  const actions = bySpoken(VERBS);
  return { nouns, actions, all: new Map([...nouns, ...actions, ...bySpoken(MODIFIERS)]) };
});

const DOUBLED = /([bdfgklmnprt])\1$/;

/** What a word ending in -s may be the plural, or the third person, of. */
function* withoutS(word: string): Generator<string> {
  if (!word.endsWith('s') || word.endsWith('ss')) return;
  yield word.slice(0, -1);
  if (word.endsWith('es')) yield word.slice(0, -2);
  if (word.endsWith('ies')) yield `${word.slice(0, -3)}y`;
}

/** What a word ending in -ed or -ing may be a form of: submitted, sharing, simplified. */
function* withoutEnding(word: string): Generator<string> {
  const stem = /^(.{2,})(?:ed|ing)$/.exec(word)?.[1];
  if (stem === undefined) return;
  yield stem;
  yield `${stem}e`;
  if (DOUBLED.test(stem)) yield stem.slice(0, -1);
  if (word.endsWith('ied')) yield `${word.slice(0, -3)}y`;
}

/** British spellings are looked up as American ones: optimise, organisation, analyse. */
const american = (word: string): string =>
  word.replace(/is(e|es|ed|ing|ation|ations)$/, 'iz$1').replace(/ys(e|es|ed|ing)$/, 'yz$1');

function find(word: string): string | undefined {
  const { nouns, actions, all } = glossary();
  const exact = all.get(word);
  if (exact !== undefined) return exact;
  for (const base of withoutS(word)) {
    const chinese = nouns.get(base) ?? actions.get(base);
    if (chinese !== undefined) return chinese;
  }
  for (const base of withoutEnding(word)) {
    const chinese = actions.get(base);
    if (chinese !== undefined) return chinese;
  }
  return undefined;
}

/**
 * The Chinese for a word or phrase in any case, with hyphens or blanks, in the plural or with -s, -ed, -ing.
 * @returns undefined when the glossary has no good proposal.
 */
export function lookUp(word: string): string | undefined {
  const key = spoken(word);
  return find(key) ?? find(american(key));
}
