import { type Features, featuresOf } from './features.ts';
import type { Subject, Unbound } from './frame.ts';
import type { Quantity } from './quantities.ts';
import type { Read } from './read.ts';
import type { Token } from './scan.ts';
import type { Step } from './steps.ts';
import { CASES, ownTopic, type Topic, thingsOf } from './subjects.ts';

const isAll = ({ kind }: Token): boolean => kind === 'all';

/** 12 件申请｜均在期限内答复 */
export function untilAll(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(isAll);
  return at < 0 ? tokens : tokens.slice(0, at);
}

export const fromAll = (tokens: readonly Token[]): readonly Token[] =>
  tokens.slice(Math.max(0, tokens.findIndex(isAll)));

const NOUN = new Set(['plain', 'info', 'apply', 'thing']);

/** What is counted, where it stands right behind its number: 收到 50 件｜政府信息公开申请. */
export function nounBehind(text: string, tokens: readonly Token[]): Features | undefined {
  const end = tokens.findIndex(({ kind }) => !NOUN.has(kind));
  const noun = end < 0 ? tokens : tokens.slice(0, end);
  return noun.some(({ kind }) => kind !== 'plain') ? featuresOf(text, noun) : undefined;
}

/** The words before a number with the noun behind it. */
export function joined(before: Features, noun: Features | undefined): Features {
  if (!noun) return before;
  const both = (a: readonly string[], b: readonly string[]): readonly string[] =>
    b.length === 0 ? a : a.length === 0 ? b : [...new Set([...a, ...b])];
  return {
    ...before,
    things: both(before.things, noun.things),
    apply: before.apply || noun.apply,
    info: before.info || noun.info,
    events: both(before.events, noun.events),
    carriedFrom: before.carriedFrom ?? noun.carriedFrom,
    carriedTo: before.carriedTo ?? noun.carriedTo,
    results: both(before.results, noun.results),
    applicants: both(before.applicants, noun.applicants),
    outcomes: both(before.outcomes, noun.outcomes),
    roads: both(before.roads, noun.roads),
    channels: before.channels + noun.channels,
    whose: before.whose ?? noun.whose,
    time: noun.carriedTo !== undefined ? before.time : (before.time ?? noun.time),
    some: both(before.some, noun.some),
    others: before.others || noun.others,
    foreign: both(before.foreign, noun.foreign),
    isWith: before.isWith || noun.isWith,
    except: before.except || noun.except,
    of: before.of || noun.of,
    unknown: both(before.unknown, noun.unknown),
    words: [...before.words, ...noun.words],
  };
}

/** 自然人 41 件，其他 9 件: whose others they are the list tells. */
export function asOther(features: Features, kind: string): Features {
  if (!features.others || ownTopic(features).topic !== undefined || ownTopic(features).fits.length > 0) return features;
  if (kind === 'applicant') return { ...features, applicants: ['otherOrg'] };
  return kind === 'outcome' ? { ...features, outcomes: ['otherResult'] } : features;
}

/** 行政复议方面，共 7 件: a clause that names what the number behind it counts. */
export const isTheme = (features: Features): boolean =>
  /cases|requests|documents|decisions/.test(ownTopic(features).topic ?? '') &&
  features.unknown.length + features.some.length + features.none + features.events.length === 0 &&
  !features.all &&
  !features.isShare &&
  !features.isCompared;

/** Parts of one kind make up a total; parts of another begin a new list. */
export function kindOf(features: Features): string {
  const { whose, applicants, channels, results, outcomes, roads, events } = features;
  if (applicants.length > 0) return 'applicant';
  if (channels > 0) return 'channel';
  if (results.length > 0) return 'result';
  if (outcomes.length > 0) return 'outcome';
  if (roads.length > 0) return 'road';
  if (whose && whose.kind !== 'own' && whose.kind !== 'wide') return 'part';
  if (events.some((event) => event.startsWith('carried'))) return 'carried';
  return events.length > 0 ? 'event' : 'other';
}

/** 新收 42 件，上年结转 3 件，其中…: of both together. */
export function withCarried(last: Read | undefined, governor: Read | undefined): Read | undefined {
  if (last?.subject?.of !== 'requests' || governor?.subject?.of !== 'requests' || last === governor) return undefined;
  const isCarried = last.subject.results.length === 0 && last.subject.events.includes('carriedIn');
  return isCarried ? { ...governor, value: undefined } : undefined;
}

