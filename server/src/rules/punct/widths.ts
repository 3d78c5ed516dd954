import type { Mask, Prose } from '../../report/report.ts';
import { type Hit, hitAt } from '../wording.ts';

const FULL: Readonly<Record<string, string>> = {
  ',': '，',
  ':': '：',
  ';': '；',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
};
const HALF_MARK = /[,:;?!()]/g;
const WIDE = /[\u2e80-\u9fff\u3000-\u303f\uff00-\uffef“”‘’]/;
const DIGIT = /\d/;

/** A half-width mark between Chinese characters. The blank that types it apart (“, ”) belongs to it. */
export interface HalfMark {
  readonly hit: Hit;
  readonly full: string;
}

/** `[!-~]` of a web address swallows the bracket and the comma behind it. */
const endOf = (text: string, { kind, span }: Mask): number =>
  kind === 'url' ? span.start + text.slice(span.start, span.end).replace(/[),;:.!?]+$/, '').length : span.end;

/** Whether a mask other than a book title covers an offset; to be asked in the order of the text. */
function coveredBy(text: string, masks: readonly Mask[]): (at: number) => boolean {
  let next = 0;
  let reach = -1;
  return (at) => {
    for (let mask = masks[next]; mask && mask.span.start <= at; mask = masks[++next]) {
      if (mask.kind !== 'book-title') reach = Math.max(reach, endOf(text, mask));
    }
    return at < reach;
  };
}

/** Marks in Chinese prose that are half-width, brackets only in pairs: 1,234 and 10:30 and Word(2016) stay as they are. */
export function halfMarks(paragraph: Prose): HalfMark[] {
  const { text, masks } = paragraph;
  const places = [...text.matchAll(HALF_MARK)].map(({ index }) => index);
  if (places.length === 0) return [];
  const isMaskedAt = coveredBy(text, masks);
  const free = places.filter((at) => !isMaskedAt(at));
  const paired = chineseBrackets(text, free);
  // A mark beside one that is widened stands beside a wide one: 内:: must not take a second run.
  const widened = new Set(paired);
  return free.flatMap((at): HalfMark[] => {
    const mark = text.charAt(at);
    const isChinese = mark === '(' || mark === ')' ? paired.has(at) : isChineseMark(text, at, widened);
    if (!isChinese) return [];
    widened.add(at);
    const blank = mark !== '(' && text.charAt(at + 1) === ' ' && WIDE.test(text.charAt(at + 2)) ? 1 : 0;
    return [{ hit: hitAt(paragraph, at, at + 1 + blank), full: FULL[mark] ?? mark }];
  });
}

function isChineseMark(text: string, at: number, widened: ReadonlySet<number>): boolean {
  const before = text.charAt(at - 1);
  let after = at + 1;
  while (/\s/.test(text.charAt(after))) after++;
  const next = text.charAt(after);
  if (DIGIT.test(before) && DIGIT.test(next)) return false;
  if (WIDE.test(before) || widened.has(at - 1)) return true;
  return (WIDE.test(next) || widened.has(after)) && /[A-Za-z0-9%)\]]/.test(before);
}

/** Pairs that hold Chinese or stand behind it; a pair in which one end would stay half-width stays whole. */
function chineseBrackets(text: string, places: readonly number[]): ReadonlySet<number> {
  const found = new Set<number>();
  const open: number[] = [];
  for (const at of places) {
    if (text.charAt(at) === '(') open.push(at);
    if (text.charAt(at) !== ')') continue;
    const start = open.pop();
    if (start === undefined) continue;
    const inside = text.slice(start + 1, at);
    if (WIDE.test(inside) || WIDE.test(text.charAt(start - 1))) found.add(start).add(at);
  }
  return found;
}

export const countFullMarks = ({ text }: Prose): number => text.match(/[，：；？！（）]/g)?.length ?? 0;
