import type { CellId } from '../forms/index.ts';
import { CueIndex } from '../text/cues.ts';
import { matchesIn } from '../text/matches.ts';
import { readNumeral } from '../text/numerals.ts';
import type { Sentence } from '../text/sentences.ts';
import { CLAIM_PATTERNS, type ClaimPattern, OUTCOME_PATTERNS, type OutcomePattern } from './claim-patterns.ts';
import { isMasked } from './masks.ts';
import type { ProseContent } from './prose-content.ts';
import { sentencesIn } from './sentences.ts';

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
  /** The year named last before the claim, in its sentence. */
  readonly year: number | undefined;
}

/** Not this report's tables: last year, part of the year, a plan, one channel of several, somebody else's figures. */
const OTHER_SUBJECT =
  /同比|环比|较上|较去|较20|比上年|比去年|去年|上年同期|上(?:一)?年(?!度?的?(?:结转|转结|转入|遗留))|往年|上半年|下半年|季度|[0-9０-９]\s?月份?(?!\s?[0-9０-９]{1,2}\s?日)|计划|力争|拟|预计|代表|累计受理以来|历年|以来累计/;
const ONE_CHANNEL = /通过|网站|网络|网上|当面|信函|邮寄|邮件|邮箱|传真|微信|窗口|线上|线下|平台|现场|来信|口头|书面/;
const OTHER_KIND = /建议|提案|信访件|留言|咨询|热线|来电|政策文件|党内|培训|案卷|答记者|会议|督办/;
const WIDER = /全[省市州盟区县旗镇乡]|各[县市区乡镇街]|各部门|各单位|下属|所属/;
const NARROWER = /本级|本机关|机关本身|办公室本身|政府办(?:公室)?(?:受理|收到)/;
const TOPIC = { requests: '申请', review: '公开', any: '' } as const;

/** What every pattern needs: a number with its measure word, of which there are fewer. */
const COUNTED = /[件条宗份次个例起部](?<=[0-9０-９零〇一二两三四五六七八九十百千万]\s?[件条宗份次个例起部])/;
const YEAR = /20\d\d(?=\s?年)/g;

interface Place {
  readonly content: ProseContent;
  readonly sentence: Sentence;
  readonly text: string;
  /** The sentence and the one before it: 共收到申请 3 件。其中予以公开 2 件。 */
  readonly context: string;
}

let index: CueIndex | undefined;

/** Tells which patterns a sentence can match, those of outcomes after the others. */
const theIndex = (): CueIndex => {
  index ??= new CueIndex([...CLAIM_PATTERNS, ...OUTCOME_PATTERNS].map(({ cues }) => cues));
  return index;
};

const NONE: readonly Candidate[] = [];

/** In the order of the patterns, sentence by sentence. */
export const candidatesIn = (content: ProseContent): readonly Candidate[] => content.note(find);

function find(content: ProseContent): readonly Candidate[] {
  const { text } = content;
  if (!COUNTED.test(text)) return NONE;
  const candidates: Candidate[] = [];
  let before: Sentence | undefined;
  for (const sentence of sentencesIn(content)) {
    const { start, end } = sentence;
    const place = {
      content,
      sentence,
      text: text.slice(start, end),
      context: text.slice(before?.start ?? start, end),
    };
    if (COUNTED.test(place.text)) candidates.push(...inSentence(place));
    before = sentence;
  }
  return candidates.length > 0 ? candidates : NONE;
}

function inSentence(place: Place): Candidate[] {
  const candidates: Candidate[] = [];
  const possible = theIndex().possible(place.text);
  for (const number of possible.sort((a, b) => a - b)) {
    const pattern = CLAIM_PATTERNS[number];
    const outcome = OUTCOME_PATTERNS[number - CLAIM_PATTERNS.length];
    if (pattern && place.context.includes(TOPIC[pattern.topic])) {
      for (const match of matchesIn(place.text, pattern.pattern)) {
        const candidate = toCandidate(place, match, pattern);
        if (candidate) candidates.push(candidate);
      }
    } else if (outcome) candidates.push(...outcomesIn(place, outcome));
  }
  return candidates;
}

function toCandidate(
  place: Place,
  match: RegExpExecArray,
  { about, readings, label }: Pick<ClaimPattern, 'about' | 'readings' | 'label'>,
): Candidate | undefined {
  const { text, content, sentence } = place;
  const digits = match.groups?.n ?? '';
  const value = readNumeral(digits);
  if (value === undefined) return undefined;
  const at = match.index + match[0].lastIndexOf(digits);
  const clause = clauseBefore(text, match.index, at);
  if (OTHER_SUBJECT.test(clause) || OTHER_KIND.test(clause) || ONE_CHANNEL.test(clause)) return undefined;
  const start = sentence.start + at;
  const end = start + digits.length;
  if (isMasked(content.masks, start, end)) return undefined;
  return {
    about,
    start,
    end,
    value,
    readings,
    exact: label !== undefined && match[0].includes(label) && /本年|20\d\d\s?年/.test(text),
    narrower: NARROWER.test(text),
    wider: WIDER.test(text),
    year: yearBefore(place, match.index),
  };
}

/** From the clause's beginning to the number: what is said of another number does not count. */
function clauseBefore(text: string, from: number, to: number): string {
  const mark = Math.max(...['，', ',', '：', ':', '、'].map((char) => text.lastIndexOf(char, from - 1)));
  return text.slice(mark + 1, to);
}

function yearBefore({ text, content, sentence }: Place, before: number): number | undefined {
  let year: number | undefined;
  for (const match of matchesIn(text.slice(0, before), YEAR)) {
    const at = sentence.start + match.index;
    if (!isMasked(content.masks, at, at + 4)) year = Number(match[0]);
  }
  return year;
}

/** 行政复议 3 件，其中结果维持 2 件: bound to the case that was named last. */
function outcomesIn(place: Place, outcome: OutcomePattern): Candidate[] {
  const { text, context } = place;
  if (!/复议|诉讼/.test(text) || !context.includes('公开')) return [];
  const candidates: Candidate[] = [];
  for (const match of matchesIn(text, outcome.pattern)) {
    const before = text.slice(0, match.index);
    const kind = before.lastIndexOf('诉讼') > before.lastIndexOf('复议') ? 'litigation' : 'review';
    const both = /复议[、和及]?(?:提起)?(?:行政)?诉讼[^，,]{0,12}$/.test(before.replace(/[，,].*$/, ''));
    if (both || !/复议|诉讼/.test(before)) continue;
    const name = match[0].replace(/[的\s\d０-９].*$/, '');
    const candidate = toCandidate(place, match, {
      about: `${kind === 'review' ? '行政复议' : '行政诉讼'}“${name}”`,
      readings: outcome[kind],
    });
    if (candidate) candidates.push(candidate);
  }
  return candidates;
}
