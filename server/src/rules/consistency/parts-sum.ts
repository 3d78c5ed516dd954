import { contradictedAt } from '../../facts/claims/claims.ts';
import { lookup, placesOf } from '../../facts/search/lookup.ts';
import { spanIn } from '../../report/prose/span-in.ts';
import type { Prose, ProseContent } from '../../report/report.ts';
import { matchesIn } from '../../text/matches.ts';
import { MEASURE } from '../../text/measures.ts';
import { NUMBER_SOURCE, readNumeral } from '../../text/numerals.ts';
import { defineRule, type Fix, failed, passed } from '../rule.ts';

/** 共 260 条，其中… — also across a full stop: 累计公开 5 条。其中… */
const TOTAL = new RegExp(
  `(?<n>${NUMBER_SOURCE})\\s?(?<unit>${MEASURE})(?<gap>[。，,；;]\\s?)(?:其中|分别为|分别是|包括)[：:，,]?`,
  'g',
);
/** One part: words without digits, a number, the measure word, perhaps a few words more. */
const PART = new RegExp(`^[^\\d０-９（()）]{0,40}?(?<n>${NUMBER_SOURCE})\\s?(?<unit>${MEASURE})[^\\d０-９]{0,12}$`);
/** …，其中新收 21 件、上年结转 2 件，办结 18 件: once the parts make up the whole, what was done follows. */
const WHAT_WAS_DONE =
  /^\s?(?:全年|当年|本年|共|已|均)?(?:办结|办理|答复|回复|处理|处置|结转|转下|完成|涉及|另|此外|较|比)/;
/** 较上年增加 3 件，其中…; 平均每月 105 条，其中…: no total. */
const NO_TOTAL = /较|比|增加|减少|增长|下降|平均|均|每/;
/** One thing counted twice, and said so. */
const OVERLAPPING = /多个类别|重复计|同时归|交叉|兼有/;
const OPEN = /等|主要|大部分|以上|余|多[件条份个]|约/;

interface PartList {
  readonly unit: string;
  readonly total: { readonly value: number; readonly start: number; readonly end: number };
  /** What the parts may make up instead: 建议 12 件、提案 9 件，其中…; 发生 5 件，已审结 4 件，其中…. */
  readonly others: readonly number[];
  readonly parts: readonly { readonly value: number; readonly start: number; readonly end: number }[];
  /** The list ends with the sentence and says nothing of others. */
  readonly closed: boolean;
}

/** What TOTAL needs, a mark and a word behind it, is found sooner. */
const LIST_BEGINS = new RegExp(`${MEASURE}[。，,；;]\\s?(?:其中|分别为|分别是|包括)`);
const LISTS = lookup(partLists, { cues: ['其中', '分别', '包括'] });

/** 共 N 条，其中 A a 条，B b 条: the parts of a closed list make up the whole, and never exceed it. */
export default defineRule({
  meta: {
    id: 'consistency/parts-sum',
    title: { zh: '“其中”各项之和与总数不符', en: 'The parts after 其中 do not add up' },
    severity: 'warning',
    basis: '国办公开办函〔2021〕30号（四）：内容不准确、不完整的要追究责任',
    fix: 'suggestion',
    messages: {
      more: {
        zh: '其中各项之和为 {sum}，超过总数 {total}，多 {difference}。',
        en: 'The parts add up to {sum}, {difference} more than the total {total}.',
      },
      fewer: {
        zh: '其中各项之和为 {sum}，比总数 {total} 少 {difference}；若只列了一部分，可加“等”字。',
        en: 'The parts add up to {sum}, {difference} fewer than {total}; if only some are listed, say so.',
      },
    },
  },
  *check(report) {
    for (const { paragraph, found } of placesOf(report, LISTS)) {
      if (paragraph.section > 4) continue;
      const contradicted = contradictedAt(report);
      for (const list of found) {
        // 予以公开 8 件 where the table says 9 is told once, not again as a sum that is too small.
        if (
          [list.total, ...list.parts].some(({ start, end }) => contradicted.has(spanIn(paragraph, start, end).start))
        ) {
          continue;
        }
        const sum = sumOf(list.parts.map(({ value }) => value));
        const total = list.total.value;
        const subject = `总数 ${total}${list.unit}与其中各项`;
        if (sum === total || (sum < total && !list.closed) || list.others.some((other) => sum <= other)) {
          yield passed(subject, spanIn(paragraph, list.total.start, list.total.end));
          continue;
        }
        yield failed(subject, {
          messageId: sum > total ? 'more' : 'fewer',
          span: spanIn(paragraph, list.total.start, list.total.end),
          data: { sum, total, difference: Math.abs(sum - total) },
          ...(sum < total && { severity: 'hint' }),
          related: list.parts.map(({ start, end, value }) => ({
            span: spanIn(paragraph, start, end),
            message: { zh: `其中一项为 ${value}`, en: `one part: ${value}` },
          })),
          fixes: [setTotal(paragraph, list, sum)],
        });
      }
    }
  },
});

