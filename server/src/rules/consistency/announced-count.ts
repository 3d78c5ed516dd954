import type { Prose, Report } from '../../report/report.ts';
import { readNumeral } from '../../text/numerals.ts';
import { type Item, itemsOf } from '../enumeration.ts';
import { defineRule, failed, notChecked, passed } from '../rule.ts';

/** 以下 4 个方面, 以下三点: a list that follows is announced with its number. */
const ANNOUNCED =
  /(?:以下|如下)(?:的)?\s?([\d０-９]{1,2}|[一二两三四五六七八九十])\s?(?:个|大|点|项)?(?:方面|问题|不足|措施|工作|点|项)/g;
/** 由六个部分组成, 包括…六个部分. */
const PARTS = /([六6６])\s?个?部分(?:组成|内容|构成)?/;
const PART_NAMES = [/总体情况|概述/, /主动公开/, /收到和处理|申请/, /复议|诉讼/, /问题/, /其他/];

/** “以下 4 个方面” is followed by four; “六个部分” that are listed are six. */
export default defineRule({
  meta: {
    id: 'consistency/announced-count',
    title: { zh: '预告的条数与列出的不一致', en: 'A list has not as many items as announced' },
    severity: 'warning',
    basis: '国办公开办函〔2021〕30号（四）：内容不准确、不完整的要追究责任',
    fix: 'none',
    messages: {
      items: {
        zh: '此处说有 {announced} 条，后面列出 {found} 条。',
        en: '{announced} items are announced, {found} follow.',
      },
      parts: {
        zh: '此处说有六个部分，但只列出 {found} 个，缺少：{missing}。',
        en: 'Six parts are announced, but only {found} are named.',
      },
    },
  },
  *check(report) {
    const items = itemsBySection(report);
    for (const paragraph of report.prose) {
      yield* announcedParts(paragraph);
      for (const match of paragraph.text.matchAll(ANNOUNCED)) {
        const announced = readNumeral(match[1] ?? '');
        if (announced === undefined || announced < 2) continue;
        const subject = `“${match[0]}”`;
        const found = itemsAfter(items.get(paragraph.section) ?? [], paragraph, match.index + match[0].length);
        if (found < 2) yield notChecked(subject, 'number-not-bound');
        else if (found === announced) yield passed(subject);
        else {
          yield failed(subject, {
            messageId: 'items',
            span: paragraph.spanOf(match.index, match.index + match[0].length),
            data: { announced, found },
          });
        }
      }
    }
  },
});

/** Section → the items of each style, in the order of the text. */
function itemsBySection({ prose }: Report): ReadonlyMap<Prose['section'], readonly (readonly Item[])[]> {
  if (!prose.some(({ text }) => text.includes('以下') || text.includes('如下'))) return new Map();
  const sections = new Set(prose.map(({ section }) => section));
  return new Map(
    [...sections].map((section) => {
      const own = prose.filter((paragraph) => paragraph.section === section);
      return [section, (['is', 'bracket', 'arabic'] as const).map((style) => itemsOf(own, style))];
    }),
  );
}

const placeOf = ({ paragraph, at }: Item): number => paragraph.span.start + at;

/** The index of the first item at or after a place. */
function firstFrom(items: readonly Item[], { span }: Prose, at: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    const isBefore = item && (item.paragraph.span.start < span.start || placeOf(item) < span.start + at);
    if (isBefore) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A longer list is none that anybody counts. */
const LONGEST_LIST = 200;

/** How far the first list after the announcement counts, in the announcement's own section. */
function itemsAfter(styles: readonly (readonly Item[])[], own: Prose, at: number): number {
  const starting = styles
    .map((items) => {
      const first = firstFrom(items, own, at);
      return items.slice(first, first + LONGEST_LIST);
    })
    .filter((items) => items[0]?.number === 1);
  const position = ([first]: readonly Item[]): number => (first ? placeOf(first) : Number.POSITIVE_INFINITY);
  const [list] = starting.sort((a, b) => position(a) - position(b));
  let count = 0;
  for (const item of list ?? []) {
    if (item.number === 1 && count > 0) break;
    count = Math.max(count + (item.number === count ? 1 : 0), item.number);
  }
  return count;
}

function* announcedParts(paragraph: Prose) {
  if (paragraph.section !== 0) return;
  const match = PARTS.exec(paragraph.text);
  if (!match) return;
  const from = paragraph.text.lastIndexOf('。', match.index) + 1;
  const stop = paragraph.text.indexOf('。', match.index);
  const sentence = paragraph.text.slice(from, stop < 0 ? undefined : stop);
  const missing = PART_NAMES.map((name, index) => (name.test(sentence) ? 0 : index + 1)).filter((number) => number > 0);
  const found = PART_NAMES.length - missing.length;
  // Fewer than four named parts: the sentence does not list them at all.
  if (found < 4) return;
  if (missing.length === 0) yield passed('“六个部分”的列举');
  else {
    yield failed('“六个部分”的列举', {
      messageId: 'parts' as const,
      span: paragraph.spanOf(match.index, match.index + match[0].length),
      data: { found, missing: missing.map((number) => `第${'一二三四五六'.charAt(number - 1)}部分`).join('、') },
    });
  }
}
