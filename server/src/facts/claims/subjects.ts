import type { Features } from './features.ts';
import type { Subject } from './frame.ts';

export type Topic = Subject['of'] | 'foreign' | undefined;

export const CASES: ReadonlySet<string> = new Set(['review', 'litigation', 'cases']);
const DOCUMENTS = new Set(['normative', 'regulations']);
const DECISIONS = new Set(['licence', 'penalty', 'coercion', 'services']);
const MONEY = new Set(['fees', 'processing']);

/** What happens to applications; `carriedIn` and `unfinished` hold for these alone. */
const REQUEST_EVENTS = new Set([
  'received',
  'new',
  'handled',
  'concluded',
  'answered',
  'carried',
  'carriedIn',
  'carriedOut',
  'unfinished',
]);
const DOCUMENT_EVENTS = new Set(['made', 'published', 'newlyPublished', 'open', 'repealed', 'valid']);

const NO_THINGS: readonly string[] = [];

export const thingsOf = (names: ReadonlySet<string>, { things }: Features): readonly string[] =>
  things.length === 0 ? NO_THINGS : things.filter((thing) => names.has(thing));

/** What the words themselves count; `of` when they go on from something before. */
export interface OwnTopic {
  readonly topic: Topic;
  /** Which topics the words fit that name no thing: 办结 51 件, 予以公开 18 件. */
  readonly fits: readonly Topic[];
}

/** What is counted, as far as the words say it by themselves. */
export function ownTopic(features: Features): OwnTopic {
  const own = (topic: Topic): OwnTopic => ({ topic, fits: [] });
  const { apply, info, things, foreign } = features;
  if (thingsOf(CASES, features).length > 0 || features.roads.length > 0) return own('cases');
  if (features.outcomes.length > 0 && features.results.length === 0) return { topic: undefined, fits: ['cases'] };
  if (thingsOf(DECISIONS, features).length > 0)
    return own(apply || things.includes('request') ? 'foreign' : 'decisions');
  if (thingsOf(MONEY, features).length > 0) return own('money');
  if (things.includes('procurement')) return own('procurement');
  if (thingsOf(DOCUMENTS, features).length > 0) return own('documents');
  if (foreign.length > 0) return own('foreign');
  if (things.includes('request') || (apply && info)) return own('requests');
  return { topic: undefined, fits: fitsOf(features) };
}

function fitsOf({ apply, info, results, applicants, channels, events }: Features): Topic[] {
  const fits: Topic[] = [];
  const isOfRequests = apply || results.length > 0 || applicants.length > 0 || channels > 0;
  if (isOfRequests || events.some((event) => REQUEST_EVENTS.has(event))) fits.push('requests');
  if (!isOfRequests && events.some((event) => DOCUMENT_EVENTS.has(event))) fits.push('documents');
  if (!isOfRequests && events.includes('decided')) fits.push('decisions');
  if (events.includes('spent')) fits.push('procurement');
  if (!isOfRequests && info) fits.push('cases');
  return fits;
}

/** Whether a number with these words is independent and not a part of what was named before. */
export const isIndependent = (features: Features): boolean =>
  ownTopic(features).topic !== undefined
    ? !(features.roads.length > 0 && thingsOf(CASES, features).length === 0) && !isOnlyCarried(features)
    : features.events.some((event) => event === 'received' || event === 'new' || event === 'handled');

const isOnlyCarried = ({ events }: Features): boolean =>
  events.length > 0 && events.every((event) => event.startsWith('carried') || event === 'unfinished');

/** What came before in the sentence that a number may be a part of. */
export interface Before {
  readonly subject: Subject | undefined;
  /** A sibling whose list is not complete. */
  readonly sibling: Subject | undefined;
}

/** @returns undefined where the words count nothing that the topic knows */
export function subjectOf(topic: Topic, features: Features, before: Before): Subject | undefined {
  if (topic === 'requests') return requestSubject(features, before);
  if (topic === 'cases') return caseSubject(features, before);
  if (topic === 'documents') return documentSubject(features, before);
  if (topic === 'decisions') return decisionSubject(features, before);
  if (topic === 'money') return { of: 'money', things: thingsOf(MONEY, features) };
  if (topic === 'procurement') return { of: 'procurement', measure: 'projects' };
  return undefined;
}

