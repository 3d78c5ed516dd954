import { MODIFIERS } from './glossary/modifiers.ts';
import { DIGITAL_NOUNS } from './glossary/nouns-digital.ts';
import { WORK_NOUNS } from './glossary/nouns-work.ts';
import { NOUN_PHRASES } from './glossary/phrases.ts';
import { VERBS } from './glossary/verbs.ts';

/**
 * Words of office English that turn up in drafts, and the Chinese that an official document would use. A word with two
 * translations that differ by context (form, application, program) is left out: no proposal is better than a wrong one.
 */

const NOUNS: ReadonlyMap<string, string> = new Map(
  Object.entries({ ...WORK_NOUNS, ...DIGITAL_NOUNS, ...NOUN_PHRASES }),
);
const ACTIONS: ReadonlyMap<string, string> = new Map(Object.entries(VERBS));
const FIXED: ReadonlyMap<string, string> = new Map(Object.entries(MODIFIERS));

/** Lower-case dictionary form → Chinese. */
export const GLOSSARY: ReadonlyMap<string, string> = new Map([...NOUNS, ...ACTIONS, ...FIXED]);

/** Drafts write one-stop, one stop and One‑Stop alike. */
const spoken = (word: string): string =>
  word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u2010-\u2015-]+/g, ' ')
    .replace(/’/g, "'")
    .trim();

const bySpoken = (entries: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map([...entries].map(([word, chinese]) => [spoken(word), chinese]));

const nouns = bySpoken(NOUNS);
const actions = bySpoken(ACTIONS);
const all = bySpoken(GLOSSARY);

/** The longest entry, in words: a caller that looks for phrases need not try longer ones. */
export const LONGEST_ENTRY = Math.max(...[...all.keys()].map((entry) => entry.split(' ').length));

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