/** All of the body's in the year: of these 均 can be said. */
export function isWhole(subject: Subject | undefined): boolean {
  if (subject?.of === 'cases') return subject.outcomes.length === 0 && subject.perhapsOf.length === 0;
  if (subject?.of !== 'requests') return false;
  const { results, applicants, events } = subject;
  return results.length === 0 && applicants.length === 0 && !events.some((event) => /^carried|unfinished/.test(event));
}

/** Which time limits make 按时 a part of all: 延期答复 4 件，按期答复 47 件. */
const LIMITS = /工作日|^[天日]$|小时/;

export interface Given {
  readonly step: Step;
  readonly features: Features;
  /** The words behind the number. */
  readonly behind: Features;
  /** The two characters behind these. */
  readonly follows: string;
  readonly parent: Read | undefined;
  readonly topic: Topic;
  /** The number right before, where 、 joins the two. */
  readonly beside: Read | undefined;
  /** What the paragraph is about. */
  readonly paragraph: Topic;
}

const EACH = /的(?:单位|部门|机关|乡镇|街道|科室)/;

/** Why no cell can answer a number with these words. */
export function unboundBy(given: Given): Unbound | undefined {
  const { step, features, behind, topic } = given;
  if (topic === undefined || topic === 'foreign') return 'topic-unknown';
  if (features.unknown.length > 0) return 'words-unknown';
  // As many names as numbers were told apart before: these are not.
  if (features.isShare || features.respectively) return 'difference';
  const isTimely = !step.isLate && !LIMITS.test(step.after);
  const some = [...features.some, ...behind.some].filter((each) => each !== 'timely' || !isTimely);
  if (some.length > 0 || LIMITS.test(step.after) || features.except) return 'some-of-them';
  // 超过 10 件申请的单位: it tells of each of them.
  if (EACH.test(behind.words.join(''))) return 'some-of-them';
  return byTopic[topic](given);
}

const WHY = /^(?:因|由于|因为)$/;
const DONE = /concluded|answered/;

/**
 * Whether the words name only some requests: by a channel, the rest of them, those that ended without an answer for a
 * reason.
 */
function isSomeOf({ step, features, behind, follows }: Given): boolean {
  const { channels, results, events, rest } = features;
  if (step.quantity?.unit === '个' || channels > 0) return true;
  // 共有 12 件申请因我局未制作…: what came of them stands in another clause.
  const isReasoned = behind.words.some((word) => WHY.test(word)) || (behind.apply && /^因|^由于/.test(follows));
  if (results.length === 0 && (behind.none > 0 || isReasoned)) return true;
  return rest && (results.length > 0 || events.some((event) => DONE.test(event)));
}

/** @param whole what happened to those of which these are a part. */
function isPartOf(whole: readonly string[], { events, results }: Given['features']): boolean {
  // 办结 51 件，其中当年新收 47 件: without those carried over.
  if (events.includes('new') && whole.some((event) => DONE.test(event))) return true;
  const isCarried = whole.some((event) => /^carried|unfinished/.test(event));
  return isCarried && (results.length > 0 || events.some((event) => DONE.test(event)));
}

const byTopic: Readonly<Record<Subject['of'], (given: Given) => Unbound | undefined>> = {
  requests: (given) => {
    const { features, parent, topic, paragraph } = given;
    const { apply, info, things } = features;
    if (isSomeOf(given)) return 'some-of-them';
    const of = parent?.subject?.of === 'requests' ? parent.subject : undefined;
    if (of?.results.length === 0 && isPartOf(of.events, features)) return 'some-of-them';
    const isKnown = info || things.length > 0 || parent?.topic === topic || paragraph === topic;
    return apply && !isKnown ? 'topic-unknown' : undefined;
  },
  cases: ({ features, parent, beside, paragraph }) => {
    const others = features.things.filter((thing) => !CASES.has(thing) && thing !== 'request');
    if (others.length > 0 || features.events.includes('concluded')) return 'other-cases';
    if (features.events.some((event) => event.startsWith('carried'))) return 'some-of-them';
    if (features.info) return undefined;
    const before = [parent, beside].filter((read) => read?.topic === 'cases');
    if (before.length > 0) return before.some((read) => !read?.unbound) ? undefined : 'other-cases';
    // What the report tells of cases is about information, unless the words say more than that there were some.
    const isOfBody = features.words.some((word) => word.includes('复议机构')) || features.events.length > 0;
    return paragraph !== 'foreign' && !isOfBody && !parent ? undefined : 'other-cases';
  },
  documents: ({ features }) => (features.events.length === 0 ? 'topic-unknown' : undefined),
  decisions: ({ step, features, parent, beside }) => {
    // 公开行政许可决定书 9850 件、行政处罚决定书 9198 件: what was said of the one is said of the other.
    if (step.mark === '、' && features.events.length === 0 && beside?.topic === 'decisions' && beside.unbound) {
      return beside.unbound;
    }
    if (features.events.some((event) => /received|new|published/.test(event))) return 'some-of-them';
    const isDecided = features.events.some((event) => /decided|handled|concluded/.test(event));
    if (isDecided || /决定/.test(features.words.join(''))) return undefined;
    // 行政处罚 88 件、行政强制 5 件: a sentence of names alone.
    if (step.mark === '。' && features.events.length === 0 && /[件宗起]/.test(step.quantity?.unit ?? ''))
      return undefined;
    return [parent, beside].some((read) => read?.topic === 'decisions' && !read.unbound) ? undefined : 'topic-unknown';
  },
  money: ({ features }) => (features.events.includes('items') ? 'topic-unknown' : undefined),
  procurement: () => undefined,
};

