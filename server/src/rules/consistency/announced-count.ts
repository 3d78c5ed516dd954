import { ITEM_STYLES, type Item, itemsIn } from '../../facts/lists/items.ts';
import { type Found, type Hit, hitsOf, search } from '../../facts/search/search.ts';
import type { Prose, ProseContent, Report } from '../../report/report.ts';
import { matchesIn } from '../../text/matches.ts';
import { readNumeral } from '../../text/numerals.ts';
import { countWhile } from '../../text/ordered.ts';
import { defineRule, failed, notChecked, passed } from '../rule.ts';

/** 以下 4 个方面, 以下三点: a list that follows is announced with its number. */
const ANNOUNCED =
  /(?:以下|如下)(?:的)?\s?([\d０-９]{1,2}|[一二两三四五六七八九十])\s?(?:个|大|点|项)?(?:方面|问题|不足|措施|工作|点|项)/g;
/** 由六个部分组成, 包括…六个部分. */
const PARTS = /([六6６])\s?个?部分(?:组成|内容|构成)?/;
const PART_NAMES = [/总体情况|概述/, /主动公开/, /收到和处理|申请/, /复议|诉讼/, /问题/, /其他/];

interface Announced extends Found {
  readonly what: 'items' | 'parts';
  readonly count: number;
  /** Numbers of the parts that are not named. */
  readonly missing: readonly number[];
}

const ANNOUNCEMENTS = search((content) => [...partsIn(content), ...listsIn(content)], { from: [PARTS, ANNOUNCED] });

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
    let items: ItemsBySection | undefined;
    for (const announced of hitsOf(report, ANNOUNCEMENTS)) {
      const { what, end, count, paragraph, span, text } = announced;
      if (what === 'parts') {
        if (paragraph.section === 0) yield partsOutcome(announced);
        continue;
      }
      const subject = `“${text}”`;
      items ??= itemsBySection(report);
      const listed = itemsAfter(items.get(paragraph.section) ?? [], paragraph.index, end);
      if (listed < 2) yield notChecked(subject, 'list-not-found');
      else if (listed === count) yield passed(subject);
      else {
        yield failed(subject, {
          messageId: 'items',
          span,
          data: { announced: count, found: listed },
        });
      }
    }
  },
});

function listsIn({ text }: ProseContent): Announced[] {
  return matchesIn(text, ANNOUNCED).flatMap(({ index, 0: whole, 1: digits = '' }) => {
    const count = readNumeral(digits);
    if (count === undefined || count < 2) return [];
    return [{ what: 'items' as const, start: index, end: index + whole.length, count, missing: [] }];
  });
}

function partsIn({ text }: ProseContent): Announced[] {
  const match = PARTS.exec(text);
  if (!match) return [];
  const from = text.lastIndexOf('。', match.index) + 1;
  const stop = text.indexOf('。', match.index);
  const sentence = text.slice(from, stop < 0 ? undefined : stop);
  const missing = PART_NAMES.map((name, index) => (name.test(sentence) ? 0 : index + 1)).filter((number) => number > 0);
  const count = PART_NAMES.length - missing.length;
  // Fewer than four named parts: the sentence does not list them at all.
  if (count < 4) return [];
  return [{ what: 'parts', start: match.index, end: match.index + match[0].length, count, missing }];
}

function partsOutcome({ span, count, missing }: Hit<Announced>) {
  const subject = '“六个部分”的列举';
  if (missing.length === 0) return passed(subject);
  return failed(subject, {
    messageId: 'parts',
    span,
    data: { found: count, missing: missing.map((number) => `第${'一二三四五六'.charAt(number - 1)}部分`).join('、') },
  });
}

/** The items of one paragraph. */
interface ItemsHere {
  readonly index: number;
  readonly found: readonly Item[];
}

type Places = readonly ItemsHere[];

/** Section → the items of each style, in the order of the text. */
type ItemsBySection = ReadonlyMap<Prose['section'], readonly Places[]>;

function itemsBySection(report: Report): ItemsBySection {
  const sections = new Map<Prose['section'], ItemsHere[][]>();
  for (const [index, paragraph] of report.prose.entries()) {
    const { content, section } = paragraph;
    const styles = sections.get(section) ?? ITEM_STYLES.map(() => []);
    sections.set(section, styles);
    for (const [number, style] of ITEM_STYLES.entries()) {
      const found = itemsIn(content, style);
      if (found.length > 0) styles[number]?.push({ index, found });
    }
  }
  return sections;
}

interface Listed extends Item {
  readonly paragraph: number;
}

/** The items of one style at or after an offset of a paragraph. */
function* itemsFrom(places: Places, paragraph: number, at: number): Generator<Listed, undefined> {
  let next = countWhile(places.length, (each) => (places[each]?.index ?? 0) < paragraph);
  for (let place = places[next]; place; place = places[++next]) {
    const { index, found } = place;
    let from = index === paragraph ? countWhile(found.length, (each) => (found[each]?.at ?? 0) < at) : 0;
    for (let item = found[from]; item; item = found[++from]) yield { ...item, paragraph: index };
  }
  return undefined;
}

/** A longer list is none that anybody counts. */
const LONGEST_LIST = 200;

/** How far the first list after the announcement counts, in the announcement's own section. */
function itemsAfter(styles: readonly Places[], paragraph: number, at: number): number {
  let first: Listed | undefined;
  let list: Iterable<Listed> = [];
  for (const places of styles) {
    const items = itemsFrom(places, paragraph, at);
    const { value } = items.next();
    if (value?.number !== 1 || !isBefore(value, first)) continue;
    first = value;
    list = items;
  }
  if (!first) return 0;
  let count = 1;
  let length = 1;
  for (const { number } of list) {
    if (number === 1 || ++length > LONGEST_LIST) break;
    count = Math.max(count + (number === count ? 1 : 0), number);
  }
  return count;
}

const isBefore = (a: Listed, b: Listed | undefined): boolean =>
  b === undefined || a.paragraph < b.paragraph || (a.paragraph === b.paragraph && a.at < b.at);
