import type { CellId } from '../../forms/index.ts';
import { paragraphFact } from '../../report/fact.ts';
import { isMasked, masksIn } from '../../report/prose/masks.ts';
import { sentencesIn } from '../../report/prose/sentences.ts';
import type { ProseContent } from '../../report/report.ts';
import { CueIndex } from '../../text/cues.ts';
import { matchesIn } from '../../text/matches.ts';
import { readNumeral } from '../../text/numerals.ts';
import type { Sentence } from '../../text/sentences.ts';
import { CLAIM_PATTERNS, type ClaimPattern, OUTCOME_PATTERNS, type OutcomePattern } from './claim-patterns.ts';
import {
  aroundOf,
  BRACKETED,
  type ClaimPlace,
  isOfSomethingElse,
  LOOK_BACK,
  speaksOfRequests,
  subjectOf,
} from './claim-scope.ts';

/** A number that a paragraph binds to cells. Whether it is this year's and this body's the paragraph cannot know. */
export interface Candidate {
  readonly about: string;
  /** Of the number alone, in offsets of the paragraph. */
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly readings: readonly (readonly CellId[])[];
  readonly exact: boolean;
  readonly narrower: boolean;
  /** The sentence speaks of a whole area or of all its bodies. */
  readonly wider: boolean;
  /** The body that is named as having done it. */
  readonly subject: string | undefined;
  /** The year named last before the claim, in its sentence. */
  readonly year: number | undefined;
}

const WIDER = /全[省市州盟区县旗镇乡]|各[县市区乡镇街]|各部门|各单位|下属|所属/;
const NARROWER = /本级|本机关|机关本身|办公室本身|政府办(?:公室)?(?:受理|收到)/;

/** What every pattern needs: a number with its measure word, of which there are fewer. */
const COUNTED = /[件条宗份次个例起部](?<=[0-9０-９零〇一二两三四五六七八九十百千万]\s?[件条宗份次个例起部])/;
const YEAR = /20\d\d(?=\s?年)/g;

let index: CueIndex | undefined;

/** Tells which patterns a sentence can match, those of outcomes after the others. */
const theIndex = (): CueIndex => {
  index ??= new CueIndex([...CLAIM_PATTERNS, ...OUTCOME_PATTERNS].map(({ cues }) => cues));
  return index;
};

const NONE: readonly Candidate[] = [];

/** In the order of the patterns, sentence by sentence. */
export const candidatesIn = paragraphFact(find);

function find(content: ProseContent): readonly Candidate[] {
  const { text } = content;
  if (!COUNTED.test(text)) return NONE;
  const candidates: Candidate[] = [];
  let before: Sentence | undefined;
  let isAboutRequests = false;
  for (const sentence of sentencesIn(content)) {
    const { start, end } = sentence;
    const said = text.slice(start, end);
    isAboutRequests = speaksOfRequests(said, isAboutRequests);
    const context = text.slice(before?.start ?? start, end);
    if (COUNTED.test(said)) candidates.push(...inSentence({ content, sentence, text: said, context, isAboutRequests }));
    before = sentence;
  }
  return candidates.length > 0 ? candidates : NONE;
}

function inSentence(place: ClaimPlace): Candidate[] {
  const candidates: Candidate[] = [];
  const possible = theIndex().possible(place.text);
  for (const number of possible.sort((a, b) => a - b)) {
    const pattern = CLAIM_PATTERNS[number];
    const outcome = OUTCOME_PATTERNS[number - CLAIM_PATTERNS.length];
    if (pattern && hasTopic[pattern.topic](place)) {
      for (const match of matchesIn(place.text, pattern.pattern)) {
        const candidate = toCandidate(place, match, pattern);
        if (candidate) candidates.push(candidate);
      }
    } else if (outcome) candidates.push(...outcomesIn(place, outcome));
  }
  return candidates;
}

const hasTopic: Readonly<Record<ClaimPattern['topic'], (place: ClaimPlace) => boolean>> = {
  requests: ({ isAboutRequests }) => isAboutRequests,
  review: ({ context }) => context.includes('公开'),
  any: () => true,
};

function toCandidate(
  place: ClaimPlace,
  match: RegExpExecArray,
  { about, kind, readings, label }: Pick<ClaimPattern, 'about' | 'kind' | 'readings' | 'label'>,
): Candidate | undefined {
  const { text, content, sentence } = place;
  const digits = match.groups?.n ?? '';
  const value = readNumeral(digits);
  if (value === undefined) return undefined;
  const at = match.index + match[0].lastIndexOf(digits);
  const around = aroundOf(text, match.index, at, match.index + match[0].length);
  if (isOfSomethingElse(place, kind, around)) return undefined;
  const start = sentence.start + at;
  const end = start + digits.length;
  if (isMasked(masksIn(content), start, end)) return undefined;
  return {
    about,
    start,
    end,
    value,
    readings,
    exact: label !== undefined && match[0].includes(label) && /本年|20\d\d\s?年/.test(text),
    narrower: NARROWER.test(text),
    wider: WIDER.test(text),
    subject: subjectOf(around.lead),
    year: yearBefore(place, match.index),
  };
}

function yearBefore({ text, content, sentence }: ClaimPlace, before: number): number | undefined {
  let year: number | undefined;
  for (const match of matchesIn(text.slice(0, before), YEAR)) {
    const at = sentence.start + match.index;
    if (!isMasked(masksIn(content), at, at + 4)) year = Number(match[0]);
  }
  return year;
}

/** 行政复议 3 件，其中结果维持 2 件: bound to the case that was named last. */
function outcomesIn(place: ClaimPlace, outcome: OutcomePattern): Candidate[] {
  const { text, context } = place;
  if (!/复议|诉讼/.test(text) || !context.includes('公开')) return [];
  const candidates: Candidate[] = [];
  for (const match of matchesIn(text, outcome.pattern)) {
    // 提起诉讼 5 件（未经复议直接起诉 2 件，复议后起诉 3 件），其中维持 3 件: of the lawsuits.
    const before = text.slice(Math.max(0, match.index - LOOK_BACK), match.index).replace(BRACKETED, '');
    if (/(?:未经复议直接|复议后)起诉(?!.*(?:复议|诉讼))/.test(before)) continue;
    const kind = before.lastIndexOf('诉讼') > before.lastIndexOf('复议') ? 'litigation' : 'review';
    const both = /复议[、和及]?(?:提起)?(?:行政)?诉讼[^，,]{0,12}$/.test(before.replace(/[，,].*$/, ''));
    if (both || !/复议|诉讼/.test(before)) continue;
    const name = match[0].replace(/[的\s\d０-９].*$/, '');
    const candidate = toCandidate(place, match, {
      about: `${kind === 'review' ? '行政复议' : '行政诉讼'}“${name}”`,
      kind: 'outcome',
      readings: outcome[kind],
    });
    if (candidate) candidates.push(candidate);
  }
  return candidates;
}
