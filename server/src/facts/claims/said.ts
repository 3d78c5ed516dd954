import { type Features, featuresOf } from './features.ts';
import type { Quantity } from './quantities.ts';
import { ofSubject } from './reading.ts';
import type { Token } from './scan.ts';

/** What the words of one step say by themselves, whatever was said before. */

const COUNTING = new Set([...'件条宗份次个例起部项单封桩', '']);
/** 经征求意见，…; 对涉及征地的申请，…. */
const ABOUT = /^(?:经|对|就|针对|涉及|关于|有关|围绕)$/;
const THROUGH = /^(?:通过|经由|依托|借助|利用)$/;

/** Whether a number counts cases, documents or money, by its measure word. */
export const isCounted = ({ unit }: Quantity): boolean => unit === '元' || COUNTING.has(unit);

/** 由 62 件降至 50 件: the first number is another time's. */
export const isOtherTime = ({ isCompared, words }: Features): boolean =>
  isCompared || /^[由从]$/.test(words.at(-1) ?? '');

/** Whether the numbers behind the words count only some of what they name. */
export function leadsToSome({ except, some, channels, words }: Features): boolean {
  if (except || some.includes('order')) return true;
  const isAbout = some.includes('kind') && ABOUT.test(words[0] ?? '');
  return isAbout || (channels > 0 && words.some((word) => THROUGH.test(word)));
}

/** Words that say there was none, in offsets of the folded text. */
export interface NoneSaid {
  /** Of what there was none. */
  readonly said: Features;
  /** The words before. */
  readonly lead: Features;
  readonly start: number;
  readonly end: number;
}

/** @returns undefined where there was none of some of them only */
export function noneSaid(text: string, before: readonly Token[], features: Features): NoneSaid | undefined {
  const at = before.findIndex(({ kind }) => kind === 'none' || kind === 'zero');
  const words = before.slice(at);
  const lead = featuresOf(text, before.slice(0, at));
  // 收到申请 0 件: the zero stands behind its words.
  const isBehind = features.zero && words.length === 1;
  const said = ofSubject(isBehind ? lead : featuresOf(text, words), lead);
  if (isPartly(said, lead, features)) return undefined;
  const first = isBehind ? (before[0] ?? before[at]) : before[at];
  const last = before.at(-1);
  return first && last && { said, lead, start: first.start, end: last.end };
}

const isPartly = (said: Features, lead: Features, { except, isCompared, isShare }: Features): boolean =>
  except ||
  isCompared ||
  isShare ||
  lead.among ||
  lead.of ||
  said.none > 1 ||
  said.some.length + said.unknown.length + said.channels > 0;
