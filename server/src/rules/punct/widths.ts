import { type Found, search } from '../../facts/search/search.ts';
import { paragraphFact, reportFact } from '../../report/fact.ts';
import { masksIn } from '../../report/prose/masks.ts';
import type { Mask, ProseContent, Table } from '../../report/report.ts';
import { isHan } from '../../text/characters.ts';
import type { Edit } from '../../text/span.ts';

const FULL: Readonly<Record<string, string>> = {
  ',': '，',
  ':': '：',
  ';': '；',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
};
const WIDE = /[\u2e80-\u9fff\u3000-\u303f\uff00-\uffef“”‘’]/;

/** A half-width mark between Chinese characters. The blank that types it apart (“, ”) belongs to it. */
export interface HalfMark extends Found {
  readonly full: string;
}

/** Marks in Chinese prose that are half-width, brackets only in pairs: 1,234 and 10:30 and Word(2016) stay as they are. */
export const HALF_MARKS = search(halfMarks, { from: Object.keys(FULL) });

/** What widens the marks in the labels of the tables, in the order of the tables; numbers stay as they are written. */
export const labelEdits = reportFact(({ text, tables }): readonly Edit[] =>
  Object.values(tables).flatMap((table) => {
    const { start, end } = table.span;
    const isInCell = cellsOf(table);
    return halfMarks({ text: text.slice(start, end) })
      .map((mark): Edit => ({ span: { start: start + mark.start, end: start + mark.end }, newText: mark.full }))
      .filter(({ span }) => !isInCell(span.start));
  }),
);

/** Whether an offset stands in a cell, or in a number of a row that could not be bound to cells. */
function cellsOf({ rows }: Table): (at: number) => boolean {
  const inCells = new Set<number>();
  for (const { cells, torn } of rows) {
    const values = torn?.values ?? cells.map(({ span }) => span);
    for (const { start, end } of values) for (let at = start; at < end; at++) inCells.add(at);
  }
  return (at) => inCells.has(at);
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

function halfMarks(content: ProseContent): readonly HalfMark[] {
  const { text } = content;
  const isMaskedAt = coveredBy(text, masksIn(content));
  const free: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x40 || !HALF_MARK_CODES.has(code) || isMaskedAt(at)) continue;
    if (!endsEntity(text, at) && !isLostCharacter(text, at)) free.push(at);
  }
  const paired = chineseBrackets(text, free);
  const marks: HalfMark[] = [];
  let widened = Number.NaN;
  // A mark beside one that is widened stands beside a wide one: 内:: must not take a second run.
  const isWide = (at: number): boolean => at === widened || paired.has(at) || isWideAt(text, at);
  for (const at of free) {
    const mark = text.charAt(at);
    const isChinese = mark === '(' || mark === ')' ? paired.has(at) : isChineseMark(text, at, isWide);
    if (!isChinese) continue;
    widened = at;
    const blank = mark !== '(' && text.charAt(at + 1) === ' ' && isWideAt(text, at + 2) ? 1 : 0;
    marks.push({ start: at, end: at + 1 + blank, full: FULL[mark] ?? mark });
  }
  return marks;
}

/** &nbsp; &#160; of a web page in plain text: with its ; widened nobody could tell it any more. */
const endsEntity = (text: string, at: number): boolean =>
  text.charCodeAt(at) === 0x3b && /&#?[0-9A-Za-z]{1,10}$/.test(text.slice(Math.max(0, at - LONGEST_ENTITY), at));

const LONGEST_ENTITY = 12;

/** 动态??整: what a wrong encoding has left of a character, in the middle of a word. */
function isLostCharacter(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== QUESTION) return false;
  const isSecond = text.charCodeAt(at - 1) === QUESTION;
  if (!isSecond && text.charCodeAt(at + 1) !== QUESTION) return false;
  const first = isSecond ? at - 1 : at;
  return isHan(text.charCodeAt(first - 1)) && isHan(text.charCodeAt(first + 2));
}

const QUESTION = 0x3f;

const HALF_MARK_CODES: ReadonlySet<number> = new Set(Object.keys(FULL).map((mark) => mark.charCodeAt(0)));

const isDigitAt = (text: string, at: number): boolean => {
  if (at < 0 || at >= text.length) return false;
  const code = text.charCodeAt(at);
  return code >= 0x30 && code <= 0x39;
};

/** As `WIDE` has it. */
function isWideAt(text: string, at: number): boolean {
  if (at < 0 || at >= text.length) return false;
  const code = text.charCodeAt(at);
  return (code >= 0x2e80 && code <= 0x9fff) || (code > 0x7f && WIDE.test(text.charAt(at)));
}

const isBlankAt = (text: string, at: number): boolean => {
  if (at >= text.length) return false;
  const code = text.charCodeAt(at);
  return (
    code === 0x20 || ((code < 0x20 || code > 0x7f) && !(code > 0x3000 && code < 0xfeff) && /\s/.test(text.charAt(at)))
  );
};

function isChineseMark(text: string, at: number, isWide: (at: number) => boolean): boolean {
  if (isWide(at - 1)) return true;
  let after = at + 1;
  while (isBlankAt(text, after)) after++;
  if (isDigitAt(text, at - 1) && isDigitAt(text, after)) return false;
  return isWide(after) && /[A-Za-z0-9%)\]]/.test(text.charAt(at - 1));
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
    // A bracket beside one that is widened stands beside a wide one: ()() must not take a second run.
    if (found.has(start - 1) || isWideAt(text, start - 1) || WIDE.test(text.slice(start + 1, at)))
      found.add(start).add(at);
  }
  return found;
}

/** How many marks of a paragraph are full-width. */
export const fullMarksIn = paragraphFact(({ text }) => text.match(/[，：；？！（）]/g)?.length ?? 0);