const sumOf = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

function partLists({ text }: ProseContent): PartList[] {
  const lists: PartList[] = [];
  if (!LIST_BEGINS.test(text)) return lists;
  for (const match of matchesIn(text, TOTAL)) {
    const digits = match.groups?.n ?? '';
    const value = readNumeral(digits);
    const unit = match.groups?.unit ?? '';
    if (value === undefined || NO_TOTAL.test(leadOf(text, match.index))) continue;
    const from = match.index + match[0].length;
    const list = readParts(text, from, unit, value);
    if (list.parts.length < 2) continue;
    const total = { value, start: match.index, end: match.index + digits.length };
    lists.push({ unit, total, others: otherTotals(text, total, unit), ...list });
  }
  return lists;
}

/** So far back a sentence is looked through. */
const LOOK_BACK = 120;

/** The words before a number in its clause. */
function leadOf(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - LOOK_BACK), at);
  return before.slice(before.search(/[^，,；;：:。]*$/));
}

const COUNTED = new RegExp(`(?<n>${NUMBER_SOURCE})\\s?(?<unit>${MEASURE})`, 'g');

/** The numbers of the same measure before the total, and what the last of them make up with it. */
function otherTotals(text: string, total: PartList['total'], unit: string): number[] {
  const near = text.slice(Math.max(0, total.start - LOOK_BACK), total.start);
  const before = matchesIn(near.slice(near.lastIndexOf('。') + 1), COUNTED)
    .filter(({ groups }) => groups?.unit === unit)
    .map(({ groups }) => readNumeral(groups?.n ?? '') ?? 0);
  const sums = before.map((_value, index) => sumOf(before.slice(index)) + total.value);
  return [...before, ...sums];
}

/** No sentence counts up more parts than this. */
const MOST_PARTS = 60;

/** Parts up to the end of the sentence; the first piece that is none ends the list and leaves it open. */
function readParts(text: string, from: number, unit: string, total: number): Pick<PartList, 'parts' | 'closed'> {
  const stop = text.indexOf('。', from);
  const end = stop < 0 ? text.length : stop;
  const parts: { value: number; start: number; end: number }[] = [];
  let closed = true;
  let separator = '';
  let start = from;
  let sum = 0;
  for (let at = from; at <= end; at++) {
    if (at < end && !/[，,、；;]/.test(text.charAt(at))) continue;
    const piece = text.slice(start, at);
    if (parts.length === MOST_PARTS) return { parts, closed: false };
    if (parts.length > 1 && sum === total && WHAT_WAS_DONE.test(piece)) break;
    const part = PART.exec(piece);
    const value = part && part.groups?.unit === unit ? readNumeral(part.groups.n ?? '') : undefined;
    if (part && value !== undefined) {
      const number = start + piece.lastIndexOf(part.groups?.n ?? '');
      sum += value;
      parts.push({ value, start: number, end: number + (part.groups?.n ?? '').length });
    } else if (piece.trim() !== '') {
      // A second sentence after ；, a rate, another measure word: what follows is no part of this list.
      closed = text.charAt(start - 1) === '；' || text.charAt(start - 1) === ';';
      break;
    }
    // 行政复议 2 件，其中维持 1 件，未结 1 件；复议后起诉 1 件: after parts parted by commas a semicolon ends the list.
    const mark = text.charAt(at);
    separator ||= mark;
    if (/[；;]/.test(mark) && (!/[；;]/.test(separator) || /^[^。]{0,40}其中/.test(text.slice(at + 1)))) break;
    start = at + 1;
  }
  if (OVERLAPPING.test(text.slice(from, stop < 0 ? text.length : stop))) return { parts: [], closed: false };
  return { parts, closed: closed && !OPEN.test(text.slice(from, end)) };
}

function setTotal(paragraph: Prose, { total }: PartList, sum: number): Fix {
  return {
    title: { zh: `将总数 ${total.value} 改为 ${sum}`, en: `Change the total from ${total.value} to ${sum}` },
    edits: [{ span: spanIn(paragraph, total.start, total.end), newText: `${sum}` }],
    kind: 'suggestion',
  };
}