/** 没有行政复议、行政诉讼 are two claims. */
export function eachOf(said: Features): (readonly [topic: Topic, features: Features])[] {
  const cases = thingsOf(CASES, said).flatMap((thing) => (thing === 'cases' ? ['review', 'litigation'] : [thing]));
  const others = said.things.filter((thing) => !CASES.has(thing) && thing !== 'request');
  if (cases.length > 0) {
    return [...new Set(cases)].map((thing) => ['cases', { ...said, things: [thing, ...others] }] as const);
  }
  return said.things.length > 1
    ? said.things.map((thing) => [undefined, { ...said, things: [thing] }] as const)
    : [[undefined, said]];
}

const CAUSE = /^[因由对就]$|关于|有关|引起|引发|导致/;

/** Why words that say there was none say nothing of the cells. */
export function unboundNone(topic: Topic, features: Features, paragraph: Topic): Unbound | undefined {
  if (topic === 'cases') return isOtherCase(features) ? 'other-cases' : undefined;
  if (topic === 'requests') return unboundRequests(features, paragraph);
  if (topic === 'documents') return features.events.length === 0 ? 'topic-unknown' : undefined;
  if (topic === 'money') return features.events.includes('items') ? 'topic-unknown' : undefined;
  return undefined;
}

/** Cases about something else than disclosure, or only those that ended in one way. */
function isOtherCase({ things, outcomes, info, words }: Features): boolean {
  if (outcomes.length > 0 || things.some((thing) => !CASES.has(thing))) return true;
  return !info && words.some((word) => CAUSE.test(word));
}

/** Requests at one stage are only some of them; 申请 alone may be any body's application. */
function unboundRequests(features: Features, paragraph: Topic): Unbound | undefined {
  const { info, things, apply, events, results } = features;
  if (events.some((event) => /concluded|answered|unfinished/.test(event))) return 'some-of-them';
  const isBare = apply && !info && things.length + results.length === 0;
  return isBare && paragraph !== 'requests' ? 'topic-unknown' : undefined;
}

/** 12345热线, 12315投诉: a number with a noun right behind it and no measure word is a name. */
export const isName = (text: string, { unit, behind }: Quantity): boolean =>
  unit === '' && /^[\u4e00-\u9fff](?<![和与及或的并，])/.test(text.slice(behind, behind + 1));

/** 仲裁申请 55 件，受理 51 件: a bare event goes on with what was counted before, whatever that is. */
export const goesOn = (governor: Read | undefined, { things, apply, info, results, applicants }: Features): boolean =>
  governor?.topic === 'foreign' && !apply && !info && things.length + results.length + applicants.length === 0;

const DOCUMENTS = /^(?:normative|regulations)$/;

/** 科研机构没有提出申请: none of these applicants'; 市政府规章无废止: none of these documents. */
export function ofSubject(said: Features, { applicants, things }: Features): Features {
  if (applicants.length > 0 && said.applicants.length === 0 && (said.apply || said.things.includes('request')))
    return { ...said, applicants };
  const isDocument =
    said.things.length === 0 && !said.apply && said.events.some((event) => /made|repealed/.test(event));
  return isDocument && things.some((thing) => DOCUMENTS.test(thing)) ? { ...said, things } : said;
}
