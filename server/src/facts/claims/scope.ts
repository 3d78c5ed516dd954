import type { Features, Time, Whose } from './features.ts';
import type { Subject, Unbound } from './frame.ts';
import type { Quantity } from './quantities.ts';
import type { Read } from './read.ts';
import { kindOf } from './reading.ts';
import type { Topic } from './subjects.ts';

/** What the numbers behind some words have in common, until the clause or the sentence changes it. */
export interface Scope {
  whose: Whose | undefined;
  time: Time;
  /** 经县政府办公室交办，…; 涉及征地的申请中，…: all that follows is some of them. */
  lead: Unbound | undefined;
  /** The number that stands for itself and that others depend on. */
  governor: Read | undefined;
  /** What the numbers behind 其中, or in a bracket, are parts of. */
  within: Read | undefined;
  last: Read | undefined;
  parts: Parts;
}

/** The parts of one total that were named so far, as long as they do not make it up. */
export interface Parts {
  readonly kind: string;
  readonly sum: number;
  readonly last: Read | undefined;
  /** The last of another list before this one, if that was not complete. */
  readonly beside: Read | undefined;
}

export const NO_PARTS: Parts = { kind: '', sum: 0, last: undefined, beside: undefined };

/** 上年 8 项: licences are counted by items too, procurement by money too. */
export function measured(subject: Subject | undefined, { unit }: Quantity, { time }: Features): Subject | undefined {
  if (subject?.of === 'procurement') return { ...subject, measure: unit === '元' ? 'amount' : 'projects' };
  if (subject?.of !== 'decisions' || unit !== '项') return subject;
  return time === 'last' ? { ...subject, measure: 'lastYearItems' } : undefined;
}

export const isComplete = ({ parts, within, governor }: Scope): boolean => parts.sum === (within ?? governor)?.value;

/** Money is what fees and procurement count, applications are not counted in it. */
export const isMeasured = (topic: Topic, isMoney: boolean): boolean =>
  topic === 'procurement' || (topic === 'money') === isMoney;

/** Of some cases those about information may still be told: 行政复议 58 件，其中政府信息公开类 7 件. */
export const inheritedFrom = (parent: Read | undefined, topic: Topic, { info }: Features): Unbound | undefined =>
  topic === 'cases' && info && parent?.unbound === 'other-cases' ? undefined : parent?.unbound;

const isNarrower = ({ unbound, features }: Read): boolean =>
  unbound !== undefined || ['part', 'carried', 'channel'].includes(kindOf(features));

/** Whether a number may be a part of a part. */
export function isDoubtful(
  scope: Scope,
  topic: Topic,
  { whose, events }: Features,
  sibling: Read | undefined,
): boolean {
  if (sibling && isNarrower(sibling)) return true;
  const isOfBody = whose?.kind === 'level' || whose?.kind === 'body';
  return (scope.within !== undefined && isOfBody) || (topic === 'cases' && events.includes('new'));
}

export const newScope = (): Scope => ({
  whose: undefined,
  time: 'this',
  lead: undefined,
  governor: undefined,
  within: undefined,
  last: undefined,
  parts: NO_PARTS,
});

/** 信函申请 11 件，予以公开 5 件: of the eleven, perhaps, as long as the parts do not make up their total. */
export function openSibling(scope: Scope, features: Features, quantity: Quantity): Read | undefined {
  const { parts } = scope;
  const sibling = parts.kind === kindOf(features) ? parts.beside : parts.last;
  return sibling && quantity.value <= (sibling.value ?? 0) && !isComplete(scope) ? sibling : undefined;
}

/** The list with one part more, or a new list where this is of another kind or the old one is complete. */
export function partsWith(scope: Scope, kind: string, read: Read): Parts {
  const { parts } = scope;
  const isOther = kind !== parts.kind;
  const isDone = isComplete(scope);
  const beside = isDone ? undefined : isOther ? parts.last : parts.beside;
  return { kind, sum: (isOther || isDone ? 0 : parts.sum) + (read.value ?? 0), last: read, beside };
}

/** 属于行政查询事项，不予公开 4 件: with the reasons that a clause before gave. */
export const reasoned = (subject: Subject | undefined, reasons: readonly string[]): Subject | undefined =>
  subject?.of === 'requests' && reasons.length > 0
    ? { ...subject, perhapsFor: [...subject.perhapsFor, ...reasons] }
    : subject;

/** A number of something that no word of the lexicon names. */
export const unknownRead = (features: Features, time: Time, value: number): Read => ({
  topic: 'foreign',
  subject: undefined,
  features,
  whose: undefined,
  time,
  unbound: 'words-unknown',
  value,
  isDoubtful: false,
});