/** The rows of one kind of result: the kind itself is no row beside its own reason. */
const withoutGroups = (results: readonly string[]): string[] =>
  results.filter((result) => !results.some((other) => other.startsWith(`${result}.`)));

const withoutReasons = (results: readonly string[]): string[] =>
  results.filter((result) => !results.some((other) => result.startsWith(`${other}.`)));

const arrivalIn = ({ words }: Features): string =>
  words.some((word) => /^(?:提出|提交|递交)$/.test(word)) ? 'new' : 'received';

function requestSubject(features: Features, { subject, sibling }: Before): Subject | undefined {
  if (!countsRequests(features)) return undefined;
  const { applicants } = features;
  // 因属于过程性信息等不予公开 9 件: 等 leaves open whether the reason or the whole kind is meant.
  const isOpen = features.words.some((word) => word.startsWith('等'));
  const results = isOpen ? withoutReasons(features.results) : withoutGroups(features.results);
  const parent = subject?.of === 'requests' ? subject : undefined;
  const beside = sibling?.of === 'requests' ? sibling : undefined;
  return {
    of: 'requests',
    ...eventsAndResults(features, results, parent),
    applicants: applicants.length > 0 ? applicants : (parent?.applicants ?? []),
    perhapsOf: beside && applicants.length === 0 ? beside.applicants : [],
    ofNew: parent?.events.some((event) => event === 'received' || event === 'new') ?? false,
    perhapsFor: isOpen ? withoutGroups(features.results) : [],
    carriedFrom: features.carriedFrom,
    carriedTo: features.carriedTo,
  };
}

const requestEvents = ({ events }: Features): string[] => events.filter((event) => REQUEST_EVENTS.has(event));

function countsRequests(features: Features): boolean {
  const { applicants, channels, apply, things, results } = features;
  const named = requestEvents(features).length + results.length + applicants.length + channels;
  return named > 0 || apply || things.includes('request');
}

type RequestSubject = Extract<Subject, { readonly of: 'requests' }>;

function eventsAndResults(
  features: Features,
  results: readonly string[],
  parent: RequestSubject | undefined,
): Pick<RequestSubject, 'events' | 'results'> {
  const events = requestEvents(features);
  if (results.length > 0) return { events: [], results };
  if (events.length > 0) return { events, results };
  // 自然人 41 件: of what was named before, whatever that was.
  if (parent) return { events: parent.events, results: parent.results };
  // 企业提出申请 7 件, of nothing named before: those that came in.
  return { events: features.applicants.length > 0 ? [arrivalIn(features)] : [], results };
}

function caseSubject(features: Features, { subject, sibling }: Before): Subject {
  const parent = subject?.of === 'cases' ? subject : undefined;
  const beside = sibling?.of === 'cases' ? sibling : undefined;
  const things = thingsOf(CASES, features);
  const { roads, outcomes } = features;
  return {
    of: 'cases',
    things: things.length > 0 ? things : (parent?.things ?? []),
    roads: roads.length > 0 ? roads : things.length > 0 ? [] : (parent?.roads ?? []),
    // 尚未审结的案件中，行政复议 2 件
    outcomes: outcomes.length > 0 ? outcomes : (parent?.outcomes ?? []),
    perhapsOf: beside?.roads ?? [],
  };
}

function documentSubject(features: Features, { subject }: Before): Subject {
  const parent = subject?.of === 'documents' ? subject : undefined;
  const things = thingsOf(DOCUMENTS, features);
  return {
    of: 'documents',
    things: things.length > 0 ? things : (parent?.things ?? []),
    events: features.events.filter((event) => DOCUMENT_EVENTS.has(event)),
  };
}

function decisionSubject(features: Features, { subject }: Before): Subject | undefined {
  const parent = subject?.of === 'decisions' ? subject : undefined;
  const things = thingsOf(DECISIONS, features);
  return { of: 'decisions', things: things.length > 0 ? things : (parent?.things ?? []), measure: 'decisions' };
}
